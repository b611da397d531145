package io.stacgenerator.internal.validation;

import io.stacgenerator.model.JsonPointer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a Collection says of the values of its Items (STAC Collection specification, "Summaries"). */
final class SummaryRules {

    private SummaryRules() {}

    static void check(Map<String, Object> collection, Faults faults) {
        if (!collection.containsKey("summaries")) {
            return;
        }
        if (collection.get("summaries") instanceof Map<?, ?> summaries) {
            summaries.forEach((name, summary) -> {
                if (!isSummary(summary)) {
                    faults.unexpected(
                            JsonPointer.to("/summaries", String.valueOf(name)),
                            summary,
                            "an array of values, an object with minimum and maximum, or a JSON Schema");
                }
            });
        } else {
            faults.unexpected("/summaries", collection.get("summaries"), "an object");
        }
    }

    private static boolean isSummary(@Nullable Object summary) {
        if (summary instanceof List<?> values) {
            return !values.isEmpty();
        }
        return summary instanceof Map<?, ?> object && !object.isEmpty() && (isRange(object) || isSchema(object));
    }

    private static boolean isRange(Map<?, ?> object) {
        return isEnd(object.get("minimum")) && isEnd(object.get("maximum"));
    }

    private static boolean isEnd(@Nullable Object end) {
        return end instanceof Number || end instanceof String;
    }

    /** A schema has numbers for limits; what else is in it is its own matter. */
    private static boolean isSchema(Map<?, ?> object) {
        return List.of("minimum", "maximum").stream()
                .allMatch(limit -> !object.containsKey(limit) || object.get(limit) instanceof Number);
    }
}

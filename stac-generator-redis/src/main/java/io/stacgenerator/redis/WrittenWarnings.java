package io.stacgenerator.redis;

import io.stacgenerator.Warning;
import io.stacgenerator.model.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The warnings of a result as JSON, so that a status is known without its result. */
final class WrittenWarnings {

    private static final String MEMBER = "warnings";

    private WrittenWarnings() {}

    /** Returns an empty string for none. */
    static String write(List<Warning> warnings) {
        return warnings.isEmpty()
                ? ""
                : JsonText.compact(
                        Map.of(MEMBER, warnings.stream().map(Warning::toMap).toList()));
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    static List<Warning> read(String json) {
        List<Warning> warnings = new ArrayList<>();
        if (JsonText.parse(json).get(MEMBER) instanceof List<?> written) {
            written.forEach(warning -> warnings.add(Warning.fromMap((Map<String, Object>) warning)));
        }
        return warnings;
    }
}

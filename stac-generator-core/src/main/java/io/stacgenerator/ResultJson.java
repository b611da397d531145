package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.internal.json.JsonKind;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.StacItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a result from the JSON that it was written as; members that a newer version adds are passed over. */
final class ResultJson {

    private ResultJson() {}

    static GenerationResult read(String text) {
        Map<String, Object> json = JsonReader.object(text, ErrorCode.INTERNAL, "result");
        List<?> warnings = expect(List.class, "/warnings", json.get("warnings"));
        Map<String, String> origins = new LinkedHashMap<>();
        object("/origins", json.get("origins"))
                .forEach((pointer, origin) -> origins.put(pointer, expect(String.class, "/origins", origin)));
        return new GenerationResult(
                StacItem.of(object("/item", json.get("item"))),
                warnings.stream().map(ResultJson::warning).toList(),
                origins);
    }

    private static Warning warning(@Nullable Object value) {
        Map<String, Object> json = object("/warnings", value);
        return new Warning(
                expect(String.class, "/warnings", json.get("code")),
                expect(String.class, "/warnings", json.get("message")),
                json.get("pointer") instanceof String pointer ? pointer : null);
    }

    @SuppressWarnings("unchecked") // the reader makes maps with texts as keys
    private static Map<String, Object> object(String pointer, @Nullable Object value) {
        return expect(Map.class, pointer, value);
    }

    private static <T> T expect(Class<T> type, String pointer, @Nullable Object value) {
        if (!type.isInstance(value)) {
            throw new StacGeneratorException(
                    ErrorCode.INTERNAL,
                    "result has at %s %s, expected what a result writes there".formatted(pointer, JsonKind.of(value)));
        }
        return requireNonNull(type.cast(value));
    }
}

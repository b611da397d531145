package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.JsonObject;
import io.stacgenerator.model.StacItem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a request.
 *
 * @param item the Item
 * @param warnings what the user should know of it
 * @param origins where each member of the Item comes from: JSON pointers (RFC 6901) to {@code asset:KEY},
 *     {@code metadata:HREF}, {@code collection:HREF}, {@code extension:ID}, {@code request}, {@code options} or
 *     {@code generator}, which for the geometry is followed by the shifts of datum to WGS 84 with their accuracy; the
 *     pointers are those of the Item in STAC 1.1.0, before a downgrade
 * @since 0.1.0
 */
public record GenerationResult(StacItem item, List<Warning> warnings, Map<String, String> origins)
        implements JsonObject {

    /** Copies warnings and origins. */
    public GenerationResult {
        requireNonNull(item, "item");
        warnings = List.copyOf(warnings);
        Map<String, String> copy = new LinkedHashMap<>(origins);
        copy.replaceAll((pointer, origin) -> origin.startsWith("asset:") ? origin : Secrets.hidden(origin));
        origins = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads a result that {@link #toJson} wrote.
     *
     * @param json one JSON object
     * @return the result
     * @throws StacGeneratorException with {@code INTERNAL} when the text is not JSON, or has no Item
     */
    public static GenerationResult fromJson(String json) {
        return fromMap(JsonReader.object(requireNonNull(json, "json"), ErrorCode.INTERNAL, "result"));
    }

    /**
     * Reads a result that {@link #toMap} gave.
     *
     * @param json the members
     * @return the result
     * @throws StacGeneratorException with {@code INTERNAL} when it has no Item
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GenerationResult fromMap(Map<String, ?> json) {
        return ResultJson.read(json);
    }

    /** Returns {@code item}, {@code warnings} and {@code origins}. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("item", item.toMap());
        map.put("warnings", warnings.stream().map(Warning::toMap).toList());
        map.put("origins", origins);
        return map;
    }
}

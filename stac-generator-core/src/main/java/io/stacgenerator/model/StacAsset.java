package io.stacgenerator.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An asset of an Item: a file and what is known of it.
 *
 * @since 0.1.0
 */
public final class StacAsset implements JsonObject {

    private final Map<String, Object> json;

    StacAsset(Map<String, Object> json) {
        this.json = json;
    }

    /**
     * Creates an asset from its JSON members. Their content is not checked: what has another type than STAC says reads
     * as if it were absent.
     *
     * @param json the members, copied
     * @return the asset
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StacAsset of(Map<String, ?> json) {
        return new StacAsset(Frozen.object(requireNonNull(json, "json")));
    }

    /**
     * Returns where the file is.
     *
     * @return an href; empty when there is none
     */
    public Optional<String> href() {
        return JsonValues.string(json.get("href"));
    }

    /**
     * Returns the title.
     *
     * @return the title; empty when it is not given
     */
    public Optional<String> title() {
        return JsonValues.string(json.get("title"));
    }

    /**
     * Returns the media type of the file.
     *
     * @return the type; empty when it is not given
     */
    public Optional<String> type() {
        return JsonValues.string(json.get("type"));
    }

    /**
     * Returns what the asset is for.
     *
     * @return such as {@code data}; none when no role is given
     */
    public List<String> roles() {
        return JsonValues.strings(json.get("roles"));
    }

    /**
     * Returns the bands.
     *
     * @return the members of each band, unmodifiable; none when the asset lists no bands. A member that is missing in a
     *     band has the value of the asset
     */
    public List<Map<String, Object>> bands() {
        return JsonValues.objects(json.get("bands"));
    }

    /**
     * Returns a member as a type of Java.
     *
     * @param name the name, such as {@code proj:code}
     * @param type {@code String}, {@code Double}, {@code Long}, {@code Integer}, {@code Boolean}, {@code Instant},
     *     {@code List} or {@code Map}; any number is given as a {@code Double}, a whole one also as a {@code Long} or
     *     an {@code Integer} that holds it, and a time of RFC 3339 as an {@code Instant}
     * @param <T> the type
     * @return the value; empty when it is absent, null or of another type
     */
    public <T> Optional<T> member(String name, Class<T> type) {
        return TypedValue.of(json.get(name), type);
    }

    /** Returns all members: JSON values by name, unmodifiable throughout. */
    @Override
    public Map<String, Object> toMap() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StacAsset asset && asset.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return "StacAsset" + json;
    }
}

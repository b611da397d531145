package io.stacgenerator.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.Optional;

/**
 * A link of an Item, a Collection or a Catalog.
 *
 * @since 0.1.0
 */
public final class StacLink implements JsonObject {

    private final Map<String, Object> json;

    StacLink(Map<String, Object> json) {
        this.json = json;
    }

    /**
     * Creates a link from its JSON members. Their content is not checked: what has another type than STAC says reads as
     * if it were absent.
     *
     * @param json the members, copied
     * @return the link
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StacLink of(Map<String, ?> json) {
        return new StacLink(Frozen.object(requireNonNull(json, "json")));
    }

    /**
     * Returns the relation.
     *
     * @return such as {@code collection}; empty when there is none
     */
    public Optional<String> rel() {
        return JsonValues.string(json.get("rel"));
    }

    /**
     * Returns the target.
     *
     * @return an href; empty when there is none
     */
    public Optional<String> href() {
        return JsonValues.string(json.get("href"));
    }

    /**
     * Returns the media type of the target.
     *
     * @return the type; empty when it is not given
     */
    public Optional<String> type() {
        return JsonValues.string(json.get("type"));
    }

    /**
     * Returns the title.
     *
     * @return the title; empty when it is not given
     */
    public Optional<String> title() {
        return JsonValues.string(json.get("title"));
    }

    /** Returns all members: JSON values by name, unmodifiable throughout. */
    @Override
    public Map<String, Object> toMap() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StacLink link && link.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return "StacLink" + json;
    }
}

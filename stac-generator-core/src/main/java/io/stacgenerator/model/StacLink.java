package io.stacgenerator.model;

import java.util.Map;
import java.util.Optional;

/**
 * A link of an Item, a Collection or a Catalog.
 *
 * @since 0.1.0
 */
public final class StacLink {

    private final Map<String, Object> json;

    StacLink(Map<String, Object> json) {
        this.json = json;
    }

    /**
     * Returns the relation.
     *
     * @return such as {@code collection}; empty when there is none
     */
    public Optional<String> rel() {
        return Optional.ofNullable(Frozen.text(json, "rel"));
    }

    /**
     * Returns the target.
     *
     * @return an href; empty when there is none
     */
    public Optional<String> href() {
        return Optional.ofNullable(Frozen.text(json, "href"));
    }

    /**
     * Returns the media type of the target.
     *
     * @return the type; empty when it is not given
     */
    public Optional<String> type() {
        return Optional.ofNullable(Frozen.text(json, "type"));
    }

    /**
     * Returns the title.
     *
     * @return the title; empty when it is not given
     */
    public Optional<String> title() {
        return Optional.ofNullable(Frozen.text(json, "title"));
    }

    /**
     * Returns all members.
     *
     * @return JSON values by name, unmodifiable
     */
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

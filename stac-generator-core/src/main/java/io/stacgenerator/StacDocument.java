package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.model.JsonValues;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * An Item, Catalog or Collection, or what should be one.
 *
 * @param href where it is, without credentials; that of the file, and behind a colon the number of its line, or of the
 *     feature in a FeatureCollection
 * @param members its members, not copied; none when it could not be read
 * @param faults why it could not be read, or what is wrong with the links that lead to it
 * @since 0.1.0
 */
public record StacDocument(String href, Map<String, Object> members, List<Fault> faults) {

    /** Checks that nothing is null. */
    public StacDocument {
        requireNonNull(href, "href");
        members = Collections.unmodifiableMap(requireNonNull(members, "members"));
        faults = List.copyOf(faults);
    }

    /**
     * Tells whether the document could be read.
     *
     * @return false when there are no members
     */
    public boolean isRead() {
        return !members.isEmpty();
    }

    /**
     * Returns the type.
     *
     * @return such as {@code Feature}, {@code Catalog} or {@code Collection}; an empty string when there is none
     */
    public String type() {
        return JsonValues.string(members.get("type")).orElse("");
    }
}

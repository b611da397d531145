package io.stacgenerator.spi.sink;

import io.stacgenerator.model.JsonValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The links that a server of Items writes itself: those of the structure, which lead to files where a document is
 * written.
 *
 * @since 0.1.0
 */
public final class ServerLinks {

    private static final Set<String> RELATIONS =
            Set.of("self", "root", "parent", "collection", "child", "item", "items");

    private ServerLinks() {}

    /**
     * Leaves these links out.
     *
     * @param document the members of an Item or a Collection; not changed
     * @return a copy with the other links
     */
    public static Map<String, Object> without(Map<String, ?> document) {
        Map<String, Object> copy = new LinkedHashMap<>(document);
        List<Map<String, Object>> links = JsonValues.objects(document.get("links")).stream()
                .filter(link -> !RELATIONS.contains(String.valueOf(link.get("rel"))))
                .toList();
        copy.put("links", links);
        return copy;
    }
}

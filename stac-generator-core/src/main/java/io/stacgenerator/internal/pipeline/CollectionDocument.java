package io.stacgenerator.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.internal.storage.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Collection that an Item belongs to. */
record CollectionDocument(String href, String id, @Nullable String title) {

    /**
     * Reads the document.
     *
     * @throws StacGeneratorException with {@code INVALID_COLLECTION}, or as the storage says
     */
    static CollectionDocument read(String href, Storage storage) {
        String published = storage.publicHref(href);
        String text = new String(storage.readAll(href), UTF_8);
        Map<String, Object> json = JsonReader.object(text, ErrorCode.INVALID_COLLECTION, "collection " + published);
        if (json.get("type") != null && !"Collection".equals(json.get("type"))) {
            throw invalid(published, "type is '%s', expected Collection".formatted(json.get("type")));
        }
        if (json.get("id") instanceof String id && !id.isBlank()) {
            return new CollectionDocument(published, id, json.get("title") instanceof String title ? title : null);
        }
        throw invalid(published, "id is %s, expected a text".formatted(json.get("id")));
    }

    private static StacGeneratorException invalid(String href, String fault) {
        return new StacGeneratorException(
                ErrorCode.INVALID_COLLECTION, "collection %s is not a STAC Collection: %s".formatted(href, fault));
    }

    List<Object> links() {
        List<Object> links = new ArrayList<>();
        for (String rel : List.of("collection", "parent")) {
            Map<String, Object> link = new LinkedHashMap<>();
            link.put("rel", rel);
            link.put("href", href);
            link.put("type", "application/json");
            if (title != null) {
                link.put("title", title);
            }
            links.add(link);
        }
        return links;
    }
}

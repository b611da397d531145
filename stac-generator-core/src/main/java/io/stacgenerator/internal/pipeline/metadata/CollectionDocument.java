package io.stacgenerator.internal.pipeline.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.internal.storage.Storage;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Collection that an Item belongs to.
 *
 * @param href where it is published
 * @param id its id
 * @param title its title, or null
 * @param root its link to the root of its catalog, or null
 * @param itemAssets what it says of the assets of its Items, by key
 */
public record CollectionDocument(
        String href,
        String id,
        @Nullable String title,
        @Nullable Map<String, Object> root,
        Map<String, Object> itemAssets) {

    /**
     * Reads the document.
     *
     * @throws StacGeneratorException with {@code INVALID_COLLECTION}, or as the storage says
     */
    public static CollectionDocument read(String href, Storage storage) {
        String published = storage.publicHref(href);
        String text = new String(storage.readShared(href), UTF_8);
        Map<String, Object> json = JsonReader.object(text, ErrorCode.INVALID_COLLECTION, "collection " + published);
        if (json.get("type") != null && !"Collection".equals(json.get("type"))) {
            throw invalid(published, "type is '%s', expected Collection".formatted(json.get("type")));
        }
        if (json.get("id") instanceof String id && !id.isBlank()) {
            return new CollectionDocument(
                    published,
                    id,
                    JsonValues.string(json.get("title")).orElse(null),
                    root(json, published),
                    JsonValues.members(json.get("item_assets")));
        }
        throw invalid(published, "id is %s, expected a string".formatted(json.get("id")));
    }

    private static StacGeneratorException invalid(String href, String fault) {
        return new StacGeneratorException(
                ErrorCode.INVALID_COLLECTION, "collection %s is not a STAC Collection: %s".formatted(href, fault));
    }

    private static @Nullable Map<String, Object> root(Map<String, Object> json, String published) {
        for (Map<String, Object> link : JsonValues.objects(json.get("links"))) {
            if ("root".equals(link.get("rel")) && link.get("href") instanceof String href) {
                String title = JsonValues.string(link.get("title")).orElse(null);
                return link("root", Secrets.published(Hrefs.resolve(published, href)), title);
            }
        }
        return null;
    }

    public List<Object> links() {
        List<Object> links = new ArrayList<>();
        links.add(link("collection", href, title));
        links.add(link("parent", href, title));
        if (root != null) {
            links.add(root);
        }
        return links;
    }

    private static Map<String, Object> link(String rel, String href, @Nullable String title) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("rel", rel);
        link.put("href", href);
        link.put("type", "application/json");
        if (title != null) {
            link.put("title", title);
        }
        return link;
    }
}

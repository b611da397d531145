package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.href.Iri;
import io.stacgenerator.internal.item.LinkHeaders;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members that make an object a link (STAC Link specification), and the link to the collection. */
final class LinkRules {

    private static final String COLLECTION = "collection";

    private LinkRules() {}

    static void checkItem(Map<String, Object> item, Faults faults) {
        check(item, faults);
        boolean linked = JsonValues.elements(item.get("links")).stream().anyMatch(link -> hasRel(link, COLLECTION));
        checkCollection(item, linked, faults);
    }

    static void check(Map<String, Object> document, Faults faults) {
        List<Object> links = JsonValues.elements(document.get("links"));
        boolean old = OldDocuments.include(document);
        for (int i = 0; i < links.size(); i++) {
            check("/links/" + i, links.get(i), faults);
            if (!old) {
                checkHeaders("/links/" + i, JsonValues.members(links.get(i)), faults);
            }
        }
    }

    private static boolean hasRel(@Nullable Object link, String rel) {
        return rel.equals(JsonValues.members(link).get("rel"));
    }

    private static void check(String pointer, @Nullable Object value, Faults faults) {
        JsonValues.object(value)
                .ifPresentOrElse(
                        link -> checkLink(pointer, link, faults), () -> faults.unexpected(pointer, value, "an object"));
    }

    private static void checkLink(String pointer, Map<String, Object> link, Faults faults) {
        if (!link.containsKey("rel")) {
            faults.lacks(pointer, "rel", "a link relation");
        }
        HrefRules.check(pointer, link, faults);
        if (hasRel(link, "self") && link.get("href") instanceof String href && !Iri.isAbsolute(href)) {
            faults.add(pointer + "/href", "is relative, expected an absolute URI in a link of rel self");
        }
    }

    private static void checkHeaders(String pointer, Map<String, Object> link, Faults faults) {
        if (!JsonValues.members(link.get("headers")).values().stream().allMatch(LinkHeaders::isHeader)) {
            faults.add(pointer + "/headers", "has a value that is neither a string nor an array of strings");
        }
    }

    private static void checkCollection(Map<String, Object> item, boolean linked, Faults faults) {
        Object collection = item.get(COLLECTION);
        if (linked && !item.containsKey(COLLECTION)) {
            faults.lacks("", COLLECTION, "the id of the collection that a link leads to");
        } else if (linked && !(collection instanceof String id && !id.isEmpty())) {
            faults.unexpected("/" + COLLECTION, collection, "the id of the collection that a link leads to");
        } else if (!linked && item.containsKey(COLLECTION)) {
            faults.unexpected("/" + COLLECTION, collection, "a link of rel collection next to it");
        }
    }
}

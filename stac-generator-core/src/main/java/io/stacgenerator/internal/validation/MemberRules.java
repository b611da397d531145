package io.stacgenerator.internal.validation;

import io.stacgenerator.StacVersion;
import io.stacgenerator.internal.href.Iri;
import io.stacgenerator.internal.item.IdRules;
import io.stacgenerator.model.JsonValues;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The members of a document itself (STAC specifications of Items, Catalogs and Collections, "Fields"). */
final class MemberRules {

    private static final String VERSION = StacVersion.V1_1_0.text();
    private static final String OLD = StacVersion.V1_0_0.text();
    private static final String VERSIONS = "'%s' or '%s'".formatted(VERSION, OLD);

    private MemberRules() {}

    static void checkItem(Map<String, Object> item, Faults faults) {
        check(item, "Feature", faults);
        require(item, "properties", Map.class::isInstance, "an object", faults);
        require(item, "assets", Map.class::isInstance, "an object", faults);
        JsonValues.string(item.get("id"))
                .map(IdRules::problems)
                .orElse(List.of())
                .forEach(problem -> faults.add("/id", problem));
    }

    /** Of a Catalog or Collection: its id may have any characters. */
    static void checkCatalog(Map<String, Object> catalog, String type, Faults faults) {
        check(catalog, type, faults);
        require(catalog, "description", String.class::isInstance, "a string", faults);
        if ("".equals(catalog.get("id"))) {
            faults.add("/id", "is an empty string, expected an id");
        }
    }

    static void checkCollection(Map<String, Object> collection, Faults faults) {
        checkCatalog(collection, "Collection", faults);
        require(collection, "license", String.class::isInstance, "a string", faults);
        require(collection, "extent", Map.class::isInstance, "an object", faults);
    }

    private static void check(Map<String, Object> document, String type, Faults faults) {
        require(document, "type", type::equals, "'" + type + "'", faults);
        require(document, "stac_version", value -> VERSION.equals(value) || OLD.equals(value), VERSIONS, faults);
        require(document, "id", String.class::isInstance, "a string", faults);
        require(document, "links", List.class::isInstance, "an array", faults);
        checkExtensions(document, faults);
    }

    private static void require(
            Map<String, Object> document, String name, Predicate<Object> rule, String expected, Faults faults) {
        if (!document.containsKey(name)) {
            faults.lacks("", name, expected);
        } else if (!rule.test(document.get(name))) {
            faults.unexpected("/" + name, document.get(name), expected);
        }
    }

    private static void checkExtensions(Map<String, Object> document, Faults faults) {
        if (!document.containsKey("stac_extensions")) {
            return;
        }
        if (!(document.get("stac_extensions") instanceof List<?>)) {
            faults.unexpected("/stac_extensions", document.get("stac_extensions"), "an array of URIs");
            return;
        }
        List<Object> uris = JsonValues.elements(document.get("stac_extensions"));
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < uris.size(); i++) {
            checkExtension("/stac_extensions/" + i, uris.get(i), seen, faults);
        }
    }

    private static void checkExtension(String pointer, Object uri, Set<Object> seen, Faults faults) {
        if (!(uri instanceof String text) || !Iri.isAbsolute(text)) {
            faults.unexpected(pointer, uri, "the absolute URI of a JSON Schema");
        } else if (!seen.add(uri)) {
            faults.add(pointer, "repeats %s, expected each extension once".formatted(uri));
        }
    }
}

package io.stacgenerator.internal.validation;

import io.stacgenerator.StacVersion;
import io.stacgenerator.internal.item.IdRules;
import io.stacgenerator.model.JsonValues;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The members of an Item itself (STAC Item specification, "Item fields"). */
final class MemberRules {

    private static final String VERSION = StacVersion.V1_1_0.text();

    private MemberRules() {}

    static void check(Map<String, Object> item, Faults faults) {
        require(item, "type", "Feature"::equals, "'Feature'", faults);
        require(item, "stac_version", VERSION::equals, "'" + VERSION + "'", faults);
        require(item, "id", String.class::isInstance, "a string", faults);
        require(item, "properties", Map.class::isInstance, "an object", faults);
        require(item, "links", List.class::isInstance, "an array", faults);
        require(item, "assets", Map.class::isInstance, "an object", faults);
        JsonValues.string(item.get("id")).map(IdRules::problems).orElse(List.of()).forEach(problem ->
                faults.add("/id", problem));
        checkExtensions(item, faults);
    }

    private static void require(
            Map<String, Object> item, String name, Predicate<Object> rule, String expected, Faults faults) {
        if (!item.containsKey(name)) {
            faults.lacks("", name, expected);
        } else if (!rule.test(item.get(name))) {
            faults.unexpected("/" + name, item.get(name), expected);
        }
    }

    private static void checkExtensions(Map<String, Object> item, Faults faults) {
        if (item.containsKey("stac_extensions")) {
            require(item, "stac_extensions", List.class::isInstance, "an array of URIs", faults);
        }
        List<Object> uris = JsonValues.elements(item.get("stac_extensions"));
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

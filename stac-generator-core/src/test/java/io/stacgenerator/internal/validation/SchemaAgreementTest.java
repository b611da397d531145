package io.stacgenerator.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Fault;
import io.stacgenerator.internal.downgrade.Downgrade;
import io.stacgenerator.internal.field.InstalledFields;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verdict on a document, and on it with any one value changed, is that of the published schemas. */
@Requires("schemas")
final class SchemaAgreementTest {

    private static final List<@Nullable Object> VALUES = Arrays.asList(
            null,
            "",
            "a b",
            "x",
            "2024-02-30T00:00:00Z",
            -1,
            1.5,
            1000,
            true,
            List.of(),
            List.of(1),
            List.of("x"),
            Map.of(),
            Map.of("x", 1));

    /** What the text of a specification says and its schema does not; so only these may be stricter here. */
    private static final Pattern TEXT = Pattern.compile(String.join(
            "|",
            "is empty, expected at least one member",
            "expected a number (0\\.001 to 200|greater than 0)",
            "expected an integer at least 0",
            "expected the number of buckets",
            "expected an array of at least 1 element",
            "expected an array of strings that is not empty",
            "expected longitudes -180 to 180",
            "expected its south not greater than its north",
            "expected (counter-)?clockwise",
            "expected it closed",
            "expected it to enclose the position",
            "expected an id without",
            "expected an absolute URI in a link of rel self", // of 1.0.0: that of 1.1.0 has it in its schema
            "/name is '', expected a string that is not empty", // likewise, of providers of a Collection
            "is used, expected https://.* in stac_extensions"));

    /** The values of a summary may be described by a schema; whether they fit their field is not checked here. */
    private static final Set<String> UNCHECKED = Set.of("/summaries/eo:cloud_cover = [x]");

    private final PublishedSchemas schemas = new PublishedSchemas(Material.path("schemas"));
    private final List<String> differences = new ArrayList<>();
    private int documents;

    @ParameterizedTest
    @CsvSource({"item.json, 2900", "collection.json, 1000", "catalog.json, 200"})
    void everyChangeIsJudgedAsTheSchemasDo(String name, int fewest) {
        Map<String, Object> document = TestItems.read(TestItems.text(name));
        judge("unchanged", document);
        visit("", document);
        assertThat(differences).isEmpty();
        assertThat(documents).isGreaterThan(fewest);
    }

    /** Extensions in the versions of that time are not checked, so that they are left out. */
    @ParameterizedTest
    @CsvSource({"item.json, 900", "collection.json, 400", "catalog.json, 100"})
    void everyChangeToADocumentOfStac100IsJudgedAsTheSchemasDo(String name, int fewest) {
        Map<String, Object> document = TestItems.read(TestItems.text(name));
        if (name.equals("item.json")) {
            document = JsonValues.copyOf(new Downgrade(InstalledFields.builtIn()).toV100(document));
        }
        document.put("stac_version", "1.0.0");
        document.put("stac_extensions", List.of());
        withoutPrefixed(document);
        judge("unchanged", document);
        visit("", document);
        assertThat(differences).isEmpty();
        assertThat(documents).isGreaterThan(fewest);
    }

    private static void withoutPrefixed(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            object.keySet().removeIf(name -> String.valueOf(name).indexOf(':') > 0);
            object.values().forEach(SchemaAgreementTest::withoutPrefixed);
        } else if (value instanceof List<?> list) {
            list.forEach(SchemaAgreementTest::withoutPrefixed);
        }
    }

    private void judge(String change, Map<String, Object> document) {
        documents++;
        List<Fault> ours = DocumentRules.check(document, InstalledFields.builtIn());
        List<String> theirs = schemas.check(document);
        boolean stricter = theirs.isEmpty()
                && ours.stream()
                        .anyMatch(fault -> !TEXT.matcher(fault.toString()).find());
        if (stricter || (ours.isEmpty() && !theirs.isEmpty() && !UNCHECKED.contains(change))) {
            differences.add("%s: %s, the schemas: %s".formatted(change, ours, theirs));
        }
    }

    private void visit(String pointer, Map<String, Object> document) {
        Object value = at(document, pointer);
        List<String> members = new ArrayList<>();
        if (value instanceof Map<?, ?> object) {
            object.keySet().forEach(name -> members.add(JsonPointer.to(pointer, String.valueOf(name))));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                members.add(pointer + "/" + i);
            }
        }
        for (String member : members) {
            judge(member + " removed", changed(document, member, true, null));
            for (Object other : VALUES) {
                judge(member + " = " + other, changed(document, member, false, other));
            }
            visit(member, document);
        }
    }

    private static Object at(Map<String, Object> document, String pointer) {
        Object value = document;
        for (String name : names(pointer)) {
            value = value instanceof List<?> list ? list.get(Integer.parseInt(name)) : ((Map<?, ?>) value).get(name);
        }
        return value;
    }

    private static List<String> names(String pointer) {
        List<String> names = List.of(pointer.split("/", -1));
        return names.subList(1, names.size()).stream()
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    @SuppressWarnings("unchecked") // a copy of JSON
    private static Map<String, Object> changed(
            Map<String, Object> document, String pointer, boolean removed, @Nullable Object value) {
        Map<String, Object> copy = JsonValues.copyOf(document);
        int slash = pointer.lastIndexOf('/');
        Object parent = at(copy, pointer.substring(0, slash));
        String name = names(pointer).get(names(pointer).size() - 1);
        if (parent instanceof List<?>) {
            List<Object> list = (List<Object>) parent;
            if (removed) {
                list.remove(Integer.parseInt(name));
            } else {
                list.set(Integer.parseInt(name), value);
            }
        } else if (removed) {
            ((Map<?, ?>) parent).remove(name);
        } else {
            ((Map<String, Object>) parent).put(name, value);
        }
        return copy;
    }
}

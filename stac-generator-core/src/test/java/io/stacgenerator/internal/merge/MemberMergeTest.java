package io.stacgenerator.internal.merge;

import static io.stacgenerator.internal.merge.Example.assertMerged;
import static io.stacgenerator.internal.merge.Example.at;
import static io.stacgenerator.internal.merge.Example.merge;
import static io.stacgenerator.internal.merge.Example.notes;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MemberMergeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"title": "x"}           | {"title": null}           | title         | absent   | ``
            {"proj:wkt2": "x"}       | {"proj:wkt2": null}       | proj:wkt2     | null     | conflict
            {}                       | {"proj:projjson": null}   | proj:projjson | null     | ``
            {}                       | {"title": null}           | title         | absent   | ``
            {"o": {"a": 1, "b": 2}}  | {"o": {"b": null}}        | o             | {"a": 1} | ``
            {"o": {"a": {"b": 1}}}   | {"o": {"a": {"c": 2}}}    | o             | {"a": {"b": 1, "c": 2}} | ``
            {"o": {"a": 1}}          | {"o": 5}                  | o             | 5        | conflict
            {"o": 5}                 | {"o": {"a": 1}}           | o             | {"a": 1} | conflict
            {"o": 5}                 | {"o": 5.0}                | o             | 5        | ``
            {}                       | {"o": {"a": null}}        | o             | {}       | ``
            {"l": [1, {"a": 1}]}     | {"l": [{"b": null}]}      | l             | [{"b": null}] | conflict
            {"instruments": ["a"]}   | {"instruments": ["b"]}    | instruments   | ["b"]    | conflict
            {"statistics": {"minimum": 1, "maximum": 2}} | {"statistics": {"mean": 1}} | statistics | {"mean": 1} | conflict
            {"gsd": 1}               | {"gsd": "2"}              | gsd           | 2        | coerced conflict
            """)
    void objectsMergeNullsRemoveAndArraysAndAtomsAreReplaced(
            String first, String second, String name, String expected, String codes) {
        assertMerged(
                merge("{\"properties\": " + first + "}", "{\"properties\": " + second + "}"),
                "/properties/" + name,
                expected,
                codes);
    }

    @Test
    void aConflictNamesBothDocumentsAndBothValues() {
        MergeResult result = merge("{\"platform\": \"a\"}", "{\"platform\": \"b\"}");

        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("conflict");
            assertThat(warning.pointer()).isEqualTo("/properties/platform");
            assertThat(warning.message()).isEqualTo("'b' replaces 'a' of '/meta/0.json' (/meta/1.json)");
        });
    }

    @Test
    void documentsThatAgreeAreSilentAndSoIsReplacingWhatWasGenerated() {
        MergeResult result = merge(
                "{\"properties\": {\"datetime\": \"2020-01-01T00:00:00Z\", \"gsd\": 2}}",
                "{\"properties\": {\"gsd\": 2.0}}");

        assertThat(result.notes()).isEmpty();
        assertThat(at(result, "/properties/datetime")).isEqualTo("2020-01-01T00:00:00Z");
    }

    @Test
    void aDocumentThatRepeatsTheGeneratedValueStillConflictsWithALaterOne() {
        MergeResult result = merge(
                "{\"properties\": {\"proj:code\": \"EPSG:25832\"}}",
                "{\"properties\": {\"proj:code\": \"EPSG:4326\"}}");

        assertThat(notes(result)).containsExactly("conflict /properties/proj:code");
    }

    @Test
    void originsNameTheDocumentOfEachValueThatCameFromOne() {
        MergeResult result = merge("""
                {"platform": "a", "title": "t", "acme": {"x": 1, "y~/": 2}, "proj:code": "EPSG:25832",
                 "assets": {"photo": {"href": "preview.png", "title": "P"}, "doc": {"href": "d.txt"}}}
                """, """
                {"platform": "b", "acme": {"x": 3}, "title": null,
                 "geometry": {"type": "Point", "coordinates": [10.5, 50.5]},
                 "links": [{"rel": "license", "href": "l"}]}
                """);

        assertThat(result.origins())
                .isEqualTo(Map.ofEntries(
                        Map.entry("/properties/platform", "metadata:/meta/1.json"),
                        Map.entry("/acme/x", "metadata:/meta/1.json"),
                        Map.entry("/acme/y~0~1", "metadata:/meta/0.json"),
                        Map.entry("/assets/photo/title", "metadata:/meta/0.json"),
                        Map.entry("/assets/doc/href", "metadata:/meta/0.json"),
                        Map.entry("/geometry", "metadata:/meta/1.json"),
                        Map.entry("/bbox", "metadata:/meta/1.json"),
                        Map.entry("/links/2/rel", "metadata:/meta/1.json"),
                        Map.entry("/links/2/href", "metadata:/meta/1.json")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "Acme", "roles": ["producer"]} | {"name": " acme ", "roles": ["licensor"], "url": "x:y"} | [{"name": "Acme", "roles": ["producer", "licensor"], "url": "x:y"}]
            {"name": "A", "roles": ["host"]}        | {"name": "B", "roles": ["producer"]}                    | [{"name": "B", "roles": ["producer"]}, {"name": "A", "roles": ["host"]}]
            {"name": "A", "url": "x:y"}             | {"name": "A", "url": null}                              | [{"name": "A"}]
            {"name": "A", "description": "d"}       | {"name": "A", "description": "e"}                       | [{"name": "A", "description": "e"}]
            """)
    void providersMergeByNameUniteRolesAndEndWithTheHost(String first, String second, String expected) {
        MergeResult result = merge("{\"providers\": [" + first + "]}", "{\"providers\": [" + second + "]}");

        assertThat(at(result, "/properties/providers"))
                .usingComparator(Json.BY_VALUE)
                .isEqualTo(Json.value(expected));
    }

    @Test
    void originsOfProvidersFollowTheirOrder() {
        MergeResult result = merge(
                "{\"providers\": [{\"name\": \"H\", \"roles\": [\"host\"]}]}",
                "{\"providers\": [{\"name\": \"P\"}, {\"name\": \"H\", \"url\": \"x:y\"}]}");

        assertThat(result.origins())
                .containsEntry("/properties/providers/0/name", "metadata:/meta/1.json")
                .containsEntry("/properties/providers/1/name", "metadata:/meta/0.json")
                .containsEntry("/properties/providers/1/url", "metadata:/meta/1.json");
    }

    @Test
    void linksMergeByRelationHrefAndType() {
        MergeResult result = merge("""
                {"links": [{"rel": "via", "href": "a", "type": "text/html"}, {"rel": "via", "href": "a", "title": "t"}]}
                """, """
                {"links": [{"rel": "via", "href": "a", "type": "text/html", "title": "u"}, {"rel": "via", "href": "b"}]}
                """);

        assertThat(JsonValues.array(at(result, "/links")).orElseThrow().subList(2, 5))
                .isEqualTo(List.of(
                        Map.of("rel", "via", "href", "a", "type", "text/html", "title", "u"),
                        Map.of("rel", "via", "href", "a", "title", "t"),
                        Map.of("rel", "via", "href", "b")));
        assertThat(result.notes()).isEmpty();
    }

    @Test
    void linksOfTheGeneratorStay() {
        MergeResult result = merge("""
                {"links": [{"rel": "self", "href": "https://else.org/i.json"}, {"rel": "parent", "href": "p"},
                           {"rel": "root", "href": "r"}, {"rel": "collection", "href": "./collection.json"}]}
                """);

        assertThat(result.item()).isEqualTo(Example.item());
        assertThat(notes(result)).containsExactly("protected /links/0", "protected /links/1", "protected /links/2");
    }
}

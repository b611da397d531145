package io.stacgenerator.internal.merge;

import static io.stacgenerator.internal.merge.Example.AUTOMATIC;
import static io.stacgenerator.internal.merge.Example.MANUAL;
import static io.stacgenerator.internal.merge.Example.at;
import static io.stacgenerator.internal.merge.Example.merge;
import static io.stacgenerator.internal.merge.Example.notes;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.merge.document.MetadataLayer;
import io.stacgenerator.internal.merge.member.MergeRules;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AssetMergeTest {

    @Test
    void anAssetIsFoundByItsKey() {
        MergeResult result = merge("{\"assets\": {\"image\": {\"title\": \"t\"}}}");

        assertThat(at(result, "/assets/image/title")).isEqualTo("t");
        assertThat(at(result, "/assets/image/file:size")).isEqualTo(4711);
        assertThat(result.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiles/scene%207.tif",
                "./tiles/scene 7.tif",
                "tiles/./scene%207.tif?sig=abc",
                "a/../tiles/scene%207.tif#x",
                "https://elsewhere.org/store/scene%207.tif"
            })
    void anAssetIsFoundByItsHrefOrFileNameAndTakesTheKeyOfTheDocument(String href) {
        MergeResult result = merge("{\"assets\": {\"ortho\": {\"href\": \"%s\", \"title\": \"t\"}}}".formatted(href));

        assertThat(at(result, "/assets"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("ortho", "preview");
        assertThat(at(result, "/assets/ortho/title")).isEqualTo("t");
        assertThat(at(result, "/assets/ortho/href")).isEqualTo("./tiles/scene%207.tif");
        assertThat(notes(result)).contains("asset-renamed /assets/image");
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.org/a/x.tif, https://h.org/a/meta.json, x.tif",
        "file:///a/x.tif, /a/m/meta.json, ../x.tif",
        "/a/x.tif, /a/m/meta.json, file:///a/x.tif",
    })
    void aRelativeHrefIsResolvedAgainstItsDocument(String generated, String document, String href) {
        Map<String, Object> item = Example.item();
        item.put("properties", Map.of());
        item.remove("stac_extensions");
        item.put("assets", Map.of("a", Map.of("href", generated), "b", Map.of("href", "/b/x.tif")));

        MergeResult result = Example.merged(
                item,
                List.of(new MetadataLayer(
                        document, Json.object("{\"assets\": {\"mine\": {\"href\": \"%s\"}}}".formatted(href)))),
                AUTOMATIC);

        assertThat(notes(result)).containsExactly("asset-renamed /assets/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scene 7.tif", "scene%207.tif", "SCENE 7.TIF", "scene 7", "Scene%207"})
    void theKeyOfAnAssetWithoutHrefMayBeTheNameOfAFile(String key) {
        MergeResult result = merge("{\"assets\": {\"%s\": {\"title\": \"t\"}}}".formatted(key));

        assertThat(notes(result)).containsExactly("asset-renamed /assets/image");
        assertThat(result.item().toString()).contains("title=t");
    }

    @Test
    void anotherFileOfTheSameStemIsAnotherAsset() {
        assertThat(notes(merge("{\"assets\": {\"scene 7.png\": {\"title\": \"t\"}}}")))
                .containsExactly("asset-without-href /assets/scene 7.png");
        assertThat(notes(merge("{\"assets\": {\"o\": {\"href\": \"scene%207.png\"}}}")))
                .isEmpty();
    }

    @Test
    void aFileNameThatIsNotUniqueMatchesNothing() {
        Map<String, Object> item = Example.item();
        item.put("properties", Map.of());
        item.remove("stac_extensions");
        item.put("assets", Map.of("a", Map.of("href", "a/x.tif"), "b", Map.of("href", "b/x.tif")));

        MergeResult result = merge(item, AUTOMATIC, "{\"assets\": {\"c\": {\"href\": \"c/x.tif\"}}}");

        assertThat(at(result, "/assets/c/href")).isEqualTo("c/x.tif");
        assertThat(result.notes()).isEmpty();
    }

    @Test
    void aKeyGoesBeforeAnHref() {
        MergeResult result = merge("""
                {"assets": {"ortho": {"href": "tiles/scene%207.tif", "title": "new"}, "image": {"title": "old"}}}
                """);

        assertThat(at(result, "/assets/image/title")).isEqualTo("old");
        assertThat(at(result, "/assets/ortho")).isEqualTo(Map.of("href", "tiles/scene%207.tif", "title", "new"));
    }

    @Test
    void aRenamedAssetKeepsItsPlaceAndItsOrigins() {
        MergeResult result = merge(
                "{\"assets\": {\"image\": {\"title\": \"a\"}}}",
                "{\"assets\": {\"ortho\": {\"href\": \"./tiles/scene%207.tif\", \"title\": \"b\"}}}");

        assertThat(JsonValues.object(at(result, "/assets")).orElseThrow().keySet())
                .containsExactly("ortho", "preview");
        assertThat(notes(result)).containsExactly("asset-renamed /assets/image", "conflict /assets/ortho/title");
        assertThat(result.origins()).containsOnly(Map.entry("/assets/ortho/title", "metadata:/meta/1.json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"image": {"href": "s3://b/x.tif"}}  | protected /assets/image/href
            {"image": {"href": null}}            | null-ignored /assets/image/href
            {"other": {"title": "t"}}            | asset-without-href /assets/other
            {"other": {"href": ""}}              | invalid-value /assets/other/href
            """)
    void anHrefIsNeverLostOrReplaced(String assets, String firstNote) {
        for (MergeRules rules : List.of(AUTOMATIC, MANUAL)) {
            MergeResult result = merge(rules, "{\"assets\": " + assets + "}");

            assertThat(result.item()).isEqualTo(Example.item());
            assertThat(notes(result)).startsWith(firstNote);
        }
    }

    @Test
    void aNewAssetCanBeAddedChangedAndRemovedByDocuments() {
        MergeResult result = merge(
                "{\"assets\": {\"doc\": {\"href\": \"a.txt\", \"title\": null}, \"gone\": {\"href\": \"g\"}}}",
                "{\"assets\": {\"doc\": {\"href\": \"b.txt\", \"type\": \"text/plain\"}, \"gone\": null}}");

        assertThat(at(result, "/assets/doc")).isEqualTo(Map.of("href", "b.txt", "type", "text/plain"));
        assertThat(at(result, "/assets/gone")).isEqualTo(Json.ABSENT);
        assertThat(notes(result)).containsExactly("conflict /assets/doc/href");
    }

    @Test
    void aGeneratedAssetIsRemovedByNull() {
        assertThat(at(merge("{\"assets\": {\"preview\": null}}"), "/assets/preview"))
                .isEqualTo(Json.ABSENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ./a/b.tif?x=1#y           | a/b.tif
            a%20b%2B+.tif             | a b++.tif
            100%.tif                  | 100%.tif
            file:///data/a.tif        | /data/a.tif
            file:/data/a.tif          | /data/a.tif
            https://h/a/../b/./c.tif  | https://h/b/c.tif
            ../../a.tif               | ../../a.tif
            """)
    void hrefsAreComparedInCanonicalForm(String href, String canonical) {
        assertThat(Hrefs.canonical(href)).isEqualTo(canonical);
    }
}

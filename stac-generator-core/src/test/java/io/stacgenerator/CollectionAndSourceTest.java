package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.StacItem;
import io.stacgenerator.model.StacLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CollectionAndSourceTest {

    private static final String COLLECTION = """
            {"type": "Collection", "id": "acme", "title": "Acme scenes",
             "links": [{"rel": "root", "href": "../catalog.json", "title": "All of it"}],
             "item_assets": {
               "data": {"title": "Two bands", "roles": ["reflectance"], "type": "image/png",
                        "bands": [{"name": "nir", "eo:common_name": "nir", "data_type": "uint8"},
                                  {"name": "red", "eo:common_name": "red", "data_type": "uint8"}]},
               "thumb": {"title": "A small picture"}}}
            """;
    private static final String METADATA = """
            {"geometry": {"type": "Point", "coordinates": [7, 46]}, "properties": {"datetime": "2024-01-01T00:00:00Z"}}
            """;

    private final Scene scene = new Scene();

    private GenerationResult generate(GenerationRequest.Builder request) {
        try (StacGenerator generator = scene.generator()) {
            return generator.generate(request.build());
        }
    }

    private GenerationRequest.Builder request() {
        return GenerationRequest.builder().assetPaths(scene.putCog("scene.tif"));
    }

    @Test
    void theRootOfACollectionIsLinkedTo() {
        StacItem item = generate(request().collection(scene.put("a/collection.json", COLLECTION)))
                .item();

        assertThat(item.links())
                .map(StacLink::rel)
                .containsExactly(Optional.of("collection"), Optional.of("parent"), Optional.of("root"));
        assertThat(item.links().get(2).toMap())
                .containsEntry("href", "memory:catalog.json")
                .containsEntry("title", "All of it");
    }

    @Test
    void anAssetTakesFromItsCollectionWhatItsFileDoesNotGive() {
        GenerationResult result = generate(request().collection(scene.put("collection.json", COLLECTION)));

        Map<String, Object> asset = result.item().assets().get("data").toMap();
        assertThat(asset)
                .containsEntry("title", "Two bands")
                .containsEntry("roles", List.of("reflectance"))
                .containsEntry("data_type", "uint16")
                .containsEntry(
                        "bands",
                        List.of(
                                Map.of("name", "nir", "eo:common_name", "nir"),
                                Map.of("name", "red", "eo:common_name", "red")));
        assertThat(asset.get("type").toString()).startsWith("image/tiff");
        assertThat(result.item().assets()).containsOnlyKeys("data");
        assertThat(result.origins())
                .containsEntry("/assets/data/title", "collection:memory:collection.json")
                .containsEntry("/assets/data/bands/0/eo:common_name", "collection:memory:collection.json");
        assertThat(result.warnings()).extracting(Warning::code).containsExactly("assumed-utc");
    }

    @Test
    void metadataComeBeforeTheCollectionWithoutAConflict() {
        String metadata = scene.put("m.json", "{\"assets\": {\"data\": {\"title\": \"Mine\"}}}");

        GenerationResult result = generate(
                request().collection(scene.put("collection.json", COLLECTION)).metadataPaths(metadata));

        assertThat(result.item().assets().get("data").toMap()).containsEntry("title", "Mine");
        assertThat(result.warnings()).extracting(Warning::code).containsExactly("assumed-utc");
    }

    @ParameterizedTest
    @CsvSource({"MANUAL, eo, 0", "MANUAL, file, 1", "MANUAL, proj, 1", "AUTOMATIC, eo, 1"})
    void anAssetIsOnlyOpenedWhenSomethingNeedsIt(Source source, String extension, int opens) {
        String metadata = scene.put("m.json", METADATA);
        GenerationRequest.Builder request =
                request().source(source).extensions(extension).metadataPaths(metadata);

        StacItem item = generate(request).item();

        assertThat(scene.storage().opens()).isEqualTo(1 + opens);
        assertThat(item.assets().get("data").roles()).containsExactly("data");
        assertThat(item.properties()).containsEntry("datetime", "2024-01-01T00:00:00Z");
    }

    @Test
    void anAssetIsOpenedWhenTheMetadataDoNotSayWhen() {
        String metadata = scene.put("m.json", "{\"bbox\": [7, 46, 8, 47]}");

        StacItem item = generate(
                        request().source(Source.MANUAL).extensions("eo").metadataPaths(metadata))
                .item();

        assertThat(item.properties()).containsEntry("datetime", "2024-05-01T10:20:30Z");
    }
}

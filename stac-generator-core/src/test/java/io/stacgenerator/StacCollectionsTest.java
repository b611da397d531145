package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.model.StacItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StacCollectionsTest {

    private static final Map<String, Object> COLLECTION = Map.of(
            "type", "Collection",
            "stac_version", "1.1.0",
            "id", "acme",
            "license", "other",
            "extent", Map.of("spatial", Map.of("bbox", List.of(List.of(-180, -90, 180, 90)))),
            "summaries", Map.of("acme:mode", List.of("a")));

    private static StacItem item(double west, double east, Map<String, Object> properties, Map<String, Object> assets) {
        Map<String, Object> item = new HashMap<>();
        item.put("type", "Feature");
        item.put("stac_version", "1.1.0");
        item.put("id", "item");
        item.put(
                "stac_extensions",
                List.of(
                        "https://stac-extensions.github.io/eo/v2.0.0/schema.json",
                        "https://stac-extensions.github.io/projection/v2.0.0/schema.json",
                        "https://stac-extensions.github.io/file/v2.1.0/schema.json"));
        item.put("bbox", List.of(west, 10.0, east, 20.0));
        item.put("properties", properties);
        item.put("assets", assets);
        return StacItem.of(item);
    }

    private static StacItem item(double west, double east) {
        return item(west, east, Map.of("datetime", "2024-05-01T00:00:00Z"), Map.of());
    }

    private static Map<String, Object> update(StacItem... items) {
        return StacCollections.update(COLLECTION, Stream.of(items));
    }

    @Test
    void theBoxTakesTheShorterWayAroundTheEarth() {
        assertThat(update(item(170, 178), item(-179, -170)).get("extent"))
                .extracting("spatial.bbox")
                .isEqualTo(List.of(List.of(170.0, 10.0, -170.0, 20.0)));
        assertThat(update(item(179, -179), item(100, 110)).get("extent"))
                .extracting("spatial.bbox")
                .isEqualTo(List.of(List.of(100.0, 10.0, -179.0, 20.0)));
        assertThat(update(item(5, 6), item(-3, 1)).get("extent"))
                .extracting("spatial.bbox")
                .isEqualTo(List.of(List.of(-3.0, 10.0, 6.0, 20.0)));
    }

    @Test
    void theIntervalGoesFromTheFirstStartToTheLastEnd() {
        StacItem range = item(
                0,
                1,
                Map.of("start_datetime", "2023-01-01T00:00:00Z", "end_datetime", "2023-02-01T00:00:00+01:00"),
                Map.of());

        assertThat(update(item(0, 1), range).get("extent"))
                .extracting("temporal.interval")
                .isEqualTo(List.of(List.of("2023-01-01T00:00:00Z", "2024-05-01T00:00:00Z")));
    }

    @Test
    void summariesAreDistinctValuesAndRanges() {
        Map<String, Object> assets =
                Map.of("red", Map.of("href", "a.tif", "bands", List.of(Map.of("name", "B4", "eo:common_name", "red"))));
        Map<String, Object> updated = update(
                item(
                        0,
                        1,
                        Map.of("platform", "a", "instruments", List.of("x"), "gsd", 10, "eo:cloud_cover", 30),
                        assets),
                item(
                        0,
                        1,
                        Map.of("platform", "b", "instruments", List.of("x", "y"), "gsd", 10.0, "eo:cloud_cover", 5.5),
                        assets));

        assertThat(updated.get("summaries"))
                .isEqualTo(Map.of(
                        "acme:mode", List.of("a"),
                        "platform", List.of("a", "b"),
                        "instruments", List.of("x", "y"),
                        "gsd", List.of(10.0),
                        "eo:common_name", List.of("red"),
                        "eo:cloud_cover", Map.of("minimum", 5.5, "maximum", 30.0)));
        assertThat(updated).containsEntry("license", "other");
        assertThat(updated.get("stac_extensions"))
                .isEqualTo(List.of("https://stac-extensions.github.io/eo/v2.0.0/schema.json"));
    }

    @Test
    void itemAssetsAreWhatIsEqualInAllItems() {
        Map<String, Object> one = Map.of(
                "href",
                "a.tif",
                "title",
                "Red",
                "type",
                "image/tiff",
                "gsd",
                10,
                "file:size",
                7,
                "bands",
                List.of(Map.of("name", "B4", "statistics", Map.of("minimum", 1))));
        Map<String, Object> other = Map.of(
                "href",
                "b.tif",
                "title",
                "Red",
                "type",
                "image/tiff",
                "gsd",
                20,
                "file:size",
                7,
                "bands",
                List.of(Map.of("name", "B4", "statistics", Map.of("minimum", 2))));

        Map<String, Object> updated = update(
                item(0, 1, Map.of(), Map.of("red", one, "only", Map.of("href", "c.txt", "title", "alone"))),
                item(0, 1, Map.of(), Map.of("red", other)));

        assertThat(updated.get("item_assets"))
                .isEqualTo(Map.of(
                        "red", Map.of("title", "Red", "type", "image/tiff", "bands", List.of(Map.of("name", "B4")))));
    }

    @Test
    void withoutItemsTheCollectionStaysAsItIs() {
        assertThat(update()).isEqualTo(COLLECTION);
    }

    @Test
    void anUpdateOfWhatIsUpToDateChangesNothing() {
        Map<String, Object> once = update(item(0, 1), item(2, 3));

        assertThat(StacCollections.update(once, Stream.of(item(0, 1), item(2, 3))))
                .isEqualTo(once);
    }

    @Test
    void itemsOfAnotherVersionAndOtherDocumentsAreErrors() {
        StacItem old = StacItem.of(Map.of("stac_version", "1.0.0", "id", "old"));

        assertThatThrownBy(() -> update(old))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.INVALID_ITEM, StacGeneratorException::code);
        assertThatThrownBy(() -> StacCollections.update(Map.of("type", "Catalog"), Stream.of()))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.INVALID_COLLECTION, StacGeneratorException::code);
        assertThatThrownBy(() -> StacCollections.update("{\"type\": \"Collection\"", Stream.of()))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.INVALID_COLLECTION, StacGeneratorException::code);
    }
}

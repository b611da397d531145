package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.CollectionSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CollectionSummaryTest {

    private static final Map<String, Object> COLLECTION =
            Map.of("type", "Collection", "stac_version", "1.1.0", "id", "acme", "license", "other");

    private static StacItem item(int number, double west, double east) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "Feature");
        json.put("stac_version", "1.1.0");
        json.put("stac_extensions", List.of("https://stac-extensions.github.io/eo/v2.0.0/schema.json"));
        json.put("id", "item-" + number);
        json.put("bbox", List.of(west, -10.0 + number % 7, east, 10.0 + number % 5));
        json.put(
                "properties",
                Map.of(
                        "datetime",
                        "2026-05-%02dT00:00:00Z".formatted(1 + number % 28),
                        "platform",
                        "acme-" + number % 3,
                        "eo:cloud_cover",
                        number % 100));
        Map<String, Object> image = new LinkedHashMap<>(Map.of("href", number + ".tif", "type", "image/tiff"));
        image.put("roles", List.of("data"));
        if (number % 11 == 0) {
            image.put("title", "some");
        }
        json.put("assets", Map.of("image", image));
        return StacItem.of(json);
    }

    private static List<StacItem> items() {
        Random random = new Random(17);
        return IntStream.range(0, 400)
                .mapToObj(number -> {
                    double west = 120 + random.nextDouble() * 100;
                    double east = west + random.nextDouble();
                    return item(number, around(west), around(east));
                })
                .toList();
    }

    private static double around(double longitude) {
        return longitude > 180 ? longitude - 360 : longitude;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 400})
    void partsInAnyOrderGiveWhatAllItemsGive(int parts) {
        List<StacItem> items = items();
        Map<String, Object> expected = StacCollections.update(COLLECTION, items.stream());
        List<CollectionSummary> summaries = new ArrayList<>(
                Stream.generate(StacCollections::summary).limit(parts).toList());
        IntStream.range(0, items.size())
                .forEach(number -> summaries.get(number % parts).add(items.get(number)));
        Collections.shuffle(summaries, new Random(4));
        CollectionSummary all = StacCollections.summary();
        summaries.forEach(
                part -> all.merge(StacCollections.summary(part.toJson()).toMap()));
        assertThat(all.items()).isEqualTo(400);
        assertThat(all.applyTo(COLLECTION))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(expected);
    }

    @Test
    void itGoesOnWhereItsJsonEnded() {
        CollectionSummary first = StacCollections.summary();
        first.add(item(1, 170, 175));
        CollectionSummary later = StacCollections.summary();
        later.merge(first.toMap());
        assertThat(later.toJson()).isEqualTo(first.toJson());
        later.add(item(2, -179, -170));
        assertThat(later.applyTo(COLLECTION).get("extent"))
                .extracting("spatial.bbox")
                .isEqualTo(List.of(List.of(170.0, -9.0, -170.0, 12.0)));
    }

    @Test
    void manySmallBoxesKeepTheWidestGap() {
        CollectionSummary summary = StacCollections.summary();
        // 1,200 boxes with gaps of a tenth of a degree, over 240 degrees across the antimeridian
        IntStream.range(0, 1200).forEach(number -> {
            double west = 60 + number * 0.2;
            summary.add(item(number, around(west), around(west + 0.1)));
        });
        assertThat(summary.applyTo(COLLECTION).get("extent"))
                .extracting("spatial.bbox")
                .asInstanceOf(list(List.class))
                .first()
                .satisfies(box -> assertThat(List.of(box.get(0), box.get(2)))
                        .usingRecursiveComparison()
                        .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                        .isEqualTo(List.of(60.0, -60.1)));
    }

    @Test
    void anAssetWithoutACommonMemberGetsNoneByMerging() {
        CollectionSummary all = StacCollections.summary();
        for (String type : List.of("image/tiff", "image/png", "image/tiff")) {
            CollectionSummary part = StacCollections.summary();
            Map<String, Object> json = new LinkedHashMap<>(item(1, 1, 2).toMap());
            json.put("assets", Map.of("a", Map.of("href", "a", "type", type, "title", type)));
            part.add(StacItem.of(json));
            all.merge(part.toMap());
        }
        assertThat(all.applyTo(COLLECTION)).doesNotContainKey("item_assets");
    }

    @Test
    void anotherVersionOfStacIsRefused() {
        CollectionSummary summary = StacCollections.summary();
        summary.add(item(1, 1, 2));
        Map<String, Object> old = new LinkedHashMap<>(COLLECTION);
        old.put("stac_version", "1.0.0");
        assertThatThrownBy(() -> summary.applyTo(old)).hasMessageContaining("STAC 1.1.0, expected 1.0.0");
        assertThat(summary.applyTo(COLLECTION)).containsKey("extent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"items\":\"x\"}",
                "[]",
                "{\"items\":1,\"extent\":{\"longitudes\":[[1]]}}",
                "{\"items\":1,\"extent\":{\"interval\":[\"x\",\"y\"]}}",
                "{\"items\":1,\"summaries\":{\"gsd\":{\"minimum\":1}}}"
            })
    void whatIsNotASummaryIsRefused(String json) {
        assertThatThrownBy(() -> StacCollections.summary(json))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_COLLECTION));
    }
}

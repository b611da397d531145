package io.stacgenerator.internal.merge;

import static io.stacgenerator.internal.merge.Example.AUTOMATIC;
import static io.stacgenerator.internal.merge.Example.GEOREFERENCED;
import static io.stacgenerator.internal.merge.Example.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.merge.document.MetadataLayer;
import io.stacgenerator.internal.merge.member.MergeRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merges documents put together at random, from a fixed seed. */
final class RandomMergeTest {

    private static final int ROUNDS = 500;

    private static final List<String> TOP = List.of(
            "\"id\": \"other\"",
            "\"platform\": 8",
            "\"vendor\": {\"a\": 1}",
            "\"vendor\": null",
            "\"bbox\": [1, 2, 3, 4]",
            "\"bbox\": [179, 2, -179, 4]",
            "\"geometry\": null",
            "\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [0, 2], [2, 2]]]}",
            "\"geometry\": {\"type\": \"Point\", \"coordinates\": [999, 0]}",
            "\"stac_extensions\": [\"eo\", \"view\", \"https://acme.example/schema.json\"]",
            "\"stac_extensions\": null",
            "\"collection\": \"c\"",
            "\"links\": [{\"rel\": \"via\", \"href\": \"v\", \"title\": \"t\"}]",
            "\"links\": [{\"rel\": \"via\", \"href\": \"v\", \"title\": null}, {\"rel\": \"self\", \"href\": \"s\"}]");
    private static final List<String> FIELDS = List.of(
            "\"title\": \"t\"",
            "\"title\": null",
            "\"gsd\": \"2\"",
            "\"gsd\": 3",
            "\"datetime\": \"2024-01-01\"",
            "\"start_datetime\": \"2024-01-01T00:00:00Z\"",
            "\"end_datetime\": \"2023-01-01T00:00:00Z\"",
            "\"end_datetime\": \"2025-01-01T00:00:00+02:00\"",
            "\"eo:cloud_cover\": 300",
            "\"eo:cloud_cover\": 30",
            "\"eo:cloud_cover\": null",
            "\"view:azimuth\": -10",
            "\"proj:epsg\": 4326",
            "\"proj:code\": null",
            "\"data_type\": \"int8\"",
            "\"nodata\": \"NaN\"",
            "\"nodata\": 7",
            "\"nodata\": null",
            "\"raster:scale\": 2",
            "\"file:size\": 5",
            "\"proj:shape\": [1, 2]",
            "\"statistics\": {\"minimum\": 1}",
            "\"statistics\": {\"maximum\": \"2\"}",
            "\"acme:x\": {\"a\": 1, \"b\": [1]}",
            "\"acme:x\": {\"a\": null}",
            "\"acme:x\": 5",
            "\"sat:orbit_state\": \"ascending\"",
            "\"instruments\": \"i\"",
            "\"providers\": [{\"name\": \"A\", \"roles\": [\"host\"]}, {\"name\": \"B\"}]",
            "\"providers\": [{\"name\": \"b\", \"roles\": [\"producer\"], \"url\": \"x:y\"}]",
            "\"providers\": null",
            "\"bands\": [{\"name\": \"two\", \"nodata\": 4}]",
            "\"bands\": [{\"nodata\": 1, \"data_type\": \"int8\"}, {\"nodata\": 2}]",
            "\"bands\": [null, {\"eo:common_name\": \"red\"}]",
            "\"bands\": [{}, {}, {}]",
            "\"bands\": null",
            "\"raster:bands\": [{\"nodata\": 3, \"scale\": \"1\"}, {\"nodata\": 3}]",
            "\"eo:bands\": [{\"common_name\": \"nir\"}, {\"common_name\": \"red\"}]");
    private static final List<String> ASSETS = List.of("image", "preview", "new", "gone");

    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333})
    void mergingTheSameDocumentsAgainChangesNothing(long seed) {
        Random random = new Random(seed);
        int merged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<MetadataLayer> layers = documents(random);
            MergeRules rules = List.of(AUTOMATIC, MANUAL, GEOREFERENCED).get(random.nextInt(3));
            try {
                Map<String, Object> once =
                        Example.merged(Example.item(), layers, rules).item();
                Map<String, Object> twice = Example.merged(once, layers, rules).item();
                assertThat(twice)
                        .as(() -> "seed %d, %s: %s".formatted(seed, rules.source(), layers))
                        .usingComparator(Json.BY_VALUE)
                        .isEqualTo(once);
                merged++;
            } catch (StacGeneratorException e) {
                assertThat(e).hasMessageContaining("/properties/datetime");
            }
        }
        assertThat(merged).isGreaterThan(ROUNDS / 2);
    }

    private static List<MetadataLayer> documents(Random random) {
        List<MetadataLayer> layers = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            layers.add(new MetadataLayer("/meta/" + i + ".json", Json.object(document(random))));
        }
        return layers;
    }

    private static String document(Random random) {
        List<String> members = new ArrayList<>();
        members.add(some(TOP, random, 4));
        members.add("\"properties\": {" + some(FIELDS, random, 6) + "}");
        List<String> assets = new ArrayList<>();
        for (String key : ASSETS) {
            assets.add("\"" + key + "\": " + asset(key, random));
        }
        members.add("\"assets\": {" + some(assets, random, 3) + "}");
        members.removeIf(String::isEmpty);
        return "{" + String.join(", ", members) + "}";
    }

    private static String asset(String key, Random random) {
        if (key.equals("gone")) {
            return "null";
        }
        String fields = some(FIELDS, random, 6);
        if (!key.equals("new")) {
            return "{" + fields + "}";
        }
        return "{\"href\": \"new.tif\"" + (fields.isEmpty() ? "" : ", " + fields) + "}";
    }

    /** Some of the members, none twice. */
    private static String some(List<String> members, Random random, int most) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            String member = members.get(random.nextInt(members.size()));
            chosen.putIfAbsent(member.substring(0, member.indexOf("\":")), member);
        }
        return String.join(", ", chosen.values());
    }
}

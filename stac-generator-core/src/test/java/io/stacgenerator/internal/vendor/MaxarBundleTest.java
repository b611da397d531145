package io.stacgenerator.internal.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.SceneOptions;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.vendor.ProductFile;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaxarBundleTest {

    private static final String ORDER = "012345678901_01_P001";
    private static final String PAN = ORDER + "_PAN/21OCT01101112-P2AS-" + ORDER;
    private static final String MS = ORDER + "_MUL/21OCT01101112-M2AS-" + ORDER;

    private static String imd(String catalogId, double gsd, String... bands) {
        StringBuilder text = new StringBuilder();
        for (String band : bands) {
            text.append("""
                    BEGIN_GROUP = BAND_%s
                      ULLon = 12.0;
                      ULLat = 42.0;
                      URLon = 12.2;
                      URLat = 42.0;
                      LRLon = 12.2;
                      LRLat = 41.9;
                      LLLon = 12.0;
                      LLLat = 41.9;
                    END_GROUP = BAND_%s
                    """.formatted(band, band));
        }
        return text + """
                BEGIN_GROUP = IMAGE_1
                  satId = "WV02";
                  CatId = "%s";
                  firstLineTime = 2021-10-01T10:11:12.000000Z;
                  meanCollectedGSD = %s;
                END_GROUP = IMAGE_1
                END;
                """.formatted(catalogId, gsd);
    }

    private static StacItem item(Map<String, String> files) {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        files.forEach((path, text) -> storage.put("orders/" + path, text.getBytes(UTF_8)));
        try (StacGenerator generator = StacGenerator.builder().install(storage).build();
                Stream<GenerationRequest> scenes = generator.requests("memory:orders/", SceneOptions.ofDefaults())) {
            return generator.generate(scenes.toList().get(0)).item();
        }
    }

    private static List<String> bands(StacItem item, String asset) {
        return ((List<?>) item.assets().get(asset).toMap().getOrDefault("bands", List.of()))
                .stream()
                        .map(band -> String.valueOf(((Map<?, ?>) band).get("name")))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "16FEB02105433-M2AS_R1C2-055675983010_01_P001.TIF, ms_r1c2",
        "16FEB02105433_R1C2-M2AS-055675983010_01_P001.TIF, ms_r1c2",
        "16FEB02105433-P1BS-055675983010_01_P001.NTF, pan",
        "16FEB02105434-A2AS-055675983010_01_P001.TIF, swir"
    })
    void aTileIsToldFromTheWholeImage(String name, String key) {
        assertThat(new Maxar().products().file(name).map(ProductFile::key)).contains(key);
    }

    @Test
    void eachImageOfABundleHasTheBandsAndTheDistanceOfItsOwnDocument() {
        StacItem item = item(Map.of(
                PAN + ".IMD",
                imd("103001000A1B2C00", 0.504, "P"),
                PAN + ".TIF",
                "",
                MS + ".IMD",
                imd("103001000A1B2C00", 2.016, "B", "G", "R", "N"),
                MS + ".TIF",
                ""));

        assertThat(item.id()).isEqualTo("103001000A1B2C00");
        assertThat(bands(item, "pan")).containsExactly("P");
        assertThat(bands(item, "ms")).containsExactly("B", "G", "R", "N");
        assertThat(item.assets().get("pan").toMap()).containsEntry("gsd", 0.504);
        assertThat(item.assets().get("ms").toMap()).containsEntry("gsd", 2.016);
        assertThat(item.properties()).containsEntry("gsd", 0.504);
    }

    @Test
    void anImageWithoutItsOwnDocumentIsGivenNoBandsOfAnother() {
        StacItem item = item(Map.of(
                PAN + ".TIF", "", MS + ".IMD", imd("103001000A1B2C00", 2.016, "B", "G", "R", "N"), MS + ".TIF", ""));

        assertThat(bands(item, "pan")).isEmpty();
        assertThat(item.assets().get("pan").toMap())
                .doesNotContainKey("gsd")
                .containsEntry("title", "Panchromatic image");
        assertThat(bands(item, "ms")).containsExactly("B", "G", "R", "N");
        assertThat(item.properties()).containsEntry("gsd", 2.016);
    }

    @Test
    void aMosaicOfSeveralCatalogIdsIsNotNamedByOneOfThem() {
        String mosaic = imd("103001000A1B2C00", 0.5, "P")
                .replace("END;", "BEGIN_GROUP = IMAGE_2\n  CatId = \"103001000D4E5F00\";\nEND_GROUP = IMAGE_2\nEND;");

        assertThat(item(Map.of(PAN + ".IMD", mosaic, PAN + ".TIF", "")).id())
                .isNotEqualTo("103001000A1B2C00")
                .isNotEqualTo("103001000D4E5F00");
    }
}

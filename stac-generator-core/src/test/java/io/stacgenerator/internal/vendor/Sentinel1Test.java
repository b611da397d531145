package io.stacgenerator.internal.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.SceneOptions;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class Sentinel1Test {

    private static final String PRODUCT = "S1A_IW_GRDH_1SDV_20240302T052500_20240302T052525_052800_0663AB_1F2E";
    private static final String TIMES = "20240302t052500-20240302t052525-052800-0663ab-00";

    private static StacItem item(Map<String, String> files) {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        files.forEach((path, text) -> storage.put("radar/" + path, text.getBytes(UTF_8)));
        try (StacGenerator generator = StacGenerator.builder().install(storage).build();
                Stream<GenerationRequest> scenes = generator.requests("memory:radar/", SceneOptions.ofDefaults())) {
            List<GenerationRequest> found = scenes.toList();
            assertThat(found).hasSize(1);
            return generator.generate(found.get(0)).item();
        }
    }

    @Test
    void aProductOfGroundRangeIsDescribedByManifestAndAnnotation() {
        String safe = PRODUCT + ".SAFE/";
        StacItem item = item(Map.of(
                safe + "manifest.safe", VendorDocuments.S1_MANIFEST,
                safe + "annotation/s1a-iw-grd-vv-" + TIMES + "1.xml", VendorDocuments.S1_ANNOTATION,
                safe + "annotation/calibration/noise-s1a-iw-grd-vv-" + TIMES + "1.xml", "<noise/>",
                safe + "measurement/s1a-iw-grd-vv-" + TIMES + "1.tiff", "",
                safe + "measurement/s1a-iw-grd-vh-" + TIMES + "2.tiff", "",
                safe + "preview/quick-look.png", ""));

        assertThat(item.id()).isEqualTo(PRODUCT);
        assertThat(item.properties())
                .contains(
                        entry("datetime", "2024-03-02T05:25:00.250000Z"),
                        entry("start_datetime", "2024-03-02T05:25:00.250000Z"),
                        entry("end_datetime", "2024-03-02T05:25:25.250000Z"),
                        entry("platform", "sentinel-1a"),
                        entry("constellation", "sentinel-1"),
                        entry("instruments", List.of("c-sar")),
                        entry("sar:instrument_mode", "IW"),
                        entry("sar:frequency_band", "C"),
                        entry("sar:center_frequency", 5.40500045433435),
                        entry("sar:product_type", "GRD"),
                        entry("sar:polarizations", List.of("VV", "VH")),
                        entry("sar:observation_direction", "right"),
                        entry("sar:pixel_spacing_range", 10.0),
                        entry("sat:orbit_state", "descending"),
                        entry("sat:platform_international_designator", "2014-016A"),
                        entry("processing:level", "L1"))
                .containsKeys("sar:looks_range", "sar:looks_azimuth", "sat:absolute_orbit", "sat:relative_orbit")
                .containsKeys("sat:anx_datetime", "processing:software");
        assertThat(item.stacExtensions()).anyMatch(uri -> uri.contains("/sar/")).anyMatch(uri -> uri.contains("/sat/"));
        assertThat(item.bbox().orElseThrow().toString()).contains("7.6", "47.0", "11.4", "48.9");
        assertThat(item.assets()).containsKeys("vv", "vh", "thumbnail", "schema-noise-vv");
        assertThat(item.assets().get("vh").toMap())
                .contains(
                        entry("title", "VH"),
                        entry("roles", List.of("data")),
                        entry("sar:polarizations", List.of("VH")));
    }

    @Test
    void theImagesOfAComplexProductAreDistinguishedBySwathAndPolarization() {
        String safe = PRODUCT.replace("GRDH", "SLC_") + ".SAFE/";
        StacItem item = item(Map.of(
                safe + "manifest.safe", VendorDocuments.S1_MANIFEST.replace(">GRD<", ">SLC<"),
                safe + "measurement/s1a-iw1-slc-vv-" + TIMES + "4.tiff", "",
                safe + "measurement/s1a-iw2-slc-vv-" + TIMES + "5.tiff", "",
                safe + "measurement/s1a-iw1-slc-vh-" + TIMES + "1.tiff", ""));

        assertThat(item.properties()).contains(entry("sar:product_type", "SLC"), entry("sar:center_frequency", 5.405));
        assertThat(item.assets()).containsKeys("iw1-vv", "iw2-vv", "iw1-vh");
        assertThat(item.assets().get("iw2-vv").toMap())
                .contains(entry("title", "VV of swath IW2"), entry("sar:polarizations", List.of("VV")));
    }

    @Test
    void aFolderWithShortNamesIsTheSameProduct() {
        String folder = "GRD/2024/3/2/IW/DV/" + PRODUCT + "/";
        StacItem item = item(Map.of(
                folder + "manifest.safe", VendorDocuments.S1_MANIFEST,
                folder + "measurement/iw-vv.tiff", "",
                folder + "measurement/iw-vh.tiff", ""));

        assertThat(item.id()).isEqualTo(PRODUCT);
        assertThat(item.assets()).containsKeys("vv", "vh");
    }

    @Test
    void anAnnotationAloneSaysWhatTheManifestWould() {
        Map<String, Object> item =
                Parsing.of("s1a-iw-grd-vv-" + TIMES + "1.tiff").parse(VendorDocuments.S1_ANNOTATION);

        assertThat(item.get("properties").toString())
                .contains("platform=sentinel-1a", "datetime=2024-03-02T05:25:00.250000Z", "sar:polarizations=[VV]")
                .contains("sat:orbit_state=descending", "sar:product_type=GRD");
    }
}

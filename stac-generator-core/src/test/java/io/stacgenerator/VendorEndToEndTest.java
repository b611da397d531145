package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.internal.image.Jp2Builder;
import io.stacgenerator.internal.vendor.VendorDocuments;
import io.stacgenerator.model.StacAsset;
import io.stacgenerator.model.StacItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Files under the names of a product and the vendor's metadata become one valid Item. The Items are left in
 * {@code target/vendor-items} for a validator of schemas.
 */
final class VendorEndToEndTest {

    private static final Path ITEMS = Path.of("target", "vendor-items");

    private final Scene scene = new Scene();

    private String image(String name, int bands) {
        return scene.put(
                name,
                TiffBuilder.of(TiffImage.of(64, 32)
                                .bands(bands)
                                .samples(16, 1)
                                .tiles(16, 16)
                                .located(380000, 5200000, 30, 32632))
                        .build());
    }

    private GenerationResult generate(String provider, String metadata, String... assets) {
        GenerationOptions strict = GenerationOptions.builder().strict(true).build();
        try (StacGenerator generator = scene.generator(strict)) {
            GenerationResult result = generator.generate(GenerationRequest.builder()
                    .provider(provider)
                    .assetPaths(assets)
                    .metadataPaths(metadata)
                    .build());
            keep(result.item());
            return result;
        }
    }

    private static void keep(StacItem item) {
        try {
            Files.createDirectories(ITEMS);
            Files.writeString(ITEMS.resolve(item.id() + ".json"), item.toPrettyJson());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void landsat() {
        String product = "LC08_L2SP_047027_20201204_20210313_02_T1";
        String metadata = scene.put(product + "_MTL.xml", VendorDocuments.MTL_XML);

        GenerationResult result = generate(
                "USGS",
                metadata,
                image(product + "_SR_B4.TIF", 1),
                image(product + "_ST_B10.TIF", 1),
                image(product + "_QA_PIXEL.TIF", 1),
                metadata);

        StacItem item = result.item();
        assertThat(result.warnings()).isEmpty();
        assertThat(item.assets()).containsOnlyKeys("red", "lwir11", "qa_pixel", "mtl.xml");
        assertThat(item.properties())
                .containsEntry("datetime", "2020-12-04T19:02:11.1944860Z")
                .containsEntry("eo:cloud_cover", 1.55)
                .containsEntry("view:sun_azimuth", 350.0)
                .containsEntry("proj:code", "EPSG:32632");
        assertThat(item.assets().get("red").toMap())
                .containsEntry("title", "Red Band")
                .containsEntry("data_type", "uint16");
        assertThat(item.assets().get("red").bands())
                .singleElement()
                .satisfies(band -> assertThat(band).containsEntry("eo:common_name", "red"));
        assertThat(item.assets().get("qa_pixel").roles()).contains("metadata", "cloud");
        assertThat(item.stacExtensions()).anyMatch(uri -> uri.contains("/eo/")).anyMatch(uri -> uri.contains("/view/"));
        assertThat(result.origins()).containsEntry("/properties/platform", "metadata:memory:" + product + "_MTL.xml");
    }

    @Test
    void filesOfAVendorAreDescribedByTheirNamesWhereNoMetadataAreThere() {
        String product = "LC08_L2SP_047027_20201204_20210313_02_T1";
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths(image(product + "_SR_B4.TIF", 1), image(product + "_QA_PIXEL.TIF", 1))
                .build();

        try (StacGenerator generator = scene.generator(GenerationOptions.ofDefaults())) {
            StacItem item = generator.generate(request).item();

            assertThat(item.assets().get("red").roles()).containsExactly("data", "reflectance");
            assertThat(item.assets().get("red").bands())
                    .singleElement()
                    .satisfies(band -> assertThat(band).containsEntry("eo:common_name", "red"));
            assertThat(item.assets().get("qa_pixel").roles()).contains("metadata", "cloud");
        }
    }

    /** As USGS delivers it with a scene: a STAC Item whose assets have neither roles nor bands. */
    @Test
    void namesOfFilesTellWhatAStacItemOfTheVendorLeavesOut() {
        String product = "LC08_L2SP_047027_20201204_20210313_02_T1";
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths(image(product + "_SR_B4.TIF", 1), image(product + "_QA_PIXEL.TIF", 1))
                .metadataPaths(scene.put(product + "_SR_stac.json", """
                        {"stac_version": "1.0.0", "type": "Feature", "id": "x", "properties": {"eo:cloud_cover": 1.5},
                         "assets": {"SR_B4.TIF": {"title": "Red Band (B4)",
                           "href": "https://landsatlook.usgs.gov/data/LC08_L2SP_047027_20201204_20210313_02_T1_SR_B4.TIF"}}}
                        """))
                .build();

        try (StacGenerator generator = scene.generator(GenerationOptions.ofDefaults())) {
            GenerationResult result = generator.generate(request);

            assertThat(result.warnings()).extracting(Warning::code).doesNotContain("conflict");
            assertThat(result.item().properties()).containsEntry("eo:cloud_cover", 1.5);
            assertThat(result.item().assets().get("SR_B4.TIF"))
                    .returns(List.of("data", "reflectance"), StacAsset::roles)
                    .satisfies(asset -> assertThat(asset.title()).contains("Red Band (B4)"))
                    .satisfies(asset -> assertThat(asset.bands()).hasSize(1));
            assertThat(result.item().assets().get("qa_pixel").roles()).contains("metadata", "cloud");
        }
    }

    @Test
    void namesOfFilesTellWhatARecordLeavesOut() {
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths(image("m_3807708_se_18_060_20210628.tif", 4))
                .metadataPaths(scene.put("m_3807708_se_18_060_20210628.xml", """
                        <metadata><idinfo><citation><citeinfo><title>NAIP</title></citeinfo></citation>
                          <descript><abstract>An image</abstract></descript></idinfo></metadata>
                        """))
                .build();

        try (StacGenerator generator = scene.generator(GenerationOptions.ofDefaults())) {
            StacItem item = generator.generate(request).item();

            assertThat(item.properties()).containsEntry("title", "NAIP");
            assertThat(item.assets().get("image").toMap()).containsEntry("gsd", 0.6);
            assertThat(item.assets().get("image").bands())
                    .extracting(band -> band.get("eo:common_name"))
                    .containsExactly("red", "green", "blue", "nir");
        }
    }

    @Test
    void anotherFormOfMetadataServesWhereThePreferredOneIsMalformed() {
        String product = "LC08_L2SP_047027_20201204_20210313_02_T1";
        String malformed = scene.put(product + "_MTL.xml", "<LANDSAT_METADATA_FILE><PRODUCT_CONTENTS>");
        GenerationRequest found = GenerationRequest.builder()
                .assetPaths(
                        image(product + "_SR_B4.TIF", 1),
                        malformed,
                        scene.put(product + "_MTL.json", "{"),
                        scene.put(product + "_MTL.txt", VendorDocuments.MTL_TXT))
                .metadataPaths(malformed)
                .metadataOptional(true)
                .build();

        try (StacGenerator generator = scene.generator()) {
            GenerationResult result = generator.generate(found);

            assertThat(result.warnings())
                    .filteredOn(warning -> warning.code().equals("metadata-unread"))
                    .extracting(Warning::message)
                    .satisfiesExactly(
                            first -> assertThat(first).contains("_MTL.xml"),
                            second -> assertThat(second).contains("_MTL.json"));
            assertThat(result.origins())
                    .containsEntry("/properties/platform", "metadata:memory:" + product + "_MTL.txt");
        }
    }

    @Test
    void maxar() {
        String product = "21OCT01101112-M2AS-012345678901_01_P001";

        StacItem item = generate(
                        "DigitalGlobe", scene.put(product + ".IMD", VendorDocuments.IMD), image(product + ".TIF", 2))
                .item();

        assertThat(item.properties())
                .containsEntry("platform", "worldview-3")
                .containsEntry("eo:cloud_cover", 2.7)
                .containsEntry("gsd", 1.301)
                .containsEntry("view:incidence_angle", 14.0);
        assertThat(item.assets().get("ms").bands())
                .extracting(band -> band.get("eo:common_name"))
                .containsExactly("blue", "red");
    }

    @Test
    void planet() {
        String product = "20220125_075509_67_1061";

        StacItem item = generate(
                        "Planet",
                        scene.put(product + "_metadata.json", VendorDocuments.PLANET_ITEM),
                        image(product + "_3B_AnalyticMS_SR.tif", 4),
                        image(product + "_3B_udm2.tif", 8))
                .item();

        assertThat(item.properties()).containsEntry("eo:cloud_cover", 6.0).containsEntry("gsd", 3.6);
        assertThat(item.assets()).containsOnlyKeys("analytic_sr", "udm2");
        assertThat(item.assets().get("analytic_sr").bands())
                .extracting(band -> band.get("eo:common_name"))
                .containsExactly("blue", "green", "red", "nir");
    }

    @Test
    void sentinel2() {
        String tile = "T33XWJ_20220413T150759_";
        String metadata = scene.put("MTD_TL.xml", VendorDocuments.S2_TILE);

        StacItem item = generate("copernicus", metadata, image(tile + "B04_10m.tif", 1), image(tile + "TCI_10m.tif", 3))
                .item();

        assertThat(item.properties())
                .containsEntry("platform", "sentinel-2b")
                .containsEntry("view:sun_elevation", 13.5);
        assertThat(item.assets().get("red").toMap())
                .containsEntry("title", "Red - 10m")
                .containsEntry("gsd", 10.0);
        assertThat(item.assets().get("visual").roles()).containsExactly("visual");
    }

    @Test
    void theOutlineOfAVendorLocatesWhatTheDataDoNot() {
        StacItem item = generate(
                        "landsat",
                        scene.put("MTL.json", VendorDocuments.MTL_JSON),
                        scene.put("picture.jp2", new Jp2Builder().build()))
                .item();

        assertThat(item.geometry())
                .hasValueSatisfying(geometry ->
                        assertThat(geometry.getEnvelopeInternal().getMinX()).isEqualTo(-125));
    }

    @Test
    void theKeyOfAProductsFileDoesNotDependOnWhatLiesNextToIt() {
        String file = "LC08_L1TP_047027_20201204_20210313_02_T1_B8.TIF";

        Map<String, ?> alone = generate("landsat", scene.put("MTL.json", VendorDocuments.MTL_JSON), image(file, 1))
                .item()
                .assets();
        Map<String, ?> beside = generate(
                        "landsat",
                        scene.put("MTL.json", VendorDocuments.MTL_JSON),
                        scene.put("pan.txt", "a file that is called as the key"),
                        image(file, 1))
                .item()
                .assets();

        assertThat(List.of(alone.keySet(), beside.keySet())).allMatch(keys -> keys.contains("pan"));
        assertThat(beside.get("pan").toString()).contains(file);
    }
}

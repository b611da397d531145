package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.internal.image.Jp2Builder;
import io.stacgenerator.model.StacItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenes of Sentinel-2 in the layouts of AWS and Earth Search, from the listing to the Item. */
final class Sentinel2LayoutsTest {

    private static final int SIDE = 1200;
    private static final String TILE_ID = "S2B_OPER_MSI_L2A_TL_2APS_20230615T120000_A032755_T32TNS_N05.09";
    private static final String PRODUCT = "S2B_MSIL2A_20230615T102031_N0509_R065_T32TNS_20230615T120000";

    @TempDir
    private Path folder;

    /** A tile of 1.2 km near Zurich. */
    private static String tile() {
        StringBuilder geocoding = new StringBuilder();
        for (int resolution : List.of(10, 20, 60)) {
            geocoding.append("""
                    <Size resolution="%1$d"><NROWS>%2$d</NROWS><NCOLS>%2$d</NCOLS></Size>
                    <Geoposition resolution="%1$d"><ULX>500000</ULX><ULY>5200000</ULY><XDIM>%1$d</XDIM><YDIM>-%1$d</YDIM></Geoposition>
                    """.formatted(resolution, SIDE / resolution));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <n1:Level-2A_Tile_ID xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/S2_PDI_Level-2A_Tile_Metadata.xsd">
                  <n1:General_Info>
                    <TILE_ID metadataLevel="Brief">%s</TILE_ID>
                    <SENSING_TIME metadataLevel="Standard">2023-06-15T10:26:31.456Z</SENSING_TIME>
                  </n1:General_Info>
                  <n1:Geometric_Info>
                    <Tile_Geocoding metadataLevel="Brief">
                      <HORIZONTAL_CS_NAME>WGS84 / UTM zone 32N</HORIZONTAL_CS_NAME>
                      <HORIZONTAL_CS_CODE>EPSG:32632</HORIZONTAL_CS_CODE>
                      %s
                    </Tile_Geocoding>
                    <Tile_Angles>
                      <Mean_Sun_Angle><ZENITH_ANGLE unit="deg">25.5</ZENITH_ANGLE><AZIMUTH_ANGLE unit="deg">150.25</AZIMUTH_ANGLE></Mean_Sun_Angle>
                    </Tile_Angles>
                  </n1:Geometric_Info>
                  <n1:Quality_Indicators_Info>
                    <Image_Content_QI>
                      <CLOUDY_PIXEL_PERCENTAGE>12.5</CLOUDY_PIXEL_PERCENTAGE>
                      <WATER_PERCENTAGE>3.25</WATER_PERCENTAGE>
                    </Image_Content_QI>
                  </n1:Quality_Indicators_Info>
                </n1:Level-2A_Tile_ID>
                """.formatted(TILE_ID, geocoding);
    }

    private static String product() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <n1:Level-2A_User_Product xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/User_Product_Level-2A.xsd">
                  <PRODUCT_START_TIME>2023-06-15T10:20:31.024Z</PRODUCT_START_TIME>
                  <PRODUCT_STOP_TIME>2023-06-15T10:20:31.024Z</PRODUCT_STOP_TIME>
                  <PRODUCT_URI>%s.SAFE</PRODUCT_URI>
                  <PROCESSING_LEVEL>Level-2A</PROCESSING_LEVEL>
                  <PROCESSING_BASELINE>05.09</PROCESSING_BASELINE>
                  <SPACECRAFT_NAME>Sentinel-2B</SPACECRAFT_NAME>
                  <BOA_QUANTIFICATION_VALUE unit="none">10000</BOA_QUANTIFICATION_VALUE>
                  <BOA_ADD_OFFSET_VALUES_LIST>
                    <BOA_ADD_OFFSET band_id="0">-1000</BOA_ADD_OFFSET><BOA_ADD_OFFSET band_id="1">-1000</BOA_ADD_OFFSET>
                  </BOA_ADD_OFFSET_VALUES_LIST>
                </n1:Level-2A_User_Product>
                """.formatted(PRODUCT);
    }

    /** The valid data are the west half of the tile. */
    private static String tileInfo() {
        return """
                {
                  "path": "tiles/32/T/NS/2023/6/15/0",
                  "timestamp": "2023-06-15T10:26:31.456Z",
                  "utmZone": 32, "latitudeBand": "T", "gridSquare": "NS",
                  "datastrip": {"id": "S2B_OPER_MSI_L2A_DS_2APS_20230615T120000_S20230615T102404_N05.09"},
                  "tileGeometry": {
                    "type": "Polygon",
                    "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG:8.8.1:32632"}},
                    "coordinates": [[[500000, 5200000], [501200, 5200000], [501200, 5198800], [500000, 5198800], [500000, 5200000]]]
                  },
                  "tileDataGeometry": {
                    "type": "Polygon",
                    "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG:8.8.1:32632"}},
                    "coordinates": [[[500000, 5200000], [500600, 5200000], [500600, 5198800], [500000, 5198800], [500000, 5200000]]]
                  },
                  "productName": "%s"
                }
                """.formatted(PRODUCT);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(parent(name), text);
    }

    private Path parent(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private void cog(String name, int resolution, int bits) throws IOException {
        int side = SIDE / resolution;
        TiffImage image = TiffImage.of(side, side).samples(bits, 1).located(500000, 5200000, resolution, 32632);
        Files.write(parent(name), TiffBuilder.of(image).build());
    }

    /** As AWS has them: without a reference system. */
    private void jp2(String name, int resolution, int... depths) throws IOException {
        int side = SIDE / resolution;
        Files.write(
                parent(name),
                new Jp2Builder()
                        .codestream(Jp2Builder.codestream(side, side, depths))
                        .build());
    }

    private List<GenerationRequest> scenes(StacGenerator generator) {
        try (Stream<GenerationRequest> requests = generator.requests(folder.toString(), SceneOptions.ofDefaults())) {
            return requests.toList();
        }
    }

    private StacItem scene() {
        try (StacGenerator generator = StacGenerator.builder().build()) {
            List<GenerationRequest> requests = scenes(generator);
            assertThat(requests).hasSize(1);
            return generator.generate(requests.get(0)).item();
        }
    }

    private static void isTheScene(StacItem item) {
        assertThat(item.properties())
                .containsEntry("datetime", "2023-06-15T10:26:31.456Z")
                .containsEntry("platform", "sentinel-2b")
                .containsEntry("grid:code", "MGRS-32TNS")
                .containsEntry("eo:cloud_cover", 12.5)
                .containsEntry("proj:code", "EPSG:32632")
                .containsEntry("view:sun_elevation", 64.5);
        assertThat(item.bbox().orElseThrow().west()).isCloseTo(9, within(1e-6));
        assertThat(item.bbox().orElseThrow().east()).isBetween(9.007, 9.016);
    }

    private static Map<String, Object> asset(StacItem item, String key) {
        return item.assets().get(key).toMap();
    }

    @ParameterizedTest
    @CsvSource({
        "sentinel-s2-l2a-cogs/32/T/NS/2023/6/S2B_32TNS_20230615_0_L2A, S2B_32TNS_20230615_0_L2A",
        "sentinel-2-c1-l2a/32/T/NS/2023/6/S2B_T32TNS_20230615T102404_L2A, S2B_T32TNS_20230615T102404_L2A",
        "tiles/32/T/NS/2023/6/15/0, " + PRODUCT,
        "any folder, " + PRODUCT
    })
    void cogsOfEarthSearch(String place, String id) throws IOException {
        for (String band : List.of("B02", "B03", "B04", "B08", "TCI")) {
            cog(place + "/" + band + ".tif", 10, band.equals("TCI") ? 8 : 16);
        }
        cog(place + "/B05.tif", 20, 16);
        cog(place + "/SCL.tif", 20, 8);
        cog(place + "/AOT.tif", 20, 16);
        cog(place + "/WVP.tif", 20, 16);
        cog(place + "/B01.tif", 60, 16);
        cog(place + "/CLD_20m.tif", 20, 8);
        Files.write(
                parent(place + "/L2A_PVI.tif"),
                TiffBuilder.of(TiffImage.of(3, 3).located(500000, 5200000, 320, 32632))
                        .build());
        write(place + "/L2A_PVI.jpg", "not opened");
        write(place + "/granule_metadata.xml", tile());
        write(place + "/product_metadata.xml", product());
        write(place + "/tileinfo_metadata.json", tileInfo());

        StacItem item = scene();

        isTheScene(item);
        assertThat(item.id()).isEqualTo(id);
        assertThat(item.assets().keySet())
                .contains("blue", "green", "red", "nir", "rededge1", "coastal", "visual", "scl", "aot", "wvp", "cloud")
                .contains("preview", "thumbnail", "granule_metadata", "product_metadata", "tileinfo_metadata");
        assertThat(asset(item, "blue"))
                .containsEntry("raster:scale", 0.0001)
                .containsEntry("raster:offset", -0.1)
                .containsEntry("proj:shape", List.of(120, 120));
    }

    @ParameterizedTest
    @CsvSource({"tiles/32/T/NS/2023/6/15/0", "s2b"})
    void jp2OfAwsOfLevel2A(String place) throws IOException {
        jp2(place + "/R10m/B02.jp2", 10, 15);
        jp2(place + "/R10m/TCI.jp2", 10, 7, 7, 7);
        jp2(place + "/R20m/B02.jp2", 20, 15);
        jp2(place + "/R20m/SCL.jp2", 20, 7);
        jp2(place + "/R60m/B01.jp2", 60, 15);
        jp2(place + "/qi/CLD_20m.jp2", 20, 7);
        write(place + "/metadata.xml", tile());
        write(place + "/tileInfo.json", tileInfo());

        StacItem item = scene();

        isTheScene(item);
        assertThat(item.id()).isEqualTo(TILE_ID);
        assertThat(asset(item, "blue"))
                .containsEntry("proj:shape", List.of(120, 120))
                .containsEntry("raster:offset", -0.1);
    }

    @Test
    void jp2OfAwsOfLevel1C() throws IOException {
        String place = "tiles/32/T/NS/2023/6/15/0";
        jp2(place + "/B02.jp2", 10, 15);
        jp2(place + "/B01.jp2", 60, 15);
        write(place + "/preview.jpg", "not opened");
        write(place + "/metadata.xml", tile().replace("L2A", "L1C").replace("Level-2A", "Level-1C"));
        write(place + "/tileInfo.json", tileInfo().replace("L2A", "L1C"));

        StacItem item = scene();

        isTheScene(item);
        assertThat(item.id()).isEqualTo(TILE_ID.replace("L2A", "L1C"));
    }

    @Test
    void aTileInfoAloneSaysWhenAndWhere() throws IOException {
        jp2("tiles/32/T/NS/2023/6/15/0/R10m/B02.jp2", 10, 15);
        write("tiles/32/T/NS/2023/6/15/0/tileInfo.json", tileInfo());

        StacItem item = scene();

        assertThat(item.properties()).containsEntry("datetime", "2023-06-15T10:26:31.456Z");
        assertThat(item.bbox().orElseThrow().east()).isCloseTo(9.00786, within(1e-4));
    }

    @Test
    void theTilesGeocodingPlacesImagesThatAreNot() throws IOException {
        jp2("safe/R10m/T32TNS_20230615T102031_B02_10m.jp2", 10, 15);
        jp2("safe/R60m/T32TNS_20230615T102031_B01_60m.jp2", 60, 15);
        write("safe/MTD_TL.xml", tile());

        StacItem item = scene();

        isTheScene(item);
        assertThat(item.bbox().orElseThrow().east()).isCloseTo(9.01577, within(1e-4));
        assertThat(asset(item, "blue"))
                .containsEntry("raster:spatial_resolution", 10.0)
                .containsEntry("proj:bbox", List.of(500000.0, 5198800.0, 501200.0, 5200000.0));
        assertThat(asset(item, "coastal")).containsEntry("raster:spatial_resolution", 60.0);
    }
}

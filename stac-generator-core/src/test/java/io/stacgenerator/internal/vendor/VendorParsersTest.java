package io.stacgenerator.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.data.Offset.offset;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VendorParsersTest {

    private static MapAssert<Object, Object> properties(Map<String, Object> item) {
        return assertThat(item).extractingByKey("properties", MAP);
    }

    private static MapAssert<Object, Object> asset(Map<String, Object> item, String key) {
        return assertThat(item).extractingByKey("assets", MAP).extractingByKey(key, MAP);
    }

    @ParameterizedTest
    @ValueSource(strings = {VendorDocuments.MTL_TXT, VendorDocuments.MTL_XML, VendorDocuments.MTL_JSON})
    void landsatIsReadInAllItsForms(String text) {
        Map<String, Object> item = Parsing.of(
                        "LC08_L2SP_047027_20201204_20210313_02_T1_SR_B4.TIF",
                        "LC08_L2SP_047027_20201204_20210313_02_T1_MTL.txt")
                .parse(text);

        properties(item)
                .contains(
                        entry("datetime", "2020-12-04T19:02:11.1944860Z"),
                        entry("platform", "landsat-8"),
                        entry("constellation", "landsat"),
                        entry("instruments", List.of("oli", "tirs")),
                        entry("gsd", 30.0),
                        entry("eo:cloud_cover", 1.55),
                        entry("view:sun_azimuth", 350.0),
                        entry("view:sun_elevation", 18.8),
                        entry("view:off_nadir", 0.4));
        asset(item, "red")
                .containsEntry("title", "Red Band")
                .containsEntry("roles", List.of("data", "reflectance"))
                .containsEntry("gsd", 30.0)
                .containsEntry(
                        "bands",
                        List.of(Map.of(
                                "name",
                                "OLI_B4",
                                "eo:common_name",
                                "red",
                                "eo:center_wavelength",
                                0.65,
                                "eo:full_width_half_max",
                                0.04,
                                "description",
                                "Visible red")));
        asset(item, "mtl.txt").containsEntry("roles", List.of("metadata"));
        assertThat(item).extractingByKey("geometry", MAP).containsEntry("type", "Polygon");
    }

    @Test
    void aSceneBeforeTheCollectionsIsReadByItsOwnNames() {
        Map<String, Object> item = Parsing.of("L71039035_03520140430_B10.TIF", "L72039035_03520140430_B80.TIF")
                .parse("""
                        GROUP = L1_METADATA_FILE
                          GROUP = METADATA_FILE_INFO
                            PRODUCT_CREATION_TIME = 2011-02-03T04:05:06Z
                          END_GROUP = METADATA_FILE_INFO
                          GROUP = PRODUCT_METADATA
                            PRODUCT_TYPE = "L1T"
                            PROCESSING_SOFTWARE = "LPGS_11.3.0"
                            SPACECRAFT_ID = "Landsat7"
                            SENSOR_ID = "ETM+"
                            ACQUISITION_DATE = 2010-04-30
                            SCENE_CENTER_SCAN_TIME = 18:11:17.8745641Z
                            WRS_PATH = 39
                            STARTING_ROW = 35
                            ENDING_ROW = 35
                            PRODUCT_UL_CORNER_LAT = 37.0
                            PRODUCT_UL_CORNER_LON = -116.0
                            PRODUCT_UR_CORNER_LAT = 37.0
                            PRODUCT_UR_CORNER_LON = -114.0
                            PRODUCT_LL_CORNER_LAT = 35.0
                            PRODUCT_LL_CORNER_LON = -116.0
                            PRODUCT_LR_CORNER_LAT = 35.0
                            PRODUCT_LR_CORNER_LON = -114.0
                            BAND1_FILE_NAME = "L71039035_03520140430_B10.TIF"
                            BAND8_FILE_NAME = "L72039035_03520140430_B80.TIF"
                          END_GROUP = PRODUCT_METADATA
                          GROUP = MIN_MAX_RADIANCE
                            LMAX_BAND1 = 191.600
                            LMIN_BAND1 = -6.200
                            LMAX_BAND8 = 243.100
                            LMIN_BAND8 = -4.700
                          END_GROUP = MIN_MAX_RADIANCE
                          GROUP = MIN_MAX_PIXEL_VALUE
                            QCALMAX_BAND1 = 255.0
                            QCALMIN_BAND1 = 1.0
                            QCALMAX_BAND8 = 0.0
                            QCALMIN_BAND8 = 0.0
                          END_GROUP = MIN_MAX_PIXEL_VALUE
                          GROUP = PRODUCT_PARAMETERS
                            SUN_AZIMUTH = 130.5
                            SUN_ELEVATION = 61.25
                          END_GROUP = PRODUCT_PARAMETERS
                          GROUP = PROJECTION_PARAMETERS
                            GROUP = UTM_PARAMETERS
                              ZONE_NUMBER = 11
                            END_GROUP = UTM_PARAMETERS
                          END_GROUP = PROJECTION_PARAMETERS
                        END_GROUP = L1_METADATA_FILE
                        END
                        """);

        properties(item)
                .contains(
                        entry("datetime", "2010-04-30T18:11:17.8745641Z"),
                        entry("platform", "landsat-7"),
                        entry("instruments", List.of("etm+")),
                        entry("description", "Landsat Level-1"),
                        entry("processing:level", "L1T"),
                        entry("processing:datetime", "2011-02-03T04:05:06Z"),
                        entry("processing:software", Map.of("LPGS", "11.3.0")),
                        entry("grid:code", "WRS2-039035"),
                        entry("proj:code", "EPSG:32611"),
                        entry("view:sun_azimuth", 130.5))
                .doesNotContainKeys("landsat:wrs_path", "landsat:correction");
        asset(item, "blue")
                .containsEntry("gsd", 30.0)
                .containsEntry("raster:scale", (191.6 + 6.2) / 254)
                .containsEntry("raster:offset", -6.2 - (191.6 + 6.2) / 254)
                .containsEntry("unit", "watt/steradian/square_meter/micrometer");
        asset(item, "pan").containsEntry("gsd", 15.0).doesNotContainKey("raster:scale");
        assertThat(item).extractingByKey("geometry", MAP).containsEntry("type", "Polygon");
    }

    @Test
    void aSceneOfCollection1IsReadByItsOwnNames() {
        Map<String, Object> item =
                Parsing.of("LC08_L1TP_039035_20140430_20170307_01_T1_B10.TIF").parse("""
                GROUP = L1_METADATA_FILE
                  GROUP = METADATA_FILE_INFO
                    LANDSAT_SCENE_ID = "LC80390352014120LGN01"
                    LANDSAT_PRODUCT_ID = "LC08_L1TP_039035_20140430_20170307_01_T1"
                    COLLECTION_NUMBER = 01
                    FILE_DATE = 2017-03-07T01:02:03Z
                  END_GROUP = METADATA_FILE_INFO
                  GROUP = PRODUCT_METADATA
                    DATA_TYPE = "L1TP"
                    COLLECTION_CATEGORY = "T1"
                    SPACECRAFT_ID = "LANDSAT_8"
                    SENSOR_ID = "OLI_TIRS"
                    WRS_PATH = 39
                    WRS_ROW = 35
                    DATE_ACQUIRED = 2014-04-30
                    SCENE_CENTER_TIME = "18:15:30.5000000Z"
                    CORNER_UL_PROJECTION_X_PRODUCT = 500000.000
                    CORNER_UL_PROJECTION_Y_PRODUCT = 4000000.000
                    REFLECTIVE_LINES = 7000
                    REFLECTIVE_SAMPLES = 6000
                  END_GROUP = PRODUCT_METADATA
                  GROUP = RADIOMETRIC_RESCALING
                    RADIANCE_MULT_BAND_10 = 3.3420E-04
                    RADIANCE_ADD_BAND_10 = 0.10000
                  END_GROUP = RADIOMETRIC_RESCALING
                  GROUP = PROJECTION_PARAMETERS
                    UTM_ZONE = 11
                    GRID_CELL_SIZE_REFLECTIVE = 30.00
                  END_GROUP = PROJECTION_PARAMETERS
                END_GROUP = L1_METADATA_FILE
                END
                """);

        properties(item)
                .contains(
                        entry("description", "Landsat Collection 1 Level-1"),
                        entry("landsat:collection_number", "01"),
                        entry("landsat:correction", "L1TP"),
                        entry("landsat:wrs_row", "035"),
                        entry("processing:datetime", "2017-03-07T01:02:03Z"),
                        entry("proj:code", "EPSG:32611"),
                        entry("proj:shape", List.of(7000, 6000)));
        asset(item, "lwir11")
                .containsEntry("raster:scale", 3.3420E-04)
                .containsEntry("raster:offset", 0.1)
                .containsEntry(
                        "description",
                        "Collection 1 Level-1 Thermal Infrared Band 10.9 (B10) Top of Atmosphere Radiance");
    }

    @Test
    void anUnknownCloudCoverIsLeftOut() {
        Map<String, Object> item =
                Parsing.of().parse(VendorDocuments.MTL_TXT.replace("CLOUD_COVER = 1.55", "CLOUD_COVER = -1"));

        properties(item).doesNotContainKey("eo:cloud_cover");
    }

    @Test
    void aNumberThatIsNoneIsLeftOutWithAWarning() {
        Parsing parsing = Parsing.of();

        properties(parsing.parse(VendorDocuments.MTL_TXT.replace("CLOUD_COVER = 1.55", "CLOUD_COVER = few")))
                .doesNotContainKey("eo:cloud_cover");
        assertThat(parsing.warnings()).extracting(Warning::pointer).containsExactly("/properties/eo:cloud_cover");
    }

    @ParameterizedTest
    @ValueSource(strings = {VendorDocuments.IMD, VendorDocuments.ISD})
    void maxarIsReadInAllItsForms(String text) {
        Map<String, Object> item =
                Parsing.of("21OCT01101112-M2AS-012345678901_01_P001.TIF").parse(text);

        properties(item)
                .containsOnly(
                        entry("datetime", "2021-10-01T10:11:12.000000Z"),
                        entry("start_datetime", "2021-10-01T10:11:12.000000Z"),
                        entry("end_datetime", "2021-10-01T10:11:20.000000Z"),
                        entry("platform", "worldview-3"),
                        entry("constellation", "worldview"),
                        entry("instruments", List.of("wv110")),
                        entry("gsd", 1.301),
                        entry("eo:cloud_cover", 2.7),
                        entry("view:off_nadir", 12.5),
                        entry("view:incidence_angle", 14.0),
                        entry("view:azimuth", 200.5),
                        entry("view:sun_azimuth", 150.0),
                        entry("view:sun_elevation", 40.25));
        asset(item, "ms")
                .containsEntry(
                        "bands",
                        List.of(
                                Map.of(
                                        "name",
                                        "B",
                                        "eo:common_name",
                                        "blue",
                                        "eo:center_wavelength",
                                        0.482,
                                        "eo:full_width_half_max",
                                        0.06),
                                Map.of(
                                        "name",
                                        "R",
                                        "eo:common_name",
                                        "red",
                                        "eo:center_wavelength",
                                        0.66,
                                        "eo:full_width_half_max",
                                        0.06)));
    }

    @Test
    void rationalCoefficientsSayOnlyWhichSatelliteItWas() {
        String rpb = """
                satId = "WV03";
                bandId = "Multi";
                BEGIN_GROUP = IMAGE
                \tlineNumCoef = (
                \t\t1.0,
                \t\t2.0);
                END_GROUP = IMAGE
                END;
                """;

        properties(Parsing.of().parse(rpb)).containsOnlyKeys("platform", "constellation", "instruments");
    }

    @Test
    void planetGivesCloudsAsAFractionAndAnglesWithASign() {
        Map<String, Object> item =
                Parsing.of("20220125_075509_67_1061_3B_AnalyticMS_SR.tif").parse(VendorDocuments.PLANET_ITEM);

        properties(item)
                .contains(
                        entry("datetime", "2022-01-25T07:55:09.676173Z"),
                        entry("platform", "1061"),
                        entry("constellation", "planetscope"),
                        entry("instruments", List.of("PS2.SD")),
                        entry("gsd", 3.6),
                        entry("eo:cloud_cover", 6.0),
                        entry("eo:snow_cover", 3.0),
                        entry("view:off_nadir", 4.1),
                        entry("view:azimuth", 273.8),
                        entry("view:sun_azimuth", 141.3),
                        entry("view:sun_elevation", 41.7));
        asset(item, "analytic_sr")
                .containsEntry("roles", List.of("data", "reflectance"))
                .extractingByKey("bands")
                .asInstanceOf(LIST)
                .hasSize(4)
                .contains(Map.of(
                        "name",
                        "nir",
                        "eo:common_name",
                        "nir",
                        "eo:center_wavelength",
                        0.867,
                        "eo:full_width_half_max",
                        0.042));
        assertThat(item).extractingByKey("geometry", MAP).containsEntry("type", "Polygon");
    }

    @Test
    void theXmlOfPlanetCallsAFractionAPercentage() {
        properties(Parsing.of().parse(VendorDocuments.PLANET_XML))
                .containsOnly(
                        entry("datetime", "2017-08-31T17:27:54+00:00"),
                        entry("platform", "101c"),
                        entry("constellation", "planetscope"),
                        entry("instruments", List.of("PS2")),
                        entry("eo:cloud_cover", 2.0),
                        entry("view:off_nadir", 0.24),
                        entry("view:incidence_angle", 0.27),
                        entry("view:azimuth", 348.5),
                        entry("view:sun_azimuth", 145.42),
                        entry("view:sun_elevation", 65.12));
    }

    @Test
    void theXmlOfRapidEyeGivesPercent() {
        String rapidEye = VendorDocuments.PLANET_XML
                .replace("ps:", "re:")
                .replace("xmlns:ps", "xmlns:re")
                .replace(">101c<", ">RE-3<")
                .replace(">0.02<", ">20<");

        properties(Parsing.of().parse(rapidEye))
                .containsEntry("constellation", "rapideye")
                .containsEntry("eo:cloud_cover", 20.0);
    }

    @Test
    void beforeTheItemOfPlanetItsXmlStandsBack() {
        properties(Parsing.of(List.of("a.tif"), "20170831_172754_101c_metadata.json", "a.xml")
                        .parse(VendorDocuments.PLANET_XML))
                .containsOnlyKeys("platform", "constellation", "instruments", "view:incidence_angle");
    }

    @Test
    void theProductOfSentinel2IsDatedByItsStart() {
        Map<String, Object> item = Parsing.of(
                        "T33XWJ_20220413T150759_B04_10m.jp2", "T33XWJ_20220413T150759_B8A_60m.jp2")
                .parse(VendorDocuments.S2_PRODUCT);

        properties(item)
                .contains(
                        entry("datetime", "2022-04-13T15:07:59.024Z"),
                        entry("platform", "sentinel-2b"),
                        entry("constellation", "sentinel-2"),
                        entry("instruments", List.of("msi")),
                        entry("gsd", 10.0),
                        entry("eo:cloud_cover", 98.944211));
        asset(item, "red").containsEntry("gsd", 10.0).containsEntry("title", "Red - 10m");
        asset(item, "nir08_60m").containsEntry("gsd", 60.0).containsEntry("title", "NIR 2 - 60m");
        assertThat(item).extractingByKey("geometry", MAP).containsEntry("type", "MultiPolygon");
    }

    @Test
    void theTileOfSentinel2GivesAnglesWhoseMeanIsTakenOnTheCircle() {
        properties(Parsing.of().parse(VendorDocuments.S2_TILE))
                .containsEntry("datetime", "2022-04-13T15:08:07.846358Z")
                .containsEntry("platform", "sentinel-2b")
                .containsEntry("view:sun_elevation", 13.5)
                .containsEntry("view:sun_azimuth", 246.5)
                .containsEntry("view:incidence_angle", 11.0)
                .hasEntrySatisfying(
                        "view:azimuth", mean -> assertThat((Double) mean).isCloseTo(5, offset(1e-9)));
        properties(Parsing.of(List.of("a.jp2"), "S2/MTD_MSIL2A.xml", "S2/MTD_TL.xml")
                        .parse(VendorDocuments.S2_TILE))
                .containsEntry("datetime", "2022-04-13T15:08:07.846358Z");
        properties(Parsing.of(List.of("a.jp2"), "S2/MTD_TL.xml", "S2/MTD_MSIL2A.xml")
                        .parse(VendorDocuments.S2_PRODUCT))
                .doesNotContainKey("datetime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Landsat", "USGS EROS", "Microsoft", "planet"})
    void aDocumentIsKnownByItsFormWhoeverProvidesIt(String provider) {
        assertThat(Parsing.of().by(provider).parserOf(VendorDocuments.MTL_JSON)).isEqualTo("landsat");
    }

    @Test
    void metadataOfOneVendorAreNotTakenForThoseOfAnother() {
        assertThat(Parsing.of().parserOf(VendorDocuments.MTL_XML)).isEqualTo("landsat");
        assertThat(Parsing.of().parserOf(VendorDocuments.ISD)).isEqualTo("maxar");
        assertThat(Parsing.of().parserOf(VendorDocuments.PLANET_XML)).isEqualTo("planet");
        assertThat(Parsing.of().parserOf(VendorDocuments.S2_TILE)).isEqualTo("sentinel2");
        assertThat(Parsing.of().by("planet").parserOf("{\"properties\": {\"platform\": \"p\"}}"))
                .isEqualTo("json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<isd><IMD>",
                "<!DOCTYPE isd [<!ENTITY a \"b\">]><isd>&a;</isd>",
                "<!DOCTYPE isd SYSTEM \"file:///etc/passwd\"><isd>&a;</isd>",
                "bandId = \"Multi\";\nnot a line of ODL",
                "bandId = \"Multi\";\nEND_GROUP = IMAGE",
                "bandId = \"Multi\";\nBEGIN_GROUP = IMAGE",
                "{\"LANDSAT_METADATA_FILE\": "
            })
    void malformedMetadataAreAnError(String text) {
        assertThatThrownBy(() -> Parsing.of().parse(text))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.INVALID_METADATA, StacGeneratorException::code)
                .satisfies(e -> assertThat(e.getMessage()).contains("memory:metadata"));
    }

    @Test
    void deepMetadataAreAnError() {
        String deep = "<isd>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</isd>";

        assertThatThrownBy(() -> Parsing.of().parse(deep)).hasMessageContaining("deeper than 100");
    }

    @Test
    void theTileInfoOfAwsOutlinesTheDataInTheSystemOfTheTile() {
        Map<String, Object> item = Parsing.of().parse(VendorDocuments.S2_TILE_INFO);

        properties(item).contains(entry("platform", "sentinel-2a"), entry("grid:code", "MGRS-34LBP"));
        assertThat(item)
                .extractingByKey("geometry", MAP)
                .extractingByKey("coordinates", LIST)
                .element(0, LIST)
                .element(2, LIST)
                .satisfies(position -> assertThat((Double) position.get(0)).isCloseTo(19.26433, offset(0.00001)));
    }

    @Test
    void theNameOfATileSaysOfWhichBaselineItIsWhereNothingElseDoes() {
        Map<String, Object> item = Parsing.of(
                        List.of("R10m/B02.jp2", "metadata.xml", "tileInfo.json"), "metadata.xml", "tileInfo.json")
                .parse(VendorDocuments.S2_TILE);

        properties(item).contains(entry("s2:processing_baseline", "04.00"), entry("s2:product_type", "S2MSI2A"));
        asset(item, "blue").contains(entry("raster:scale", 0.0001), entry("raster:offset", -0.1));
    }

    @Test
    void sentinel3() {
        Map<String, Object> item = Parsing.of("S3A.SEN3/Oa03_radiance.nc", "S3A.SEN3/geo_coordinates.nc")
                .parse(VendorDocuments.S3_MANIFEST);

        properties(item)
                .contains(
                        entry("platform", "sentinel-3a"),
                        entry("instruments", List.of("olci")),
                        entry("gsd", 300),
                        entry("eo:cloud_cover", 57.4),
                        entry("sat:orbit_state", "descending"),
                        entry("processing:level", "L1"),
                        entry("processing:software", Map.of("PUG", "03.39")));
        asset(item, "oa03-radiance").containsEntry("roles", List.of("data")).containsKey("bands");
        asset(item, "geo_coordinates").containsEntry("roles", List.of("metadata"));
        assertThat(item)
                .extractingByKey("geometry", MAP)
                .extractingByKey("coordinates", LIST)
                .element(0, LIST)
                .contains(List.of(-44.0, -72.3));
    }

    @Test
    void sentinel5p() {
        Map<String, Object> item = Parsing.of().parse(VendorDocuments.S5P);

        properties(item)
                .contains(
                        entry("platform", "sentinel-5p"),
                        entry("start_datetime", "2021-08-27T01:21:30Z"),
                        entry("end_datetime", "2021-08-27T01:26:40Z"),
                        entry("sat:absolute_orbit", 20056.0),
                        entry("processing:level", "L2"),
                        entry("s5p:product_type", "L2__NO2___"));
        assertThat(item).extractingByKey("geometry", MAP).containsEntry("type", "MultiPolygon");
    }

    /** As ESA and Sen2Cor wrote level 2 in 2017. */
    @Test
    void sentinel2OfThePilotMarksItsNamesAsThoseOfLevel2() {
        String product = "S2A_MSIL2A_20170506T105031_N0205_R051_T31UDQ_20170506T105219";
        Map<String, Object> item = Parsing.of(
                        "L2A_T31UDQ_20170506T105031_B02_10m.jp2", "L2A_T31UDQ_20170506T105031_AOT_20m.jp2")
                .parse("""
                        <n1:Level-2A_User_Product xmlns:n1="urn:n1">
                          <L2A_Product_Info>
                            <PRODUCT_START_TIME>2017-05-06T10:50:31.026Z</PRODUCT_START_TIME>
                            <PRODUCT_STOP_TIME>2017-05-06T10:50:31.026Z</PRODUCT_STOP_TIME>
                            <PRODUCT_URI_1C>S2A_MSIL1C_20170506T105031_N0205_R051_T31UDQ_20170506T105219.SAFE</PRODUCT_URI_1C>
                            <PRODUCT_URI_2A>%s.SAFE</PRODUCT_URI_2A>
                            <PROCESSING_LEVEL>Level-2Ap</PROCESSING_LEVEL>
                            <SPACECRAFT_NAME>Sentinel-2A</SPACECRAFT_NAME>
                          </L2A_Product_Info>
                          <L1C_TOA_QUANTIFICATION_VALUE unit="none">10000</L1C_TOA_QUANTIFICATION_VALUE>
                          <L2A_BOA_QUANTIFICATION_VALUE unit="none">5000</L2A_BOA_QUANTIFICATION_VALUE>
                          <L2A_AOT_QUANTIFICATION_VALUE unit="none">500.0</L2A_AOT_QUANTIFICATION_VALUE>
                        </n1:Level-2A_User_Product>
                        """.formatted(product));

        properties(item)
                .contains(
                        entry("datetime", "2017-05-06T10:50:31.026Z"),
                        entry("processing:level", "L2A"),
                        entry("s2:product_uri", product + ".SAFE"),
                        entry("grid:code", "MGRS-31UDQ"));
        asset(item, "blue").contains(entry("raster:scale", 1 / 5000.0), entry("raster:offset", 0.0));
        asset(item, "aot").containsEntry("raster:scale", 1 / 500.0);
    }

    @Test
    void aTileOfAnalysisReadyDataIsDatedByItsScenes() {
        String product = "LC08_CU_005009_20200812_20210504_02";
        Map<String, Object> item = Parsing.of(product + "_SR_B4.TIF", product + "_TOA_B4.TIF", product + ".xml")
                .parse(VendorDocuments.ARD);

        properties(item)
                .contains(
                        entry("platform", "landsat-8"),
                        entry("instruments", List.of("oli", "tirs")),
                        entry("datetime", "2020-08-12T18:32:37.5Z"),
                        entry("end_datetime", "2020-08-12T18:33:01.5Z"),
                        entry("eo:cloud_cover", 12.5),
                        entry("eo:snow_cover", 0.25),
                        entry("view:sun_azimuth", 230.0),
                        entry("view:sun_elevation", 57.5));
        asset(item, "red").contains(entry("raster:scale", 0.0000275), entry("raster:offset", -0.2));
        asset(item, "toa_red").containsEntry("roles", List.of("data", "reflectance"));
        asset(item, "xml").containsEntry("roles", List.of("metadata"));
    }

    @Test
    void aSceneThatEspaMadeHasTheFormOfATile() {
        String product = "LE07_L1TP_039035_20140430_20170307_01_T1";
        Map<String, Object> item = Parsing.of(product + "_sr_band3.tif").parse(VendorDocuments.ESPA);

        properties(item)
                .contains(
                        entry("platform", "landsat-7"),
                        entry("instruments", List.of("etm+")),
                        entry("datetime", "2014-04-30T18:22:16.8745641Z"),
                        entry("grid:code", "WRS2-039035"),
                        entry("view:sun_elevation", 61.25))
                .doesNotContainKey("usgs:grid_region");
        asset(item, "red")
                .contains(entry("raster:scale", 0.0001), entry("nodata", -9999.0), entry("data_type", "int16"));
        assertThat(item).extractingByKey("geometry", MAP).containsEntry("type", "Polygon");
    }

    /** The groups of the tile and of each of its scenes are those of an MTL. */
    @Test
    void aTileOfCollection2IsInTheWordsOfAScene() {
        String product = "LC08_CU_005009_20200812_20210504_02";
        Map<String, Object> item = Parsing.of(product + "_SR_B4.TIF").parse(product + ".xml", """
                <LANDSAT_METADATA_FILE>
                  <TILE_METADATA>
                    <IMAGE_ATTRIBUTES><SPACECRAFT_ID>LANDSAT_8</SPACECRAFT_ID><SENSOR_ID>OLI_TIRS</SENSOR_ID>
                      <DATE_ACQUIRED>2020-08-12</DATE_ACQUIRED><CLOUD_COVER>12.50</CLOUD_COVER></IMAGE_ATTRIBUTES>
                  </TILE_METADATA>
                  <SCENE_METADATA>
                    <PRODUCT_CONTENTS>
                      <LANDSAT_PRODUCT_ID>LC08_L1TP_042033_20200812_20200918_02_T1</LANDSAT_PRODUCT_ID>
                      <LANDSAT_SCENE_ID>LC80420332020225LGN00</LANDSAT_SCENE_ID>
                    </PRODUCT_CONTENTS>
                    <IMAGE_ATTRIBUTES><SPACECRAFT_ID>LANDSAT_8</SPACECRAFT_ID><SENSOR_ID>OLI_TIRS</SENSOR_ID>
                      <WRS_TYPE>2</WRS_TYPE><WRS_PATH>42</WRS_PATH><WRS_ROW>33</WRS_ROW>
                      <DATE_ACQUIRED>2020-08-12</DATE_ACQUIRED><SCENE_CENTER_TIME>18:32:37.5Z</SCENE_CENTER_TIME>
                      <CLOUD_COVER>80.00</CLOUD_COVER></IMAGE_ATTRIBUTES>
                  </SCENE_METADATA>
                </LANDSAT_METADATA_FILE>
                """);

        properties(item)
                .contains(
                        entry("platform", "landsat-8"),
                        entry("datetime", "2020-08-12T18:32:37.5Z"),
                        entry("eo:cloud_cover", 12.5),
                        entry("usgs:grid_region", "CU"),
                        entry("usgs:grid_horizontal", "005"),
                        entry("usgs:grid_vertical", "009"))
                .doesNotContainKeys("grid:code", "landsat:wrs_path", "landsat:scene_id");
    }

    @Test
    void openDroneMap() {
        properties(Parsing.of("odm_orthophoto/odm_orthophoto.tif").parse(VendorDocuments.ODM_STATS))
                .contains(
                        entry("gsd", 0.025),
                        entry("start_datetime", "2021-08-28T09:31:04Z"),
                        entry("end_datetime", "2021-08-28T09:44:10Z"));

        Map<String, Object> shots = Parsing.of("odm_dem/dsm.tif").parse(VendorDocuments.ODM_SHOTS);
        properties(shots)
                .contains(
                        entry("start_datetime", "2021-08-28T09:31:04Z"), entry("end_datetime", "2021-08-28T09:32:00Z"));
        asset(shots, "dsm").containsEntry("unit", "meter");
    }

    @Test
    void olderDimapOfSpot() {
        Map<String, Object> item = Parsing.of("SCENE01/IMAGERY.TIF").parse(VendorDocuments.DIMAP_1);

        properties(item)
                .contains(
                        entry("datetime", "2005-11-29T10:30:43Z"),
                        entry("platform", "spot-5"),
                        entry("instruments", List.of("hrg1")),
                        entry("view:incidence_angle", 19.9),
                        entry("gsd", 10.0),
                        entry("proj:code", "EPSG:32631"));
        asset(item, "imagery")
                .containsEntry("nodata", 0.0)
                .extractingByKey("bands", LIST)
                .extracting("name", "raster:scale")
                .containsExactly(tuple("XS3", 0.5), tuple("XS2", 0.25));
    }

    @Test
    void theReferenceSystemOfTiePointsIsNotThatOfTheImage() {
        Map<String, Object> item = Parsing.of("SCENE01/IMAGERY.TIF")
                .parse(VendorDocuments.DIMAP_1.replaceFirst("<Geoposition_Insert>.*</Geoposition_Insert>", ""));

        properties(item).doesNotContainKeys("proj:code", "gsd").containsKey("datetime");
    }

    @Test
    void openAerialMap() {
        Map<String, Object> item = Parsing.of("0/575fcf142b67227a79b4fbfd.tif").parse(VendorDocuments.OPEN_AERIAL_MAP);

        properties(item)
                .contains(
                        entry("title", "Puente Rio Chico"),
                        entry("start_datetime", "2016-04-27T05:00:00.000Z"),
                        entry("gsd", 0.05),
                        entry("platform", "uav"),
                        entry("license", "CC-BY-4.0"));
        assertThat(item).extractingByKey("geometry", MAP).asString().contains("[-80.42, -0.97]");
        asset(item, "image").containsEntry("roles", List.of("data", "visual"));
    }

    @Test
    void aDistanceInDegreesIsNoGroundSampleDistance() {
        Map<String, Object> item = Parsing.of("0/575fcf142b67227a79b4fbfd.tif")
                .parse(VendorDocuments.OPEN_AERIAL_MAP.replace("0.05", "1.8570457238770968e-7"));

        properties(item).doesNotContainKey("gsd");
    }
}

package io.stacgenerator.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.Test;

/** TerraSAR-X, ICEYE, Umbra and Capella. */
final class RadarVendorsTest {

    private static MapAssert<Object, Object> properties(Map<String, Object> item) {
        return assertThat(item).extractingByKey("properties", MAP);
    }

    private static Object firstPosition(Map<String, Object> item) {
        List<?> rings = (List<?>) ((Map<?, ?>) item.get("geometry")).get("coordinates");
        return ((List<?>) rings.get(0)).get(0);
    }

    @Test
    void iceye() {
        Map<String, Object> item =
                Parsing.of("ICEYE_X7_GRD_SM_154171_20211027T183203.tif").parse(RadarDocuments.ICEYE);

        properties(item)
                .contains(
                        entry("platform", "iceye-x7"),
                        entry("datetime", "2021-10-27T18:32:03.611924Z"),
                        entry("end_datetime", "2021-10-27T18:32:13.607838Z"),
                        entry("sar:center_frequency", 9.65),
                        entry("sar:polarizations", List.of("VV")),
                        entry("sar:looks_range", 2.0),
                        entry("sat:orbit_state", "descending"),
                        entry("view:incidence_angle", 17.02));
        assertThat(firstPosition(item)).isEqualTo(List.of(102.87, 16.57));
        assertThat(item)
                .extractingByKey("assets", MAP)
                .extractingByKey("data", MAP)
                .containsEntry("bands", List.of(Map.of("name", "VV")));
    }

    @Test
    void iceyeInJson() {
        Map<String, Object> item = Parsing.of("ICEYE_75CMBF_20240612T174339Z_4119892_X11_SLF_GRD.tif")
                .parse(RadarDocuments.ICEYE_JSON);

        properties(item)
                .contains(
                        entry("platform", "iceye-x11"),
                        entry("constellation", "iceye"),
                        entry("start_datetime", "2024-06-12T17:43:39.25Z"),
                        entry("sar:center_frequency", 9.6),
                        entry("sar:observation_direction", "left"),
                        entry("sar:resolution_range", 0.51),
                        entry("processing:software", Map.of("processor", "ICEYE_I_1.1.1")),
                        entry("view:off_nadir", 28.9))
                .doesNotContainKey("iceye:image_id");
        assertThat(item).extractingByKey("assets", MAP).containsOnlyKeys("data");
    }

    @Test
    void anItemOfIceyeIsReadAsAnItem() {
        assertThat(Parsing.of()
                        .parserOf("{\"stac_version\": \"1.1.0\","
                                + RadarDocuments.ICEYE_JSON.strip().substring(1)))
                .isEqualTo("json");
    }

    @Test
    void terraSarX() {
        Map<String, Object> item =
                Parsing.of("IMAGEDATA/IMAGE_HH_SRA_strip_016.tif").parse(RadarDocuments.TERRASAR_X);

        properties(item)
                .contains(
                        entry("platform", "tandem-x"),
                        entry("start_datetime", "2021-08-05T21:07:30.187426Z"),
                        entry("sar:center_frequency", 9.649998797),
                        entry("sar:product_type", "EEC"),
                        entry("sat:relative_orbit", 103.0),
                        entry("view:incidence_angle", 47.6728));
        // the corners come in rows, and are a ring here
        assertThat(item)
                .extractingByKey("geometry", MAP)
                .extractingByKey("coordinates", LIST)
                .element(0, LIST)
                .element(2)
                .isEqualTo(List.of(134.79, 48.3));
        assertThat(item)
                .extractingByKey("assets", MAP)
                .extractingByKey("hh", MAP)
                .containsEntry("sar:polarizations", List.of("HH"));
    }

    @Test
    void umbra() {
        Map<String, Object> item =
                Parsing.of("2023-10-02-02-35-00_UMBRA-04_GEC.tif").parse(RadarDocuments.UMBRA);

        properties(item)
                .contains(
                        entry("platform", "umbra-04"),
                        entry("sar:product_type", "GEC"),
                        entry("sar:resolution_range", 0.45),
                        entry("sar:observation_direction", "left"),
                        entry("view:azimuth", 320.0));
        assertThat(firstPosition(item)).isEqualTo(List.of(10.0, 1.0));
    }

    @Test
    void capella() {
        Map<String, Object> item = Parsing.of("CAPELLA_C02_SP_GEO_HV_20201209213329_20201209213332.tif")
                .parse(RadarDocuments.CAPELLA);

        properties(item)
                .contains(
                        entry("platform", "capella-2"),
                        entry("datetime", "2020-12-09T21:33:31.1Z"),
                        entry("sar:polarizations", List.of("HV")),
                        entry("sar:looks_azimuth", 9.0),
                        entry("view:off_nadir", 36.1));
        assertThat(item).extractingByKey("assets", MAP).containsOnlyKeys("hv");
    }

    @Test
    void radarsat2() {
        Map<String, Object> item = Parsing.of(
                        "RS2_OK1_PK2_DK1_FQ9_20100427_000142_HH_VV_HV_VH_SLC/imagery_HH.tif", "product.xml")
                .parse(RadarDocuments.RADARSAT_2);

        properties(item)
                .contains(
                        entry("platform", "radarsat-2"),
                        entry("start_datetime", "2010-04-27T00:01:42.500000Z"),
                        entry("end_datetime", "2010-04-27T00:01:46.500000Z"),
                        entry("sar:center_frequency", 5.404999242769673),
                        entry("sar:instrument_mode", "FQ9"),
                        entry("sar:polarizations", List.of("HH", "VV", "HV", "VH")),
                        entry("sat:orbit_state", "ascending"),
                        entry("view:incidence_angle", 29.0));
        // the points are in rows, and the corners are a ring here, without the point of the middle
        assertThat(item)
                .extractingByKey("geometry", MAP)
                .extractingByKey("coordinates", LIST)
                .element(0, LIST)
                .hasSize(5)
                .contains(List.of(-90.8, 29.7), List.of(-90.6, 29.3));
        assertThat(item)
                .extractingByKey("assets", MAP)
                .extractingByKey("hh", MAP)
                .containsEntry("sar:polarizations", List.of("HH"));
    }

    @Test
    void radarsatConstellation() {
        Map<String, Object> item = Parsing.of("RCM1_OK1_PK2_1_3MCP24_20200219_123901_CH_CV_GCD/imagery/2_1_CH.tif")
                .parse(RadarDocuments.RCM);

        properties(item)
                .contains(
                        entry("platform", "rcm-1"),
                        entry("constellation", "rcm"),
                        entry("datetime", "2020-02-19T12:39:01.100000Z"),
                        entry("sar:polarizations", List.of("CH", "CV")),
                        entry("sar:product_type", "GCD"),
                        entry("view:incidence_angle", 41.0));
        assertThat(item).extractingByKey("geometry", MAP).asString().contains("[-97.27, 50.09]");
        assertThat(item).extractingByKey("assets", MAP).containsOnlyKeys("ch");
    }

    @Test
    void saocom() {
        Map<String, Object> item =
                Parsing.of("Data/slc-acqId0000588416-a-sm5-0000000000-hh-h").parse(RadarDocuments.SAOCOM);

        properties(item)
                .contains(
                        entry("platform", "saocom-1a"),
                        entry("start_datetime", "2021-11-14T22:17:23.058780Z"),
                        entry("sar:center_frequency", 1.275),
                        entry("sar:polarizations", List.of("HH", "HV")),
                        entry("sar:product_type", "SLC"),
                        entry("sat:orbit_state", "ascending"));
        assertThat(firstPosition(item)).isEqualTo(List.of(119.33, -1.98));
        assertThat(item).extractingByKey("assets", MAP).containsOnlyKeys("hh");
    }

    @Test
    void aChannelOfSaocomStandsInForItsProduct() {
        Map<String, Object> item =
                Parsing.of("Data/gec-acqId0000077325-a-sm2-0000000000-hh-h").parse(RadarDocuments.SAOCOM_CHANNEL);

        properties(item)
                .contains(
                        entry("platform", "saocom-1a"),
                        entry("datetime", "2019-11-08T09:50:27.048Z"),
                        entry("sar:center_frequency", 1.275),
                        entry("sat:orbit_state", "descending"));
        assertThat(firstPosition(item)).isEqualTo(List.of(119.69, 0.31));
        assertThat(item)
                .extractingByKey("assets", MAP)
                .extractingByKey("hh", MAP)
                .containsEntry("title", "HH");
    }

    @Test
    void cosmoSkyMed() {
        Map<String, Object> item = Parsing.of("CSKS3_SCS_B_HI_09_VV_RA_SF_20140902063229_20140902063236.h5")
                .parse(RadarDocuments.COSMO_SKYMED);

        properties(item)
                .contains(
                        entry("platform", "cosmo-skymed-3"),
                        entry("start_datetime", "2014-09-02T06:32:28.506257696Z"),
                        entry("sar:polarizations", List.of("VV")),
                        entry("sar:instrument_mode", "HIMAGE"),
                        entry("sat:orbit_state", "ascending"),
                        entry("view:off_nadir", 36.0),
                        entry("processing:level", "L1A"));
        assertThat(firstPosition(item)).isEqualTo(List.of(-18.05, 64.42));
        assertThat(item).extractingByKey("assets", MAP).containsOnlyKeys("product");
    }
}

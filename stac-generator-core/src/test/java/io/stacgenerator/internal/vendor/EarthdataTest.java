package io.stacgenerator.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EarthdataTest {

    private static Map<String, Object> properties(String document) {
        return JsonValues.members(Parsing.of().parse(document).get("properties"));
    }

    @Test
    void aDocumentTypeIsPassedOver() {
        Parsing parsing = Parsing.of();

        assertThat(JsonValues.members(parsing.parse(VendorDocuments.ECS).get("properties")))
                .containsEntry("start_datetime", "2022-02-02T00:00:00.000000Z")
                .containsEntry("end_datetime", "2022-02-09T23:59:59.000000Z")
                .containsEntry("platform", "terra")
                .containsEntry("instruments", List.of("modis"))
                .containsEntry("eo:cloud_cover", 24.0);
        assertThat(parsing.warnings()).isEmpty();
    }

    @Test
    void anAsterGranuleIsOfTerraAndSaysWhereTheSunWas() {
        assertThat(properties("""
                        <GranuleMetaDataFile><GranuleURMetaData>
                          <LocalGranuleID>AST_L1T_00305032000040446_20150409135350_78838</LocalGranuleID>
                          <PSAs>
                            <PSA><PSAName>Solar_Azimuth_Angle</PSAName><PSAValue>86.2</PSAValue></PSA>
                            <PSA><PSAName>Solar_Elevation_Angle</PSAName><PSAValue>75.8</PSAValue></PSA>
                          </PSAs>
                        </GranuleURMetaData></GranuleMetaDataFile>"""))
                .containsEntry("platform", "terra")
                .containsEntry("instruments", List.of("aster"))
                .containsEntry("view:sun_azimuth", 86.2)
                .containsEntry("view:sun_elevation", 75.8);
    }

    @Test
    void objectsOfOdlHaveTheirValuesOnLinesOfTheirOwn() {
        Map<String, Object> parsed = Parsing.of().parse(VendorDocuments.MET);

        assertThat(JsonValues.members(parsed.get("properties")))
                .containsEntry("datetime", "2024-07-24T22:42:27.87200Z")
                .containsEntry("platform", "terra")
                .containsEntry("instruments", List.of("aster"));
        assertThat(String.valueOf(parsed.get("geometry"))).contains("[165.7, -2.9]");
    }

    @Test
    void aGranuleOfHlsSaysItsTileItsAnglesAndItsBands() {
        Map<String, Object> parsed =
                Parsing.of("HLS.S30.T17SLU.2020209T155956.v2.0.B8A.tif").parse(VendorDocuments.ECHO);

        assertThat(JsonValues.members(parsed.get("properties")))
                .containsEntry("grid:code", "MGRS-17SLU")
                .containsEntry("platform", "sentinel-2a")
                .containsEntry("instruments", List.of("msi"))
                .containsEntry("view:sun_elevation", 69.5);
        assertThat(JsonValues.members(JsonValues.members(parsed.get("assets")).get("b8a")))
                .containsEntry("raster:scale", 0.0001)
                .containsEntry("nodata", -9999.0)
                .extractingByKey("bands")
                .asString()
                .contains("eo:common_name=nir08");
    }

    @Test
    void aGranuleOfUmmIsReadToo() {
        assertThat(properties("""
                {"GranuleUR": "HLS.L30.T17SLU.2020209T155956.v2.0", "CloudCover": 3,
                 "TemporalExtent": {"RangeDateTime": {"BeginningDateTime": "2020-07-27T15:59:56Z",
                                                      "EndingDateTime": "2020-07-27T16:00:20Z"}},
                 "Platforms": [{"ShortName": "LANDSAT-8", "Instruments": [{"ShortName": "OLI"}]}]}
                """))
                .containsEntry("datetime", "2020-07-27T15:59:56Z")
                .containsEntry("eo:cloud_cover", 3.0);
    }
}

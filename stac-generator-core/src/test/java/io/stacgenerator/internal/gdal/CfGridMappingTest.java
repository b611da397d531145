package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CfGridMappingTest {

    private static final CrsDefinition DEGREES =
            CrsDefinition.builder().projString("+proj=longlat +R=6371007.181").build();
    private static final CrsDefinition METERS =
            CrsDefinition.builder().projString("+proj=tmerc +ellps=bessel").build();

    private static Map<String, String> metadata(String method, String units) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("crs#grid_mapping_name", method);
        metadata.put("crs#semi_major_axis", "6377397.155");
        metadata.put("crs#inverse_flattening", "299.1528128");
        metadata.put("x#standard_name", "projection_x_coordinate");
        metadata.put("x#units", units);
        return metadata;
    }

    @ParameterizedTest
    @CsvSource({"m, +units=m", "km, +units=km"})
    void aProjectionThatGdalDoesNotKnowIsReadByItsParameters(String units, String unit) {
        CrsDefinition crs = CfGridMapping.complete(DEGREES, metadata("sinusoidal", units), new ArrayList<>());

        assertThat(crs).isNotNull();
        assertThat(crs.projString())
                .hasValueSatisfying(
                        proj -> assertThat(proj).startsWith("+proj=sinu").contains(unit));
    }

    @Test
    void lengthsInAProjectionThatNobodyKnowsAreNotDegrees() {
        assertThat(CfGridMapping.complete(DEGREES, metadata("of_our_own", "m"), new ArrayList<>()))
                .isNull();
    }

    @Test
    void aShiftOfTheDatumCounts() {
        Map<String, String> metadata = metadata("transverse_mercator", "m");
        metadata.put("crs#towgs84", "{577.326,90.129,463.919,5.137,1.474,5.297,2.4232}");

        CrsDefinition crs = CfGridMapping.complete(METERS, metadata, new ArrayList<>());

        assertThat(crs).isNotNull();
        assertThat(crs.projString())
                .hasValueSatisfying(
                        proj -> assertThat(proj).contains("577.326,90.129,463.919,5.137,1.474,5.297,2.4232"));
    }

    @ParameterizedTest
    @CsvSource({"crs#crs_wkt", "crs#spatial_ref", "other#grid_mapping_name"})
    void whatElseIsThereIsLeftToGdal(String name) {
        Map<String, String> metadata = metadata("transverse_mercator", "m");
        metadata.put("crs#towgs84", "{1,2,3}");
        metadata.put(name, "anything");

        assertThat(CfGridMapping.complete(METERS, metadata, new ArrayList<>())).isSameAs(METERS);
        assertThat(CfGridMapping.complete(METERS, metadata("mercator", "m"), new ArrayList<>()))
                .isSameAs(METERS);
    }
}

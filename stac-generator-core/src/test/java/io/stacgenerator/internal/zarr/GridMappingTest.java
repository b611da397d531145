package io.stacgenerator.internal.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridMappingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "transverse_mercator | longitude_of_central_meridian | 9 | m | +proj=tmerc FIGURE +lon_0=9.0 +x_0=500.0 +y_0=0.0 +units=m",
                "azimuthal_equidistant | latitude_of_projection_origin | 40 | km | +proj=aeqd FIGURE +lat_0=40.0 +x_0=500000.0 +y_0=0.0 +units=km",
                "lambert_conformal_conic | standard_parallel | 25 | m | +proj=lcc FIGURE +lat_1=25.0 +lat_2=25.0 +x_0=500.0 +y_0=0.0 +units=m",
                "mercator | standard_parallel | 25 | m | +proj=merc FIGURE +lat_ts=25.0 +x_0=500.0 +y_0=0.0 +units=m",
                "rotated_latitude_longitude | grid_north_pole_latitude | 39 | m |",
                "sinusoidal | longitude_of_prime_meridian | 2 | m |",
                "sinusoidal | longitude_of_projection_origin | 2 | radian |",
                "geostationary | perspective_point_height | 100 | rad | +proj=geos FIGURE +h=100.0 +sweep=y +x_0=50000.0 +y_0=0.0 +units=m",
                "geostationary | perspective_point_height | 100 | km | +proj=geos FIGURE +h=100.0 +sweep=y +x_0=500000.0 +y_0=0.0 +units=km",
                "geostationary | perspective_point_height | 0 | m |",
                "geostationary | longitude_of_projection_origin | 2 | rad |"
            })
    void parametersBecomeAProjString(String method, String name, double value, String unit, String proj) {
        Map<String, Object> mapping = Map.of(
                "grid_mapping_name",
                method,
                "semi_major_axis",
                6378137,
                "inverse_flattening",
                298.257222101,
                "false_easting",
                500,
                name,
                value);

        assertThat(GridMapping.proj(mapping, unit))
                .isEqualTo(Optional.ofNullable(proj)
                        .map(text -> text.replace("FIGURE", "+a=6378137.0 +rf=298.257222101")));
    }

    @Test
    void aShiftOfTheDatumIsPartOfIt() {
        Map<String, Object> mapping = Map.of(
                "grid_mapping_name", "sinusoidal", "earth_radius", 6371229, "towgs84", List.of(577.3, 90.1, 463.9));

        assertThat(GridMapping.proj(mapping, "m"))
                .contains("+proj=sinu +R=6371229.0 +towgs84=577.3,90.1,463.9 +x_0=0.0 +y_0=0.0 +units=m");
    }

    @ParameterizedTest
    @CsvSource({"earth_radius, 6371229, +R=6371229.0", "semi_major_axis, 6378137, ", "name, 1, "})
    void withoutAFigureOfTheEarthThereIsNone(String name, double value, String figure) {
        assertThat(GridMapping.proj(Map.of("grid_mapping_name", "sinusoidal", name, value), "m"))
                .isEqualTo(Optional.ofNullable(figure).map("+proj=sinu %s +x_0=0.0 +y_0=0.0 +units=m"::formatted));
    }
}

package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems that files define themselves, by projections of our own, get the code of what they equal. */
final class RecognizedByContentTest {

    private static final String WGS84 =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                    + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SIRGAS_2000_Brazil_Polyconic; GCS_SIRGAS_2000; D_SIRGAS_2000; GRS_1980,6378137.0,298.257222101; Polyconic; 5000000; 10000000; -54; Latitude_Of_Origin=0; EPSG:5880",
                "USA_Contiguous_Equidistant_Conic; GCS_North_American_1983; D_North_American_1983; GRS_1980,6378137.0,298.257222101; Equidistant_Conic; 0; 0; -96; Standard_Parallel_1=33 Standard_Parallel_2=45 Latitude_Of_Origin=39; ESRI:102005",
                "World_Mollweide; GCS_WGS_1984; D_WGS_1984; WGS_1984,6378137.0,298.257223563; Mollweide; 0; 0; 0; ; ESRI:54009",
                "World_Sinusoidal; GCS_WGS_1984; D_WGS_1984; WGS_1984,6378137.0,298.257223563; Sinusoidal; 0; 0; 0; ; ESRI:54008",
                "Sphere_Van_der_Grinten_I; GCS_Sphere; D_Sphere; Sphere,6371000.0,0.0; Van_der_Grinten_I; 0; 0; 0; ; ESRI:53029",
                "WGS_1984_Equal_Earth_Greenwich; GCS_WGS_1984; D_WGS_1984; WGS_1984,6378137.0,298.257223563; Equal_Earth; 0; 0; 0; ; EPSG:8857",
                "World_Mollweide; GCS_WGS_1984; D_WGS_1984; WGS_1984,6378137.0,298.257223563; Mollweide; 0; 0; 1; ; "
            })
    void systemWithTheParametersOfACodeHasThatCode(
            String name,
            String geographic,
            String datum,
            String figure,
            String method,
            double easting,
            double northing,
            double meridian,
            String others,
            String code) {
        String wkt = ("PROJCS[\"%s\",GEOGCS[\"%s\",DATUM[\"%s\",SPHEROID[\"%s]],PRIMEM[\"Greenwich\",0.0],"
                        + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"%s\"],PARAMETER[\"False_Easting\",%s],"
                        + "PARAMETER[\"False_Northing\",%s],PARAMETER[\"Central_Meridian\",%s],%sUNIT[\"Meter\",1.0]]")
                .formatted(
                        name,
                        geographic,
                        datum,
                        figure.replaceFirst(",", "\","),
                        method,
                        easting,
                        northing,
                        meridian,
                        others == null ? "" : others.replaceAll("(\\S+)=(\\S+) ?", "PARAMETER[\"$1\",$2],"));

        CrsDefinition crs = DefinitionText.read(wkt, new NoEngine(), new ArrayList<>())
                .map(ReferenceSystems::recognized)
                .orElseThrow();

        assertThat(crs.code().orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\n", "\t", "\uD800", "\0"})
    void oddCharactersInNamesAreNoError(String odd) {
        String wkt = "PROJCS[\"a" + odd + "b\"," + WGS84 + ",PROJECTION[\"Mollweide\"],"
                + "PARAMETER[\"Central_Meridian\",7],UNIT[\"Meter\",1.0]]";

        assertThat(ReferenceSystems.read(wkt, new ArrayList<>())).isPresent();
        assertThat(ReferenceSystems.transform(
                                ReferenceSystems.read(wkt, new ArrayList<>()).orElseThrow())
                        .geographic())
                .isFalse();
    }
}

package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.geotiff.GeoKeysWriter;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The PROJ strings are those that GDAL 3.6.2 gives for the same keys, but for the form of ellipsoids and units. */
final class UserDefinedCrsTest {

    private static final String PROJECTED = "1024=1 3072=32767 3074=32767 2048=32767 3073='Grid|' ";
    private static final String INTL = "2057=6378388.0 2059=297.0 ";
    private static final String INTL_PROJ = " +a=6378388 +b=6356911.9461279465 +no_defs";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3075=1 3080=9. 3081=1. 3092=.9 3082=10. 3083=20.; +proj=tmerc +lat_0=1 +lon_0=9 +k=0.9 +x_0=10 +y_0=20; 9807 8801=1 8802=9 8805=0.9 8806=10 8807=20",
                "3074=16133; +proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=500000 +y_0=10000000; 9807 8801=0 8802=15 8805=0.9996 8806=500000 8807=10000000",
                "3074=16018; +proj=tmerc +lat_0=0 +lon_0=-75 +k=0.9996 +x_0=500000 +y_0=0; 9807 8801=0 8802=-75 8805=0.9996 8806=500000 8807=0",
                "3075=3 3088=115. 3089=4. 3093=.9 3094=53. 3096=53.1 3082=1. 3083=2.; +proj=omerc +no_uoff +lat_0=4 +lonc=115 +alpha=53 +gamma=53.1 +k=0.9 +x_0=1 +y_0=2; 9812 8811=4 8812=115 8813=53 8814=53.1 8815=0.9 8806=1 8807=2",
                "3075=9815 3088=115. 3089=4. 3093=.9 3094=53. 3082=1. 3083=2.; +proj=omerc +lat_0=4 +lonc=115 +alpha=53 +gamma=90 +k=0.9 +x_0=1 +y_0=2; 9815 8811=4 8812=115 8813=53 8814=90 8815=0.9 8816=1 8817=2",
                "3075=7 3080=9. 3081=0. 3092=.9; +proj=merc +lon_0=9 +k=0.9 +x_0=0 +y_0=0; 9804 8801=0 8802=9 8805=0.9 8806=0 8807=0",
                "3075=7 3080=9. 3078=3.; +proj=merc +lat_ts=3 +lon_0=9 +x_0=0 +y_0=0; 9805 8823=3 8802=9 8806=0 8807=0",
                "3075=8 3078=40. 3079=50. 3084=3. 3085=45. 3086=5. 3087=6.; +proj=lcc +lat_0=45 +lon_0=3 +lat_1=40 +lat_2=50 +x_0=5 +y_0=6; 9802 8821=45 8822=3 8823=40 8824=50 8826=5 8827=6",
                "3075=9 3080=3. 3081=45. 3092=.99; +proj=lcc +lat_1=45 +lat_0=45 +lon_0=3 +k=0.99 +x_0=0 +y_0=0; 9801 8801=45 8802=3 8805=0.99 8806=0 8807=0",
                "3075=10 3088=10. 3089=52. 3082=1. 3083=2.; +proj=laea +lat_0=52 +lon_0=10 +x_0=1 +y_0=2; 9820 8801=52 8802=10 8806=1 8807=2",
                "3075=11 3078=29.5 3079=45.5 3080=-96. 3081=23.; +proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +x_0=0 +y_0=0; 9822 8821=23 8822=-96 8823=29.5 8824=45.5 8826=0 8827=0",
                "3075=14 3088=10. 3089=52.; +proj=stere +lat_0=52 +lon_0=10 +k=1 +x_0=0 +y_0=0; 0 8801=52 8802=10 8805=1 8806=0 8807=0",
                "3075=15 3081=71. 3095=-45. 3092=1.; +proj=stere +lat_0=90 +lat_ts=71 +lon_0=-45 +x_0=0 +y_0=0; 9829 8832=71 8833=-45 8806=0 8807=0",
                "3075=15 3081=-71. 3095=3.; +proj=stere +lat_0=-90 +lat_ts=-71 +lon_0=3 +x_0=0 +y_0=0; 9829 8832=-71 8833=3 8806=0 8807=0",
                "3075=15 3081=90. 3095=-45. 3092=.994; +proj=stere +lat_0=90 +lon_0=-45 +k=0.994 +x_0=0 +y_0=0; 9810 8801=90 8802=-45 8805=0.994 8806=0 8807=0",
                "3075=16 3080=10. 3081=52. 3092=.9; +proj=sterea +lat_0=52 +lon_0=10 +k=0.9 +x_0=0 +y_0=0; 9809 8801=52 8802=10 8805=0.9 8806=0 8807=0",
                "3075=17 3088=10. 3089=0. 3078=5.; +proj=eqc +lat_ts=5 +lat_0=0 +lon_0=10 +x_0=0 +y_0=0; 1028 8823=5 8801=0 8802=10 8806=0 8807=0",
                "3075=18 3080=10. 3081=52.; +proj=cass +lat_0=52 +lon_0=10 +x_0=0 +y_0=0; 9806 8801=52 8802=10 8806=0 8807=0",
                "3075=22 3080=10. 3081=2.; +proj=poly +lat_0=2 +lon_0=10 +x_0=0 +y_0=0; 9818 8801=2 8802=10 8806=0 8807=0",
                "3075=24 3088=10.; +proj=sinu +lon_0=10 +x_0=0 +y_0=0; 0 8802=10 8806=0 8807=0",
                "3075=26 3080=173. 3081=-41. 3082=2510000. 3083=6023150.; +proj=nzmg +lat_0=-41 +lon_0=173 +x_0=2510000 +y_0=6023150; 9811 8801=-41 8802=173 8806=2510000 8807=6023150",
                "3075=27 3080=20. 3081=0. 3092=1.; +proj=tmerc +axis=wsu +lat_0=0 +lon_0=20 +k=1 +x_0=0 +y_0=0; 9808 8801=0 8802=20 8805=1 8806=0 8807=0",
                "3075=28 3080=3. 3078=10.; +proj=cea +lat_ts=10 +lon_0=3 +x_0=0 +y_0=0; 9835 8823=10 8802=3 8806=0 8807=0"
            })
    void describesEachMethodAsProjAndAsProjjson(String keys, String proj, String outline) {
        CrsDefinition crs = crs(PROJECTED + INTL + keys);

        assertThat(crs.projString().orElseThrow()).isEqualTo(proj + INTL_PROJ);
        assertThat(outline(crs)).isEqualTo(outline);
    }

    @ParameterizedTest
    @CsvSource({
        "2048=4326, +a=6378137 +b=6356752.314245179",
        "2048=4269, +a=6378137 +b=6356752.314140356 +base=4269",
        "2048=4289, '+a=6377397.155 +b=6356078.962818189 +base=4289'",
        "2048=32767 2050=6289, '+a=6377397.155 +b=6356078.962818189 +base=4289'",
        "2048=32767 2056=7022, +a=6378388 +b=6356911.9461279465",
        "2048=32767 2057=6371000.0 2059=0.0, +a=6371000 +b=6371000",
        "2048=32767 2057=6378206.4 2058=6356583.8, +a=6378206.4 +b=6356583.8",
        "2048=32767 2056=7030 2051=8903, +a=6378137 +b=6356752.314245179 +pm=2.33722917",
        "2048=32767 2056=7030 2061=-17.5, +a=6378137 +b=6356752.314245179 +pm=-17.5"
    })
    void findsTheDatumByCodeOrParameters(String keys, String figure) {
        CrsDefinition crs = crs(PROJECTED + "3074=16032 " + keys);

        assertThat(crs.projString().orElseThrow())
                .isEqualTo("+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=500000 +y_0=0 " + figure + " +no_defs");
    }

    @Test
    void givesFalseOriginsInTheUnitOfTheMap() {
        CrsDefinition crs = crs(PROJECTED + INTL + "3075=1 3076=9003 3082=3937. 3092=1.");

        assertThat(crs.projString().orElseThrow())
                .isEqualTo(
                        "+proj=tmerc +lat_0=0 +lon_0=0 +k=1 +x_0=1200 +y_0=0 +to_meter=0.3048006096012192" + INTL_PROJ);
        assertThat(outline(crs)).isEqualTo("9807 8801=0 8802=0 8805=1 8806=3937 8807=0");
    }

    @Test
    void keepsTheCodeOfTheBase() {
        CrsDefinition crs = crs(PROJECTED + "2048=4326 3074=16032");

        assertThat(object(json(crs), "base_crs"))
                .containsEntry("name", "WGS 84")
                .containsEntry("id", Map.of("authority", "EPSG", "code", 4326));
        assertThat(object(json(crs), "conversion"))
                .containsEntry("name", "UTM zone 32N")
                .containsEntry("id", Map.of("authority", "EPSG", "code", 16032));
        assertThat(crs.code()).isEmpty();
        assertThat(crs.name()).contains("Grid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WGS_1984_Web_Mercator",
                "WGS_1984_Web_Mercator_Auxiliary_Sphere",
                "WGS 84 / Pseudo-Mercator",
                "WGS84 Web Mercator",
                "Google Maps Global Mercator"
            })
    void takesWebMercatorByItsNameOnASphere(String name) {
        CrsDefinition crs = crs(PROJECTED + "2048=4326 3075=7 3073='" + name + "|'");

        assertThat(crs.projString()).contains("+proj=merc +lon_0=0 +x_0=0 +y_0=0 +a=6378137 +b=6378137 +no_defs");
        assertThat(outline(crs)).isEqualTo("1024 8801=0 8802=0 8806=0 8807=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Web Mercator", "Pseudo Mercator", "my webmercator", "WGS_1984_Web_Mercator_x"})
    void leavesMercatorWithOtherNamesOnItsEllipsoidAsGdalDoes(String name) {
        CrsDefinition crs = crs(PROJECTED + "2048=4326 3075=7 3073='" + name + "|'");

        assertThat(outline(crs)).startsWith("9804 ");
    }

    @Test
    void describesAGeographicSystem() {
        CrsDefinition crs = crs("1024=2 2048=32767 2054=9105 2056=7022 2049='GCS Name = Mine|Datum = Own|'");

        assertThat(crs.projString()).contains("+proj=longlat +a=6378388 +b=6356911.9461279465 +to_degree=0.9 +no_defs");
        assertThat(json(crs)).containsEntry("type", "GeographicCRS").containsEntry("name", "Mine");
        assertThat(object(json(crs), "datum")).containsEntry("name", "Own");
    }

    @ParameterizedTest
    @CsvSource({
        "3075=8 3078=40.0",
        "3075=7 3081=5.0",
        "3075=15 3081=60.0 3095=-111.0 3092=0.9",
        "3075=4",
        "3074=10101",
        "3075=1 3076=9999",
        "3075=1 3080=NaN.",
        "3075=1 2054=9105",
        "3075=1 2051=8999"
    })
    void definesNothingOfWhatIsMissingOrUnknown(String keys) {
        CrsDefinition crs = crs(PROJECTED + INTL + keys.replace("NaN.", "1.0e999"));

        assertThat(crs).isEqualTo(CrsDefinition.builder().name("Grid").build());
    }

    @Test
    void definesNothingWithoutAnEllipsoid() {
        assertThat(crs(PROJECTED + "3074=16032").projjson()).isEmpty();
    }

    @Test
    void refersToTheBaseForTheShiftOfTheDatum() {
        CrsDefinition crs = crs(PROJECTED + "2048=4267 3074=16012");

        assertThat(crs.projString().orElseThrow()).contains("+base=4267");
        assertThat(crs.projjson()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2057=3396190.0 2059=169.9",
        "2056=7030 2049='GCS Name = Mars 2000|Datum = D_Mars_2000|'",
        "2057=-12345678.0 2059=200.0"
    })
    void tellsOtherBodies(String keys) {
        assertThat(crs(PROJECTED + "3074=16032 " + keys).terrestrial()).isFalse();
    }

    private static CrsDefinition crs(String keys) {
        return new GeoKeyCrs(GeoKeysWriter.keys(keys), new NoEngine(), new ArrayList<>())
                .read()
                .orElseThrow();
    }

    private static Map<String, Object> json(CrsDefinition crs) {
        return crs.projjson().orElseThrow();
    }

    /** The code of the method and those of the parameters with their values. */
    private static String outline(CrsDefinition crs) {
        Map<String, Object> conversion = object(json(crs), "conversion");
        List<?> parameters = (List<?>) conversion.getOrDefault("parameters", List.of());
        return code(object(conversion, "method"))
                + parameters.stream()
                        .map(UserDefinedCrsTest::cast)
                        .map(parameter -> " " + code(parameter) + "=" + number(parameter))
                        .collect(Collectors.joining());
    }

    private static String number(Map<String, Object> parameter) {
        return String.valueOf(parameter.get("value")).replaceFirst("\\.0$", "").replace("1.0E7", "10000000");
    }

    private static Object code(Map<String, Object> named) {
        return object(named, "id").getOrDefault("code", 0);
    }

    private static Map<String, Object> object(Map<String, Object> json, String name) {
        return cast(json.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked") // objects of JSON have text keys
    private static Map<String, Object> cast(Object value) {
        return (Map<String, Object>) value;
    }
}

package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.geotiff.GeoKeysWriter;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProjJsonNodeTest {

    private static final String PROJECTED = "1024=1 3072=32767 3074=32767 2048=32767 3073='Grid|' ";
    private static final String DEGREES = "\"coordinate_system\": {\"axis\": [{\"name\": \"Latitude\","
            + " \"direction\": \"north\", \"unit\": \"degree\"}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2057=6378388.0 2059=297.0 3075=8 3078=40. 3079=50. 3084=3. 3085=45. 3086=5. 3087=6.",
                "2057=6371000.0 2059=0.0 3075=10 3088=10. 3089=52. 3082=1. 3083=2.",
                "2056=7030 2051=8903 3075=15 3081=-71. 3095=3.",
                "2056=7022 3075=1 3076=9003 3082=3937. 3092=.9"
            })
    void definitionsMeanWhatTheyWereWrittenFor(String keys) {
        CrsDefinition written = new GeoKeyCrs(GeoKeysWriter.keys(PROJECTED + keys), new NoEngine(), new ArrayList<>())
                .read()
                .orElseThrow();

        assertReadAsWritten(written);
    }

    @Test
    void shiftsOfDatumAreKept() {
        assertReadAsWritten(read("GEOGCS[\"mine\",DATUM[\"mine\",SPHEROID[\"Bessel 1841\",6377397.155,299.1528128],"
                        + "TOWGS84[598.1,73.7,418.2,0.202,0.045,-2.455,6.7]],PRIMEM[\"Greenwich\",0],"
                        + "UNIT[\"degree\",0.0174532925199433]]")
                .orElseThrow());
    }

    private static void assertReadAsWritten(CrsDefinition written) {
        String json = JsonText.compact(written.projjson().orElseThrow());

        CrsDefinition read = read(json).orElseThrow();

        assertThat(read.projString()).isPresent().isEqualTo(written.projString());
        assertThat(read.projjson()).contains(JsonText.parse(json));
        assertThat(read.name()).isEqualTo(written.name());
    }

    @Test
    void codesOfWholesCount() {
        CrsDefinition crs = read("{\"type\": \"ProjectedCRS\", \"name\": \"WGS 84 / UTM zone 33N\","
                        + " \"id\": {\"authority\": \"EPSG\", \"code\": 32633}}")
                .orElseThrow();

        assertThat(crs.code()).contains("EPSG:32633");
    }

    @Test
    void ellipsoidsMayHaveTwoAxesAndMeridiansTheirOwnUnit() {
        CrsDefinition crs = read("{\"type\": \"GeographicCRS\", \"name\": \"mine\", \"datum\": {\"name\": \"mine\","
                        + " \"ellipsoid\": {\"name\": \"mine\", \"semi_major_axis\": 6378249.2,"
                        + " \"semi_minor_axis\": 6356515},"
                        + " \"prime_meridian\": {\"name\": \"mine\", \"longitude\": {\"value\": 2.5, \"unit\":"
                        + " {\"type\": \"AngularUnit\", \"name\": \"grad\", \"conversion_factor\":"
                        + " 0.015707963267948967}}}}, " + DEGREES + "}")
                .orElseThrow();

        assertThat(crs.projString()).contains("+proj=longlat +a=6378249.2 +b=6356515 +pm=2.25 +no_defs");
    }

    @Test
    void axesOfEllipsoidsMayBeInFeet() {
        CrsDefinition crs = read("{\"type\": \"GeographicCRS\", \"name\": \"mine\", \"datum\": {\"name\": \"mine\","
                        + " \"ellipsoid\": {\"name\": \"mine\", \"semi_major_axis\": {\"value\": 20922931.8, \"unit\":"
                        + " {\"type\": \"LinearUnit\", \"name\": \"foot\", \"conversion_factor\": 0.3048}},"
                        + " \"inverse_flattening\": 300.8017}}, " + DEGREES + "}")
                .orElseThrow();

        assertThat(crs.terrestrial()).isTrue();
        assertThat(crs.projString().orElseThrow()).contains("+a=6377309.61");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\": \"DerivedProjectedCRS\", \"name\": \"mine\"}", "{\"name\": \"mine\"}"})
    void otherTypesAreNamed(String json) {
        CrsDefinition crs = read(json).orElseThrow();

        assertThat(crs.name()).contains("mine");
        assertThat(crs.projString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"type\":"})
    void brokenObjectsDefineNothing(String json) {
        assertThat(read(json)).isEmpty();
    }

    private static Optional<CrsDefinition> read(String json) {
        return DefinitionText.read(json, new NoEngine(), new ArrayList<>());
    }
}

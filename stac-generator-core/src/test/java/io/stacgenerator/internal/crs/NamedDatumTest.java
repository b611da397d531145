package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.geotiff.GeoKeysWriter;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Datums that definitions without a code name, without GDAL. */
final class NamedDatumTest {

    private static final String UTM = """
            PROJCS["written out",GEOGCS["%s",DATUM["%s",SPHEROID["figure",%s]],PRIMEM["Greenwich",0],\
            UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],\
            PARAMETER["central_meridian",%s],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],\
            PARAMETER["false_northing",10000000],UNIT["metre",1]]""";
    private static final String AUSTRALIAN = "6378160,298.25";
    private static final String INTERNATIONAL = "6378388,297";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AGD84 | Australian_Geodetic_Datum_1984 | " + AUSTRALIAN + " | 117 | 500000 | 6348700",
                "AGD66 | Australian_Geodetic_Datum_1966 | " + AUSTRALIAN + " | 147 | 500000 | 6348700",
                "GCS_European_1979 | D_European_1979 | " + INTERNATIONAL + " | 9 | 500000 | 15400000",
                "ED50 | European_Datum_1950 | " + INTERNATIONAL + " | 9 | 500000 | 15400000",
                "Malongo 1987 | Malongo_1987 | " + INTERNATIONAL + " | 9 | 812090 | 9423420"
            })
    void aDatumIsKnownByAnyOfItsNamesWhereItIsUsed(
            String system, String datum, String figure, String meridian, double x, double y) {
        assertThat(doubts(UTM.formatted(system, datum, figure, meridian), x, y)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AGD84 | Australian_Geodetic_Datum_1984 | " + AUSTRALIAN + " | 105 | 500000 | 6348700",
                "ED50 | European_Datum_1950 | " + INTERNATIONAL + " | -75 | 500000 | 14400000"
            })
    void aShiftIsNotTakenForKnownOutsideOfTheAreaOfItsDatum(
            String system, String datum, String figure, String meridian, double x, double y) {
        assertThat(doubts(UTM.formatted(system, datum, figure, meridian), x, y))
                .get()
                .extracting(Warning::code)
                .isEqualTo("datum-shift-unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mhast (deprecated) | Mhast | " + INTERNATIONAL + " | 9 | 812090 | 9423420",
                "Samboja (deprecated) | Samboja | 6377397.155,299.1528128 | 117 | 500000 | 9900000",
                "Port Bouet | Port_Bouet | 6378249.145,293.465 | -3 | 500000 | 10600000"
            })
    void aDatumIsNotTakenForAnotherThatHasItsNameAsAnAlias(
            String system, String datum, String figure, String meridian, double x, double y) {
        assertThat(doubts(UTM.formatted(system, datum, figure, meridian), x, y))
                .get()
                .extracting(Warning::code)
                .isEqualTo("datum-shift-unknown");
    }

    @Test
    void anOldDatumOnTheFigureOfWgs84IsLeftToGdal() {
        String text = UTM.formatted(
                "GCS_Provisional_S_American_1956", "D_Provisional_S_American_1956", "6378137,298.257222101", "-63");

        assertThat(read(text).projString()).isEmpty();
        assertThat(ofKeys("2048=32767 2050=6239 2056=7030").projString()).isEmpty();
    }

    @Test
    void theShiftOfADatumIsNotTakenForKnownOnTheFigureOfAnother() {
        assertThat(doubts(UTM.formatted("Indian 1954", "Indian_1954", "6378245,298.3", "105"), 500000, 12211000))
                .isPresent();
        assertThat(doubts(ofKeys("2048=32767 2050=6239 2057=6378245.0 2059=298.3"), 500000, 2211000))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2048=4326 2057=6378245.0 2059=298.3, +a=6378245",
        "2048=4326 2057=6378137.0 2059=298.2572, +a=6378137",
        "2048=4267 2057=6378206.4 2059=294.9787, +base=4267",
        "2048=32767 2050=6267 2057=6378206.4 2059=294.9787, +base=4267"
    })
    void aCodeOfADatumCountsWhereTheAxesAreItsOwn(String keys, String part) {
        assertThat(ofKeys(keys).projString().orElseThrow()).contains(part);
    }

    private static CrsDefinition ofKeys(String keys) {
        return new GeoKeyCrs(
                        GeoKeysWriter.keys("1024=1 3072=32767 3074=16032 " + keys), new NoEngine(), new ArrayList<>())
                .read()
                .orElseThrow();
    }

    private static CrsDefinition read(String text) {
        return DefinitionText.read(text, new NoEngine(), new ArrayList<>()).orElseThrow();
    }

    private static Optional<Warning> doubts(String text, double x, double y) {
        return doubts(read(text), x, y);
    }

    private static Optional<Warning> doubts(CrsDefinition crs, double x, double y) {
        return ReferenceSystems.doubts(crs, Wgs84Transforms.of(crs).at(x, y));
    }
}

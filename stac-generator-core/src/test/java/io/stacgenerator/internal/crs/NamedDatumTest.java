package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import java.util.Optional;
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

    private static Optional<Warning> doubts(String text, double x, double y) {
        CrsDefinition crs =
                DefinitionText.read(text, new NoEngine(), new ArrayList<>()).orElseThrow();
        return ReferenceSystems.doubts(crs, Wgs84Transforms.of(crs).at(x, y));
    }
}

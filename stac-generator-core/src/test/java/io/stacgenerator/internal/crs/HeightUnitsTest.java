package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeightUnitsTest {

    private static final int LAST = 20036;

    @ParameterizedTest
    @CsvSource({"5773, metre", "3855, metre", "8228, foot", "6360, US survey foot", "5754, British foot (1936)"})
    void theUnitOfACodeIsKnown(int code, String unit) {
        assertThat(HeightUnits.of(code)).contains(unit);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4326, 4979, 25832, 32767})
    void anotherCodeHasNone(int code) {
        assertThat(HeightUnits.of(code)).isEmpty();
    }

    @RequiresGdal
    @Test
    void theUnitsAreThoseOfGdal() {
        assertThat(IntStream.rangeClosed(0, LAST)
                        .filter(code -> HeightUnits.of(code).isPresent()))
                .hasSizeGreaterThan(250)
                .allSatisfy(code -> assertThat(ofGdal(code)).isEqualTo(HeightUnits.of(code)));
    }

    private static Optional<String> ofGdal(int code) {
        return ReferenceSystems.engine()
                .wkt2(CrsDefinition.epsg(code))
                .flatMap(WktNode::parse)
                .flatMap(system -> system.child("AXIS"))
                .flatMap(axis -> axis.child("LENGTHUNIT"))
                .map(WktNode::name);
    }
}

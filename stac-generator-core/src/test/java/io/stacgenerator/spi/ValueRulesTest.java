package io.stacgenerator.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldType;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.Histogram;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules that small values keep. */
final class ValueRulesTest {

    @Test
    void rangeEndsBehindItsLastByte() {
        assertThat(new ByteRange(10, 5).end()).isEqualTo(15);
        assertThat(new ByteRange(Long.MAX_VALUE - 5, 5).end()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1", "9223372036854775807, 1", "9223372036854775807, 2147483647"})
    void rangeIsNowhereNegative(long offset, int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ByteRange(offset, length))
                .withMessageContaining("at " + offset);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-5, 5"})
    void rasterHasAnArea(int width, int height) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RasterSize(width, height))
                .withMessage("raster size %d x %d is empty".formatted(width, height));
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 2", "5, 5, 3", "6, 5, 3", "NaN, 5, 3", "0, NaN, 3", "-Infinity, 5, 3", "0, Infinity, 3"})
    void histogramHasThreeBucketsBetweenFiniteEdges(double min, double max, int buckets) {
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < buckets; i++) {
            counts.add(1L);
        }

        assertThatIllegalArgumentException().isThrownBy(() -> new Histogram(min, max, counts));
    }

    @Test
    void bucketsAreCopied() {
        List<Long> counts = new ArrayList<>(List.of(1L, 2L, 3L));
        Histogram histogram = new Histogram(0, 1, counts);
        counts.clear();

        assertThat(histogram.buckets()).containsExactly(1L, 2L, 3L).isUnmodifiable();
    }

    @Test
    void statisticsLeaveOutWhatIsNotFinite() {
        BandStatistics statistics = BandStatistics.builder()
                .minimum(Double.NaN)
                .maximum(Double.POSITIVE_INFINITY)
                .mean(3.0)
                .count(0L)
                .validPercent(Double.NEGATIVE_INFINITY)
                .build();

        assertThat(statistics)
                .isEqualTo(BandStatistics.builder().mean(3.0).count(0L).build());
    }

    @Test
    void codeOfEpsgDefinesATerrestrialSystem() {
        assertThat(CrsDefinition.epsg(4326)).isEqualTo(CrsDefinition.of("EPSG:4326"));
    }

    @ParameterizedTest
    @EnumSource
    void colorIsNamedInLowerCase(ColorInterpretation color) {
        assertThat(color.jsonName()).isEqualToIgnoringCase(color.name()).isLowerCase();
    }

    @Test
    void rangeWithoutNumbersIsRefused() {
        Field field = Field.of("acme:score", FieldType.NUMBER);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> field.between(1, 0))
                .withMessageContaining("1.0 to 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> field.between(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> field.above(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> field.cyclic(0, Double.POSITIVE_INFINITY));
    }
}

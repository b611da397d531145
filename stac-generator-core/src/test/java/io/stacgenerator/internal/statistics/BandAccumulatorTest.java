package io.stacgenerator.internal.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BandAccumulatorTest {

    private static BandStatistics of(DataType type, @Nullable Double nodata, double... values) {
        BandAccumulator band = BandAccumulator.of(type, nodata, 1);
        do {
            band.add(values, 0, 1, values.length, null);
        } while (band.endPass());
        return band.result();
    }

    @ParameterizedTest
    @EnumSource(names = {"UINT8", "INT8", "UINT16", "INT16", "INT32", "FLOAT32", "FLOAT64", "INT64"})
    void givesTheStatisticsOfNumpy(DataType type) {
        double[] values = DoubleStream.iterate(0, value -> value + 1).limit(101).toArray();
        BandStatistics band = of(type, null, values);

        assertThat(band.minimum().orElseThrow()).isZero();
        assertThat(band.maximum()).contains(100.0);
        assertThat(band.mean()).contains(50.0);
        assertThat(band.stddev().orElseThrow()).isCloseTo(29.154759474226502, within(1e-12));
        assertThat(band.count()).contains(101L);
        assertThat(band.validPercent()).contains(100.0);
        assertThat(band.histogram().orElse(null))
                .isEqualTo(new Histogram(0, 100, List.of(10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 11L)));
    }

    @ParameterizedTest
    @EnumSource(names = {"UINT16", "INT16", "FLOAT64"})
    void joinsWhatForksHaveTaken(DataType type) {
        double[] low = {1, 2, 3, -9};
        double[] high = {70, 80, 90, 100};
        BandAccumulator band = BandAccumulator.of(type, -9.0, 2);
        do {
            BandAccumulator fork = band.fork();
            band.add(low, 0, 1, low.length, null);
            fork.add(high, 0, 1, high.length, null);
            band.join(fork);
        } while (band.endPass());

        assertThat(band.result()).isEqualTo(of(type, -9.0, 1, 2, 3, -9, 70, 80, 90, 100));
    }

    @ParameterizedTest
    @EnumSource(names = {"INT8", "INT16", "INT32", "FLOAT64"})
    void countsNegativeValues(DataType type) {
        assertThat(of(type, null, -128, 127))
                .returns(-128.0, band -> band.minimum().orElse(null))
                .returns(-0.5, band -> band.mean().orElse(null));
    }

    @Test
    void leavesOutWhatIsNotValid() {
        BandStatistics band =
                of(DataType.FLOAT64, -9.0, 1, Double.NaN, 3, Double.POSITIVE_INFINITY, -9, Double.NEGATIVE_INFINITY);

        assertThat(band.count()).contains(2L);
        assertThat(band.mean()).contains(2.0);
        assertThat(band.validPercent().orElseThrow()).isCloseTo(100 / 3.0, within(1e-12));
    }

    @Test
    void readsOneBandOfSeveralAndOnlyValidPixels() {
        BandAccumulator band = BandAccumulator.of(DataType.UINT8, null, 1);
        band.add(new double[] {9, 1, 9, 2, 9, 3}, 1, 2, 3, new boolean[] {true, false, true});

        assertThat(band.endPass()).isFalse();
        assertThat(band.result())
                .returns(2L, each -> each.count().orElse(null))
                .returns(2.0, each -> each.mean().orElse(null));
    }

    @ParameterizedTest
    @EnumSource(names = {"UINT8", "FLOAT32"})
    void givesNoNumbersWithoutAValidPixel(DataType type) {
        BandAccumulator band = BandAccumulator.of(type, 7.0, 1);
        band.addInvalid(3);
        band.addConstant(7, 5);

        assertThat(band.endPass()).isFalse();
        assertThat(band.result())
                .isEqualTo(BandStatistics.builder().count(0L).validPercent(0.0).build());
    }

    @Test
    void takesNoConstantThatOccursNever() {
        BandAccumulator band = BandAccumulator.of(DataType.FLOAT32, -1.0, 1);
        do {
            band.addConstant(0, 0);
            band.addConstant(5, 2);
        } while (band.endPass());

        assertThat(band.result().minimum()).contains(5.0);
    }

    @Test
    void givesNoHistogramOfEqualValues() {
        assertThat(of(DataType.FLOAT64, null, 4.5, 4.5).histogram()).isEmpty();
        assertThat(of(DataType.UINT16, null, 4, 4).histogram()).isEmpty();
    }

    @Test
    void givesOnlyFiniteNumbersOfTheLargestDoubles() {
        BandStatistics band = of(DataType.FLOAT64, null, -Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, 0);

        assertThat(band.minimum().orElse(null)).isEqualTo(-Double.MAX_VALUE);
        assertThat(band.stddev()).isEmpty();
        assertThat(band.histogram().orElseThrow().buckets()).isEqualTo(List.of(1L, 0L, 0L, 0L, 0L, 1L, 0L, 0L, 0L, 2L));
    }

    @Test
    void countsAllOfTheSmallestDoubles() {
        Histogram histogram =
                of(DataType.FLOAT64, null, 0, Double.MIN_VALUE).histogram().orElseThrow();

        assertThat(histogram.buckets().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(2);
    }

    @Test
    void keepsPrecisionNextToALargeOffset() {
        double[] values = new double[1_000_000];
        Arrays.setAll(values, i -> 1e9 + i % 2);

        assertThat(of(DataType.FLOAT64, null, values).stddev().orElseThrow()).isCloseTo(0.5, within(1e-9));
        assertThat(of(DataType.FLOAT64, null, values).mean().orElse(null)).isEqualTo(1e9 + 0.5);
    }

    @Test
    void measuresSmallIntegersToTheSameWhereThereAreTooManyBandsToCountThem() {
        BandAccumulator band = BandAccumulator.of(DataType.INT16, null, 5000);
        double[] values = {-300, 20, 4000, 20};
        do {
            band.add(values, 0, 1, 4, null);
        } while (band.endPass());

        assertThat(band.result()).isEqualTo(of(DataType.INT16, null, values));
    }

    @ParameterizedTest
    @EnumSource(names = {"UINT8", "INT8", "UINT16", "INT16", "INT32"})
    void takesIntegersAsWellAsOtherNumbers(DataType type) {
        short[] integers = {9, 1, 9, 7, 9, 2, 9, 3};
        boolean[] valid = {true, true, false, true};
        double[] numbers = {9, 1, 9, 7, 9, 2, 9, 3};
        BandAccumulator whole = BandAccumulator.of(type, 7.0, 1);
        BandAccumulator other = BandAccumulator.of(type, 7.0, 1);
        do {
            whole.add(integers, -1, 1, 2, 4, valid);
        } while (whole.endPass());
        do {
            other.add(numbers, 1, 2, 4, valid);
        } while (other.endPass());

        assertThat(whole.result()).isEqualTo(other.result());
        assertThat(whole.result())
                .returns(2L, band -> band.count().orElse(null))
                .returns(2.0, band -> band.mean().orElse(null));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 300, 1.5, 1e300, Double.NaN})
    void countsAllIntegersWhereNoneCanBeTheNodataValue(double nodata) {
        BandAccumulator band = BandAccumulator.of(DataType.UINT8, nodata, 1);
        band.add(new short[] {0, 1, 2, 255}, 0xFF, 0, 1, 4, null);

        assertThat(band.endPass()).isFalse();
        assertThat(band.result().count()).contains(4L);
    }

    @Test
    void needsNoSecondPassOverValuesThatAreFew() {
        BandAccumulator band = BandAccumulator.of(DataType.FLOAT32, null, 1);
        band.add(new double[] {1, 2, 3}, 0, 1, 3, null);
        BandAccumulator fork = band.fork();
        fork.add(new double[] {4, 5}, 0, 1, 2, null);
        band.join(fork);

        assertThat(band.endPass()).isFalse();
        assertThat(band.result()).isEqualTo(of(DataType.FLOAT32, null, 1, 2, 3, 4, 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50_000, 1_000_000})
    void measuresTheSameHoweverManyValuesItMayKeep(int bands) {
        double[] values = DoubleStream.iterate(-7, value -> (value * 31 + 17) % 1009)
                .limit(1000)
                .toArray();
        BandAccumulator band = BandAccumulator.of(DataType.FLOAT64, 5.0, bands);
        do {
            BandAccumulator fork = band.fork();
            band.add(values, 0, 1, 40, null);
            fork.add(values, 40, 1, 960, null);
            band.join(fork);
        } while (band.endPass());

        assertThat(band.result()).isEqualTo(of(DataType.FLOAT64, 5.0, values));
    }

    @ParameterizedTest
    @EnumSource(names = {"UINT8", "FLOAT32"})
    void takesNothingInPassesThatOnlyOtherBandsNeed(DataType type) {
        BandAccumulator band = BandAccumulator.of(type, null, 1);
        band.add(new double[] {1, 2, 3}, 0, 1, 3, null);
        assertThat(band.endPass()).isFalse();

        BandAccumulator fork = band.fork();
        fork.add(new double[] {8}, 0, 1, 1, null);
        band.join(fork);
        band.add(new double[] {9}, 0, 1, 1, null);
        band.add(new short[] {9}, -1, 0, 1, 1, null);
        band.addConstant(9, 1);
        band.addInvalid(1);

        assertThat(band.endPass()).isFalse();
        assertThat(band.result()).isEqualTo(of(type, null, 1, 2, 3));
    }
}

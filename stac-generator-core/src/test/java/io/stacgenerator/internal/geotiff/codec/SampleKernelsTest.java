package io.stacgenerator.internal.geotiff.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.internal.statistics.BandAccumulator;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The loops over pixels, from the bytes of rows to statistics, against one value after the other. */
final class SampleKernelsTest {

    private static final int WIDTH = 37;
    private static final int ROWS = 40;
    private static final double NODATA = 3;

    /**
     * Rows of an image.
     *
     * @param type the type of its samples
     * @param order their byte order
     * @param summed whether the rows hold differences
     * @param samples the samples of a pixel
     * @param masked whether some pixels are said to be invalid
     * @param bands the bands that share the memory: of so many, small integers are counted, or measured
     */
    private record Rows(DataType type, ByteOrder order, boolean summed, int samples, boolean masked, int bands) {

        byte[] random(Random random) {
            byte[] row = new byte[length() * size()];
            for (int i = 0; i < length(); i++) {
                put(ByteBuffer.wrap(row).order(order), i * size(), random);
            }
            return row;
        }

        /**
         * Most values are small, so that some of them are nodata; others have any bits, NaN and infinity among them.
         */
        private void put(ByteBuffer row, int at, Random random) {
            boolean any = random.nextInt(4) == 0;
            long small = random.nextInt(9) - 4L;
            long bits = any ? random.nextLong() : small;
            switch (type) {
                case FLOAT16 -> row.putShort(at, any ? (short) bits : (short) (random.nextBoolean() ? 0x7C00 : 0x4200));
                case FLOAT32 -> row.putFloat(at, any ? strange(random) : small);
                case FLOAT64 -> row.putDouble(at, any ? strange(random) : small);
                default -> {
                    for (int i = 0; i < size(); i++) {
                        int shift = 8 * (order == ByteOrder.LITTLE_ENDIAN ? i : size() - 1 - i);
                        row.put(at + i, (byte) (bits >> shift));
                    }
                }
            }
        }

        private static float strange(Random random) {
            float[] strange = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 3.0000002f, -1e30f, 0.1f};
            return strange[random.nextInt(strange.length)];
        }

        int length() {
            return WIDTH * samples;
        }

        int size() {
            return type.bits() / 8;
        }

        double at(byte[] row, int index) {
            byte[] sample = new byte[size()];
            for (int i = 0; i < sample.length; i++) {
                sample[order == ByteOrder.BIG_ENDIAN ? i : sample.length - 1 - i] = row[index * size() + i];
            }
            BigInteger bits = new BigInteger(1, sample);
            return switch (type) {
                case UINT8, UINT16, UINT32, UINT64 -> bits.doubleValue();
                case INT8, INT16, INT32, INT64 -> new BigInteger(sample).doubleValue();
                case FLOAT16 -> SmallFloat.HALF.value(bits.intValue());
                case FLOAT32 -> Float.intBitsToFloat(bits.intValue());
                default -> Double.longBitsToDouble(bits.longValue());
            };
        }

        /** The value of a sample of integers once the differences before it are added, within the range of its type. */
        double wrapped(double sum) {
            double range = Math.scalb(1.0, type.bits());
            double least = type.name().startsWith("U") ? 0 : -range / 2;
            return sum - range * Math.floor((sum - least) / range);
        }
    }

    private static Stream<Arguments> rows() {
        return Stream.of(DataType.values())
                .filter(type -> type.bits() > 0 && !type.complex())
                .flatMap(type -> Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                        .flatMap(order -> Stream.of(
                                new Rows(type, order, false, 1, false, 1),
                                new Rows(type, order, false, 3, true, 1),
                                new Rows(type, order, false, 3, true, 1_000_000),
                                new Rows(type, order, SampleUnpacker.sums(type, type.bits()), 1, true, 1))))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void findTheStatisticsOfEachValueByItself(Rows rows) {
        Random random = new Random(rows.toString().hashCode());
        List<byte[]> encoded =
                IntStream.range(0, ROWS).mapToObj(i -> rows.random(random)).toList();
        boolean[] valid = new boolean[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            valid[i] = !rows.masked() || random.nextBoolean();
        }

        BandStatistics found = kernels(rows, encoded, rows.masked() ? valid : null);

        List<Double> values = values(rows, encoded, valid);
        assertThat(found.count()).contains((long) values.size());
        assertThat(found.validPercent()).contains(100.0 * values.size() / (WIDTH * ROWS));
        requireMoments(found, values);
        requireHistogram(found, values);
    }

    /** The last sample of each pixel. */
    private static BandStatistics kernels(Rows rows, List<byte[]> encoded, boolean @Nullable [] valid) {
        SampleUnpacker unpacker = SampleUnpacker.of(
                        rows.type(), rows.type().bits(), rows.order(), rows.length(), rows.summed())
                .orElseThrow();
        BandAccumulator band = BandAccumulator.of(rows.type(), NODATA, rows.bands());
        do {
            for (byte[] row : encoded) {
                Samples samples = unpacker.unpack(row.clone(), rows.length());
                samples.addTo(band, rows.samples() - 1, rows.samples(), WIDTH, valid);
            }
        } while (band.endPass());
        return band.result();
    }

    private static List<Double> values(Rows rows, List<byte[]> encoded, boolean[] valid) {
        List<Double> values = new ArrayList<>();
        double tolerance = rows.type().name().startsWith("FLOAT") ? 1e-6 : 0;
        for (byte[] row : encoded) {
            double sum = 0;
            for (int x = 0; x < WIDTH; x++) {
                double sample = rows.at(row, x * rows.samples() + rows.samples() - 1);
                sum += sample;
                double value = rows.summed() ? rows.wrapped(sum) : sample;
                if (valid[x] && Double.isFinite(value) && Math.abs(value - NODATA) > tolerance) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static void requireMoments(BandStatistics found, List<Double> values) {
        double least = values.stream().min(Double::compare).orElseThrow();
        double greatest = values.stream().max(Double::compare).orElseThrow();
        double mean = mean(values, value -> value);
        double stddev = Math.sqrt(mean(values, value -> (value - mean) * (value - mean)));
        double rounding = 1e-12 * Math.max(Math.abs(least), Math.abs(greatest));

        assertThat(found.minimum()).contains(least);
        assertThat(found.maximum()).contains(greatest);
        if (Double.isFinite(stddev)) {
            assertThat(found.mean().orElseThrow()).isCloseTo(mean, within(rounding));
            assertThat(found.stddev().orElseThrow()).isCloseTo(stddev, within(rounding));
        }
    }

    private static double mean(List<Double> values, DoubleUnaryOperator term) {
        return values.stream().mapToDouble(Double::doubleValue).map(term).sum() / values.size();
    }

    private static void requireHistogram(BandStatistics found, List<Double> values) {
        double least = found.minimum().orElseThrow();
        double width = (found.maximum().orElseThrow() - least) / 10;
        List<Long> expected = IntStream.range(0, 10)
                .mapToObj(bucket -> values.stream()
                        .filter(value -> value >= least + bucket * width || bucket == 0)
                        .filter(value -> value < least + (bucket + 1) * width || bucket == 9)
                        .count())
                .toList();

        assertThat(found.histogram().orElseThrow().buckets()).isEqualTo(expected);
    }
}

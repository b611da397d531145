package io.stacgenerator.internal.geotiff.codec;

import io.stacgenerator.model.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Turns the bytes of a row into numbers; used by one thread. */
@FunctionalInterface
public interface SampleUnpacker {

    /**
     * Unpacks a row.
     *
     * @param row the bytes
     * @param count the number of samples
     * @return the samples, until the next row is unpacked
     */
    Samples unpack(byte[] row, int count);

    /**
     * Returns the unpacker of an image.
     *
     * @param type the type of the values
     * @param bits the bits of a sample
     * @param order the byte order of samples; those whose bits are not whole bytes follow each other without one
     * @param length the samples of a whole row
     * @param summed whether each sample is the difference to the one before, as {@link #sums} allows
     * @return the unpacker; empty for complex numbers
     */
    static Optional<SampleUnpacker> of(DataType type, int bits, ByteOrder order, int length, boolean summed) {
        if (type.complex()) {
            return Optional.empty();
        }
        if (bits == type.bits()) {
            return Optional.of(whole(type, order, length, summed ? -1 : 0));
        }
        return Optional.of(
                type == DataType.FLOAT32 ? threeByteFloats(order, length) : packed(bits, signed(type), length));
    }

    /** Returns whether samples can be unpacked from their differences, which saves a predictor. */
    static boolean sums(DataType type, int bits) {
        return bits == type.bits()
                && switch (type) {
                    case UINT8, INT8, UINT16, INT16 -> true;
                    default -> false;
                };
    }

    private static boolean signed(DataType type) {
        return type.name().startsWith("INT");
    }

    /**
     * The types that most files have are unpacked without a call for each sample.
     *
     * @param carry the bits that each sum takes over from the one before: -1 for all, 0 for none
     */
    private static SampleUnpacker whole(DataType type, ByteOrder order, int length, int carry) {
        return switch (type) {
            case UINT8 ->
                integers(length, (row, into, count) -> {
                    int sum = 0;
                    for (int i = 0; i < count; i++) {
                        sum = (sum & carry) + row[i];
                        into[i] = sum & 0xFF;
                    }
                });
            case INT8 ->
                integers(length, (row, into, count) -> {
                    int sum = 0;
                    for (int i = 0; i < count; i++) {
                        sum = (sum & carry) + row[i];
                        into[i] = (byte) sum;
                    }
                });
            case UINT16 ->
                shorts(order, length, (samples, into, count) -> {
                    int sum = 0;
                    for (int i = 0; i < count; i++) {
                        sum = (sum & carry) + samples[i];
                        into[i] = sum & 0xFFFF;
                    }
                });
            case INT16 ->
                shorts(order, length, (samples, into, count) -> {
                    int sum = 0;
                    for (int i = 0; i < count; i++) {
                        sum = (sum & carry) + samples[i];
                        into[i] = (short) sum;
                    }
                });
            case FLOAT32 ->
                floats(order, length, (samples, into, count) -> {
                    for (int i = 0; i < count; i++) {
                        into[i] = samples[i];
                    }
                });
            default -> rare(type, order, length);
        };
    }

    // Samples are taken out of their bytes in bulk: one by one takes three times as long on the first compiler alone.

    private static SampleUnpacker shorts(ByteOrder order, int length, Loop<short[], int[]> loop) {
        short[] samples = new short[length];
        return integers(length, (row, into, count) -> {
            ByteBuffer.wrap(row).order(order).asShortBuffer().get(samples, 0, count);
            loop.unpack(samples, into, count);
        });
    }

    private static SampleUnpacker floats(ByteOrder order, int length, Loop<float[], double[]> loop) {
        float[] samples = new float[length];
        return numbers(length, (row, into, count) -> {
            ByteBuffer.wrap(row).order(order).asFloatBuffer().get(samples, 0, count);
            loop.unpack(samples, into, count);
        });
    }

    private static SampleUnpacker integers(int length, Loop<byte[], int[]> loop) {
        int[] values = new int[length];
        Samples samples = new Samples.Integers(values);
        return (row, count) -> {
            loop.unpack(row, values, count);
            return samples;
        };
    }

    private static SampleUnpacker numbers(int length, Loop<byte[], double[]> loop) {
        double[] values = new double[length];
        Samples samples = new Samples.Numbers(values);
        return (row, count) -> {
            loop.unpack(row, values, count);
            return samples;
        };
    }

    private static SampleUnpacker rare(DataType type, ByteOrder order, int length) {
        Sample sample = switch (type) {
            case INT32 -> (row, at) -> row.getInt(at);
            case INT64 -> (row, at) -> row.getLong(at);
            case UINT32 -> (row, at) -> row.getInt(at) & 0xFFFF_FFFFL;
            case UINT64 -> (row, at) -> unsigned(row.getLong(at));
            case FLOAT16 -> (row, at) -> SmallFloat.HALF.value(row.getShort(at) & 0xFFFF);
            case FLOAT64 -> (row, at) -> row.getDouble(at);
            default -> throw new IllegalArgumentException(type + " is unpacked otherwise");
        };
        int size = type.bits() / 8;
        return numbers(length, (row, into, count) -> {
            ByteBuffer bytes = ByteBuffer.wrap(row).order(order);
            for (int i = 0, at = 0; i < count; i++, at += size) {
                into[i] = sample.at(bytes, at);
            }
        });
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : 2.0 * ((value >>> 1) | (value & 1));
    }

    private static SampleUnpacker threeByteFloats(ByteOrder order, int length) {
        int first = order == ByteOrder.LITTLE_ENDIAN ? 2 : 0;
        int step = order == ByteOrder.LITTLE_ENDIAN ? -1 : 1;
        return numbers(length, (row, into, count) -> {
            for (int i = 0, at = first; i < count; i++, at += 3) {
                int high = row[at] & 0xFF;
                int middle = row[at + step] & 0xFF;
                int low = row[at + 2 * step] & 0xFF;
                into[i] = SmallFloat.THREE_BYTES.value(high << 16 | middle << 8 | low);
            }
        });
    }

    private static SampleUnpacker packed(int bits, boolean signed, int length) {
        return bits <= Short.SIZE
                ? integers(length, (row, into, count) -> bits(row, bits, signed, count, (i, v) -> into[i] = (int) v))
                : numbers(length, (row, into, count) -> bits(row, bits, signed, count, (i, v) -> into[i] = v));
    }

    /** Bits one after the other, most significant first in either byte order, as GDAL packs them. */
    private static void bits(byte[] row, int bits, boolean signed, int count, Into into) {
        int shift = 64 - bits;
        long window = 0;
        int held = 0;
        int at = 0;
        for (int i = 0; i < count; i++) {
            while (held < bits) {
                window = window << 8 | (row[at++] & 0xFF);
                held += 8;
            }
            held -= bits;
            long sample = window >>> held << shift;
            into.set(i, signed ? sample >> shift : sample >>> shift);
        }
    }

    /** Unpacks samples from an array into another. */
    @FunctionalInterface
    interface Loop<F, T> {
        void unpack(F from, T into, int count);
    }

    /** Reads one sample. */
    @FunctionalInterface
    interface Sample {
        double at(ByteBuffer row, int position);
    }

    /** Takes one sample. */
    @FunctionalInterface
    interface Into {
        void set(int index, long sample);
    }
}

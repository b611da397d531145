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
            return Optional.of(whole(type, order, length, summed));
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

    /** The types that most files have are unpacked without a call for each sample. */
    private static SampleUnpacker whole(DataType type, ByteOrder order, int length, boolean summed) {
        return switch (type) {
            case UINT8 -> bytes(length, 0xFF, summed);
            case INT8 -> bytes(length, -1, summed);
            case UINT16 -> shorts(order, length, 0xFFFF, summed);
            case INT16 -> shorts(order, length, -1, summed);
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

    private static SampleUnpacker shorts(ByteOrder order, int length, int mask, boolean summed) {
        return integers(length, mask, (row, into, count) -> {
            ByteBuffer.wrap(row).order(order).asShortBuffer().get(into, 0, count);
            if (summed) {
                sum(into, count);
            }
        });
    }

    private static void sum(short[] samples, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += samples[i];
            samples[i] = (short) sum;
        }
    }

    private static SampleUnpacker bytes(int length, int mask, boolean summed) {
        Loop<byte[], short[]> loop = summed ? SampleUnpacker::sum : SampleUnpacker::widen;
        return integers(length, mask, loop);
    }

    private static void sum(byte[] row, short[] into, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += row[i];
            into[i] = (byte) sum;
        }
    }

    private static void widen(byte[] row, short[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = row[i];
        }
    }

    private static SampleUnpacker floats(ByteOrder order, int length, Loop<float[], double[]> loop) {
        float[] samples = new float[length];
        return numbers(length, (row, into, count) -> {
            ByteBuffer.wrap(row).order(order).asFloatBuffer().get(samples, 0, count);
            loop.unpack(samples, into, count);
        });
    }

    private static SampleUnpacker integers(int length, int mask, Loop<byte[], short[]> loop) {
        short[] values = new short[length];
        Samples samples = new Samples.Integers(values, mask);
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
                ? integers(
                        length,
                        signed ? -1 : 0xFFFF,
                        (row, into, count) -> bits(row, bits, signed, count, (i, v) -> into[i] = (short) v))
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

package io.stacgenerator.internal.geotiff.codec;

import io.stacgenerator.model.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Optional;

/** Turns the bytes of a row into numbers. */
@FunctionalInterface
public interface SampleUnpacker {

    /**
     * Unpacks a row.
     *
     * @param row the bytes
     * @param into takes the samples from its start
     * @param count the number of samples
     */
    void unpack(ByteBuffer row, double[] into, int count);

    /**
     * Returns the unpacker of an image.
     *
     * @param type the type of the values
     * @param bits the bits of a sample
     * @param order the byte order of samples; those whose bits are no whole bytes follow each other without one
     * @return the unpacker; empty for complex numbers
     */
    static Optional<SampleUnpacker> of(DataType type, int bits, ByteOrder order) {
        if (type.complex()) {
            return Optional.empty();
        }
        if (bits == type.bits()) {
            return Optional.of(whole(type, order));
        }
        return Optional.of(type == DataType.FLOAT32 ? threeByteFloats(order) : packed(bits, signed(type)));
    }

    private static boolean signed(DataType type) {
        return type.name().startsWith("INT");
    }

    /** The types that most files have are unpacked without a call for each sample. */
    private static SampleUnpacker whole(DataType type, ByteOrder order) {
        return switch (type) {
            case UINT8 ->
                (row, into, count) -> {
                    for (int i = 0; i < count; i++) {
                        into[i] = row.get(i) & 0xFF;
                    }
                };
            case UINT16 ->
                (row, into, count) -> {
                    ShortBuffer samples = row.order(order).asShortBuffer();
                    for (int i = 0; i < count; i++) {
                        into[i] = samples.get(i) & 0xFFFF;
                    }
                };
            case INT16 ->
                (row, into, count) -> {
                    ShortBuffer samples = row.order(order).asShortBuffer();
                    for (int i = 0; i < count; i++) {
                        into[i] = samples.get(i);
                    }
                };
            case FLOAT32 ->
                (row, into, count) -> {
                    FloatBuffer samples = row.order(order).asFloatBuffer();
                    for (int i = 0; i < count; i++) {
                        into[i] = samples.get(i);
                    }
                };
            default -> rare(type, order);
        };
    }

    private static SampleUnpacker rare(DataType type, ByteOrder order) {
        Sample sample = switch (type) {
            case INT8 -> ByteBuffer::get;
            case INT32 -> (row, at) -> row.getInt(at);
            case INT64 -> (row, at) -> row.getLong(at);
            case UINT32 -> (row, at) -> row.getInt(at) & 0xFFFF_FFFFL;
            case UINT64 -> (row, at) -> unsigned(row.getLong(at));
            case FLOAT16 -> (row, at) -> SmallFloat.HALF.value(row.getShort(at) & 0xFFFF);
            case FLOAT64 -> (row, at) -> row.getDouble(at);
            default -> throw new IllegalArgumentException(type + " is unpacked otherwise");
        };
        int size = type.bits() / 8;
        return (row, into, count) -> {
            row.order(order);
            for (int i = 0, at = 0; i < count; i++, at += size) {
                into[i] = sample.at(row, at);
            }
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : 2.0 * ((value >>> 1) | (value & 1));
    }

    private static SampleUnpacker threeByteFloats(ByteOrder order) {
        int first = order == ByteOrder.LITTLE_ENDIAN ? 2 : 0;
        int step = order == ByteOrder.LITTLE_ENDIAN ? -1 : 1;
        return (row, into, count) -> {
            for (int i = 0, at = first; i < count; i++, at += 3) {
                int high = row.get(at) & 0xFF;
                int middle = row.get(at + step) & 0xFF;
                int low = row.get(at + 2 * step) & 0xFF;
                into[i] = SmallFloat.THREE_BYTES.value(high << 16 | middle << 8 | low);
            }
        };
    }

    /** Bits one after the other, most significant first in either byte order, as GDAL packs them. */
    private static SampleUnpacker packed(int bits, boolean signed) {
        int shift = 64 - bits;
        return (row, into, count) -> {
            long window = 0;
            int held = 0;
            int at = 0;
            for (int i = 0; i < count; i++) {
                while (held < bits) {
                    window = window << 8 | (row.get(at++) & 0xFF);
                    held += 8;
                }
                held -= bits;
                long sample = window >>> held << shift;
                into[i] = signed ? sample >> shift : sample >>> shift;
            }
        };
    }

    /** Reads one sample. */
    @FunctionalInterface
    interface Sample {
        double at(ByteBuffer row, int position);
    }
}

package io.stacgenerator.internal.geotiff.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Undoes the {@code Predictor} on a row of a block; used by one thread. */
@FunctionalInterface
public interface Predictor {

    int NONE = 1;
    int HORIZONTAL = 2;
    int FLOATING_POINT = 3;

    /** Restores the bytes of a row in place. */
    void restore(byte[] row);

    /**
     * Returns the predictor of an image.
     *
     * @param code the tag
     * @param shape what a block holds
     * @param order the byte order of samples
     * @return the predictor; empty where it is not defined for such samples
     */
    static Optional<Predictor> of(int code, BlockShape shape, ByteOrder order) {
        return switch (code) {
            case NONE -> Optional.of(row -> {});
            case HORIZONTAL -> horizontal(shape, order);
            case FLOATING_POINT -> floatingPoint(shape);
            default -> Optional.empty();
        };
    }

    /** TIFF 6.0 section 14: samples are differences to the same sample of the pixel before. */
    private static Optional<Predictor> horizontal(BlockShape shape, ByteOrder order) {
        int stride = shape.samples();
        return switch (shape.bits()) {
            case 8 -> Optional.of(row -> sumBytes(row, stride));
            case 16 -> Optional.of(row -> sumShorts(ByteBuffer.wrap(row).order(order), 2 * stride));
            case 32 -> Optional.of(row -> sumInts(ByteBuffer.wrap(row).order(order), 4 * stride));
            case 64 -> Optional.of(row -> sumLongs(ByteBuffer.wrap(row).order(order), 8 * stride));
            default -> Optional.empty();
        };
    }

    /** Adobe's TIFF technical note 3: differences of bytes, sorted by significance, most significant first. */
    private static Optional<Predictor> floatingPoint(BlockShape shape) {
        int size = shape.bits() / 8;
        if (shape.bits() % 8 != 0 || size < 2 || size > 8) {
            return Optional.empty();
        }
        byte[] planes = new byte[(int) shape.rowBytes()];
        return Optional.of(row -> {
            sumBytes(row, shape.samples());
            System.arraycopy(row, 0, planes, 0, planes.length);
            interleave(planes, row, size);
        });
    }

    private static void interleave(byte[] planes, byte[] row, int size) {
        int count = planes.length / size;
        for (int i = 0, at = 0; i < count; i++) {
            for (int plane = i; plane < planes.length; plane += count) {
                row[at++] = planes[plane];
            }
        }
    }

    // A running sum in a register: reading back what was just written costs several times as much.

    private static void sumBytes(byte[] row, int stride) {
        for (int first = 0; first < stride; first++) {
            byte sum = 0;
            for (int at = first; at < row.length; at += stride) {
                sum += row[at];
                row[at] = sum;
            }
        }
    }

    private static void sumShorts(ByteBuffer row, int stride) {
        for (int first = 0; first < stride; first += 2) {
            short sum = 0;
            for (int at = first; at < row.capacity(); at += stride) {
                sum += row.getShort(at);
                row.putShort(at, sum);
            }
        }
    }

    private static void sumInts(ByteBuffer row, int stride) {
        for (int first = 0; first < stride; first += 4) {
            int sum = 0;
            for (int at = first; at < row.capacity(); at += stride) {
                sum += row.getInt(at);
                row.putInt(at, sum);
            }
        }
    }

    private static void sumLongs(ByteBuffer row, int stride) {
        for (int first = 0; first < stride; first += 8) {
            long sum = 0;
            for (int at = first; at < row.capacity(); at += stride) {
                sum += row.getLong(at);
                row.putLong(at, sum);
            }
        }
    }
}

package io.stacgenerator.internal.geotiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Packs samples into rows of bytes, and applies predictors: TIFF 6.0 section 14, and Adobe's technical note 3. */
final class SampleWriter {

    private final ByteOrder order;
    private final int bits;
    private final int format;
    private final int samples;
    private final int rowSize;
    private final byte[] bytes;
    private int row;
    private int bit;

    SampleWriter(ByteOrder order, int bits, int format, int width, int height, int samples) {
        this.order = order;
        this.bits = bits;
        this.format = format;
        this.samples = samples;
        this.rowSize = (width * samples * bits + 7) / 8;
        this.bytes = new byte[rowSize * height];
    }

    void put(double value) {
        int at = row * rowSize + bit / 8;
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        switch (bits) {
            case 8, 16, 32, 64 -> whole(buffer, at, value);
            case 24 -> three(at, format == 3 ? float24(value) : (int) (long) value);
            case 128 -> buffer.putDouble(at, value);
            default -> packed((long) value);
        }
        bit += bits;
    }

    private void whole(ByteBuffer buffer, int at, double value) {
        boolean floating = format == 3 || format == 6;
        switch (bits) {
            case 8 -> buffer.put(at, (byte) (long) value);
            case 16 -> buffer.putShort(at, floating ? float16(value) : (short) (long) value);
            case 32 -> {
                if (format == 5) {
                    buffer.putShort(at, (short) value);
                } else {
                    buffer.putInt(at, floating ? Float.floatToRawIntBits((float) value) : (int) (long) value);
                }
            }
            default -> {
                switch (format) {
                    case 3 -> buffer.putDouble(at, value);
                    case 5 -> buffer.putInt(at, (int) value);
                    case 6 -> buffer.putFloat(at, (float) value);
                    default -> buffer.putLong(at, (long) value);
                }
            }
        }
    }

    private void three(int at, int value) {
        for (int i = 0; i < 3; i++) {
            int shift = order == ByteOrder.LITTLE_ENDIAN ? 8 * i : 16 - 8 * i;
            bytes[at + i] = (byte) (value >> shift);
        }
    }

    /** Most significant bit first, as FillOrder 1 has it. */
    private void packed(long value) {
        for (int i = 0; i < bits; i++) {
            if ((value >> (bits - 1 - i) & 1) != 0) {
                int at = bit + i;
                bytes[row * rowSize + at / 8] |= (byte) (0x80 >> at % 8);
            }
        }
    }

    /** Normal numbers, zero and NaN only. */
    private static short float16(double value) {
        if (value == 0) {
            return 0;
        }
        if (Double.isNaN(value)) {
            return 0x7E00;
        }
        int exponent = Math.getExponent(value);
        int mantissa = (int) Math.round((Math.abs(value) / Math.pow(2, exponent) - 1) * 1024);
        return (short) ((value < 0 ? 0x8000 : 0) | (exponent + 15) << 10 | mantissa);
    }

    private static int float24(double value) {
        if (value == 0) {
            return 0;
        }
        int exponent = Math.getExponent(value);
        int mantissa = (int) Math.round((Math.abs(value) / Math.pow(2, exponent) - 1) * 65536);
        return (value < 0 ? 0x800000 : 0) | (exponent + 63) << 16 | mantissa;
    }

    void endRow(int predictor) {
        if (predictor == 2) {
            difference();
        } else if (predictor == 3) {
            shuffle();
        }
        row++;
        bit = 0;
    }

    private void difference() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        int size = bits / 8;
        int stride = samples * size;
        for (int at = (row + 1) * rowSize - size; at >= row * rowSize + stride; at -= size) {
            switch (size) {
                case 1 -> buffer.put(at, (byte) (buffer.get(at) - buffer.get(at - stride)));
                case 2 -> buffer.putShort(at, (short) (buffer.getShort(at) - buffer.getShort(at - stride)));
                case 4 -> buffer.putInt(at, buffer.getInt(at) - buffer.getInt(at - stride));
                default -> buffer.putLong(at, buffer.getLong(at) - buffer.getLong(at - stride));
            }
        }
    }

    /** Bytes of equal significance side by side, the most significant first, then differences of bytes. */
    private void shuffle() {
        int size = bits / 8;
        int count = rowSize / size;
        byte[] shuffled = new byte[rowSize];
        for (int i = 0; i < count; i++) {
            for (int b = 0; b < size; b++) {
                int from = order == ByteOrder.BIG_ENDIAN ? b : size - 1 - b;
                shuffled[b * count + i] = bytes[row * rowSize + i * size + from];
            }
        }
        for (int i = rowSize - 1; i >= samples; i--) {
            shuffled[i] -= shuffled[i - samples];
        }
        System.arraycopy(shuffled, 0, bytes, row * rowSize, rowSize);
    }

    byte[] bytes() {
        return bytes;
    }
}

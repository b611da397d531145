package io.stacgenerator.internal.geotiff.codec;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * LZW with codes of 9 to 12 bits, most significant bit first: TIFF 6.0 section 13. A text of the table is one that was
 * decoded before, so that the table only holds where.
 *
 * <p>Before TIFF 6.0, writers put the least significant bit first and grew the codes by one later, which libtiff knows
 * by the clear code that begins the data, and reads as well. The bits of such bytes, and then of their codes, are
 * turned around.
 */
final class LzwInputStream extends InputStream {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int CODES = 4096;
    private static final int LEAST_WIDTH = 9;
    private static final int MOST_WIDTH = 12;
    private static final int BUFFER = 16 * 1024;

    private static final VarHandle BIG_ENDIAN = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle NATIVE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

    /** From about here on, calling for a copy takes less than copying the bytes one by one. */
    private static final int LONG = 16;

    private final InputStream in;
    private final byte[] encoded = new byte[BUFFER];
    private int encodedAt;
    private int encodedEnd;
    private long bits;
    private int bitCount;
    private boolean ended;
    private boolean started;
    private boolean leastFirst;

    /** Where the text of each code starts in what is decoded, and in the lower bits its length: both by one access. */
    private final long[] texts = new long[CODES];

    private int next = FIRST;
    private int width = LEAST_WIDTH;

    /** Begins with the texts of the codes below {@value #CLEAR}, so that these are copied like any other. */
    private byte[] decoded = new byte[CLEAR + BUFFER + CODES];

    private int position;
    private int end;

    /** What the table refers to ends here. */
    private int tableEnd = CLEAR;

    /** The length of the previous text, 0 where there is none since the table was cleared. */
    private int previousLength;

    LzwInputStream(InputStream in) {
        this.in = in;
        for (int code = 0; code < CLEAR; code++) {
            texts[code] = text(code, 1);
            decoded[code] = (byte) code;
        }
    }

    private static long text(int start, int length) {
        return (long) start << Short.SIZE | length;
    }

    @Override
    public int read() throws IOException {
        return position < end || fill() ? decoded[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (position == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - position);
        System.arraycopy(decoded, position, into, offset, count);
        position += count;
        return count;
    }

    /**
     * Decodes some texts, after those that the table refers to. What changes with each code is in local variables
     * meanwhile: with fields, the first compiler alone takes half as long again.
     */
    private boolean fill() throws IOException {
        if (!started) {
            started = true;
            leastFirst = hasEncoded() && encodedEnd > 1 && encoded[0] == 0 && (encoded[1] & 1) == 1;
            turnBits();
        }
        boolean leastFirst = this.leastFirst;
        byte[] into = decoded;
        long[] texts = this.texts;
        long bits = this.bits;
        int bitCount = this.bitCount;
        int next = this.next;
        int width = this.width;
        int previousLength = this.previousLength;
        int tableEnd = this.tableEnd;
        int start = tableEnd;
        int end = start;
        while (!ended && end - start < BUFFER) {
            if (bitCount < width) {
                if (encodedEnd - encodedAt >= Integer.BYTES) {
                    bits = bits << Integer.SIZE | ((int) BIG_ENDIAN.get(encoded, encodedAt) & 0xFFFF_FFFFL);
                    bitCount += Integer.SIZE;
                    encodedAt += Integer.BYTES;
                } else {
                    for (; bitCount < width && hasEncoded(); bitCount += Byte.SIZE) {
                        bits = bits << Byte.SIZE | (encoded[encodedAt++] & 0xFF);
                    }
                }
            }
            bitCount -= width;
            // some writers leave out the end code: the end of the data is one as well
            int code = bitCount < 0 ? END : (int) (bits >>> bitCount) & ((1 << width) - 1);
            if (leastFirst && bitCount >= 0) {
                code = Integer.reverse(code) >>> (Integer.SIZE - width);
            }
            if (code == END) {
                ended = true;
            } else if (code == CLEAR) {
                next = FIRST;
                width = LEAST_WIDTH;
                previousLength = 0;
                tableEnd = CLEAR;
                if (end > start) {
                    break;
                }
                start = CLEAR;
                end = CLEAR;
            } else {
                require(code, previousLength == 0 ? CLEAR - 1 : next);
                if (end + CODES > into.length) {
                    into = Arrays.copyOf(into, 2 * into.length);
                }
                boolean learning = next < CODES;
                if (learning && previousLength > 0) {
                    // the new text is the previous one and the first byte of this one, which is decoded behind it
                    texts[next] = text(end - previousLength, previousLength + 1);
                    next++;
                    width += next == (1 << width) - (leastFirst ? 0 : 1) && width < MOST_WIDTH ? 1 : 0;
                }
                previousLength = (int) texts[code] & 0xFFFF;
                copy(into, (int) (texts[code] >>> Short.SIZE), end, previousLength);
                end += previousLength;
                tableEnd = learning ? end : tableEnd;
            }
        }
        decoded = into;
        this.bits = bits;
        this.bitCount = bitCount;
        this.next = next;
        this.width = width;
        this.previousLength = previousLength;
        this.tableEnd = tableEnd;
        this.position = start;
        this.end = end;
        return end > start;
    }

    private boolean hasEncoded() throws IOException {
        if (encodedAt == encodedEnd) {
            encodedEnd = in.readNBytes(encoded, 0, BUFFER);
            encodedAt = 0;
            turnBits();
        }
        return encodedEnd > 0;
    }

    private void turnBits() {
        if (leastFirst) {
            for (int i = 0; i < encodedEnd; i++) {
                encoded[i] = (byte) (Integer.reverse(encoded[i]) >>> (Integer.SIZE - Byte.SIZE));
            }
        }
    }

    private static void require(int code, int most) throws ZipException {
        if (code > most) {
            throw new ZipException("LZW data have code %d, expected %d at most".formatted(code, most));
        }
    }

    /**
     * Copies a text, which may run into its copy and repeats its first byte then. Most are short: four bytes always, as
     * one number, cost less than a loop whose end cannot be predicted.
     */
    private static void copy(byte[] bytes, int from, int to, int length) {
        int copied = 0;
        if (to - from >= Integer.BYTES) {
            NATIVE.set(bytes, to, (int) NATIVE.get(bytes, from));
            copied = Integer.BYTES;
        }
        if (length <= copied) {
            return;
        }
        if (length > LONG && from + length <= to) {
            System.arraycopy(bytes, from, bytes, to, length);
        } else {
            for (int i = copied; i < length; i++) {
                bytes[to + i] = bytes[from + i];
            }
        }
    }
}

package io.stacgenerator.internal.geotiff.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * LZW with codes of 9 to 12 bits, most significant bit first: TIFF 6.0 section 13. A text of the table is one that was
 * decoded before, so that the table only holds where.
 */
final class LzwInputStream extends InputStream {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int CODES = 4096;
    private static final int LEAST_WIDTH = 9;
    private static final int MOST_WIDTH = 12;
    private static final int BUFFER = 16 * 1024;

    /** From about here on, calling for a copy takes less than copying the bytes one by one. */
    private static final int LONG = 16;

    private final InputStream in;
    private final byte[] encoded = new byte[BUFFER];
    private int encodedAt;
    private int encodedEnd;
    private int bits;
    private int bitCount;
    private boolean ended;

    private final int[] starts = new int[CODES];
    private final short[] lengths = new short[CODES];
    private int next = FIRST;
    private int width = LEAST_WIDTH;

    /** Begins with the texts of the codes below {@value #CLEAR}, so that these are copied like any other. */
    private byte[] decoded = new byte[CLEAR + BUFFER + CODES];

    private int position;
    private int end;

    /** What the table refers to ends here. */
    private int tableEnd = CLEAR;

    private int previousStart;

    /** The length of the previous text, 0 where there is none since the table was cleared. */
    private int previousLength;

    LzwInputStream(InputStream in) {
        this.in = in;
        for (int code = 0; code < CLEAR; code++) {
            starts[code] = code;
            lengths[code] = 1;
            decoded[code] = (byte) code;
        }
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
        byte[] into = decoded;
        int bits = this.bits;
        int bitCount = this.bitCount;
        int encodedAt = this.encodedAt;
        int next = this.next;
        int width = this.width;
        int previousStart = this.previousStart;
        int previousLength = this.previousLength;
        int tableEnd = this.tableEnd;
        int start = tableEnd;
        int end = start;
        while (!ended && end - start < BUFFER) {
            while (bitCount < width) {
                if (encodedAt == encodedEnd) {
                    encodedEnd = in.read(encoded);
                    encodedAt = 0;
                    if (encodedEnd <= 0) {
                        break;
                    }
                }
                bits = bits << Byte.SIZE | (encoded[encodedAt++] & 0xFF);
                bitCount += Byte.SIZE;
            }
            bitCount -= width;
            // some writers leave out the end code: the end of the data is one as well
            int code = bitCount < 0 ? END : (bits >>> bitCount) & ((1 << width) - 1);
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
                    starts[next] = previousStart;
                    lengths[next] = (short) (previousLength + 1);
                    next++;
                    width += next == (1 << width) - 1 && width < MOST_WIDTH ? 1 : 0;
                }
                previousStart = end;
                previousLength = lengths[code];
                copy(into, starts[code], end, previousLength);
                end += previousLength;
                tableEnd = learning ? end : tableEnd;
            }
        }
        decoded = into;
        this.bits = bits;
        this.bitCount = bitCount;
        this.encodedAt = encodedAt;
        this.next = next;
        this.width = width;
        this.previousStart = previousStart;
        this.previousLength = previousLength;
        this.tableEnd = tableEnd;
        this.position = start;
        this.end = end;
        return end > start;
    }

    private static void require(int code, int most) throws ZipException {
        if (code > most) {
            throw new ZipException("LZW data have code %d, expected %d at most".formatted(code, most));
        }
    }

    /**
     * Copies a text, which may run into its copy and repeats its first byte then. Most are short: four bytes always
     * cost less than a loop whose end cannot be predicted.
     */
    private static void copy(byte[] bytes, int from, int to, int length) {
        bytes[to] = bytes[from];
        bytes[to + 1] = bytes[from + 1];
        bytes[to + 2] = bytes[from + 2];
        bytes[to + 3] = bytes[from + 3];
        if (length > LONG && from + length <= to) {
            System.arraycopy(bytes, from, bytes, to, length);
            return;
        }
        for (int i = 4; i < length; i++) {
            bytes[to + i] = bytes[from + i];
        }
    }
}

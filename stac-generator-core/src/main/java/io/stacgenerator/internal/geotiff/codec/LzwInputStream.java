package io.stacgenerator.internal.geotiff.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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
    private static final int BUFFER = 16 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteBuffer encoded = ByteBuffer.wrap(buffer).limit(0);
    private long bits;
    private int bitCount;
    private boolean ended;

    private final int[] starts = new int[CODES];
    private final short[] lengths = new short[CODES];
    private int next = FIRST;
    private int width = 9;
    private int previous = CLEAR;

    private byte[] decoded = new byte[BUFFER + CODES];
    private int position;
    private int end;

    /** What the table refers to ends here. */
    private int tableEnd;

    /** The text of the previous code begins here. */
    private int previousStart;

    LzwInputStream(InputStream in) {
        this.in = in;
        Arrays.fill(lengths, 0, CLEAR, (short) 1);
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

    /** Decodes some strings, after those that the table refers to. */
    private boolean fill() throws IOException {
        end = tableEnd;
        position = end;
        while (!ended && end - position < BUFFER) {
            int code = nextCode();
            if (code == CLEAR) {
                clear();
                if (end > position) {
                    break;
                }
                position = 0;
                end = 0;
            } else if (code == END) {
                ended = true;
            } else {
                decode(code);
            }
        }
        return end > position;
    }

    private void clear() {
        next = FIRST;
        width = 9;
        previous = CLEAR;
        tableEnd = 0;
    }

    private void decode(int code) throws ZipException {
        if (end + CODES > decoded.length) {
            decoded = Arrays.copyOf(decoded, 2 * decoded.length);
        }
        boolean learning = next < CODES;
        if (previous != CLEAR) {
            learn(code);
        } else if (code > CLEAR) {
            throw new ZipException("LZW data begin with code %d, expected 0 to 255".formatted(code));
        }
        previousStart = end;
        previous = code;
        spell(code);
        tableEnd = learning ? end : tableEnd;
    }

    /** The new entry is the previous text and the first byte of this one, which is decoded behind it. */
    private void learn(int code) throws ZipException {
        if (code > next) {
            throw new ZipException("LZW data have code %d where %d is the next one".formatted(code, next));
        }
        if (next == CODES) {
            return;
        }
        starts[next] = previousStart;
        lengths[next] = (short) (lengths[previous] + 1);
        next++;
        if (next == (1 << width) - 1 && width < 12) {
            width++;
        }
    }

    private void spell(int code) {
        if (code < CLEAR) {
            decoded[end++] = (byte) code;
            return;
        }
        int start = starts[code];
        int length = lengths[code];
        if (start + length > end) {
            copy(start, length - 1);
            decoded[end++] = decoded[start];
        } else {
            copy(start, length);
        }
    }

    private void copy(int start, int length) {
        if (length > 16) {
            System.arraycopy(decoded, start, decoded, end, length);
        } else {
            for (int i = 0; i < length; i++) {
                decoded[end + i] = decoded[start + i];
            }
        }
        end += length;
    }

    /** Some writers leave out the end code: the end of the data is one as well. */
    private int nextCode() throws IOException {
        while (bitCount < width) {
            if (encoded.remaining() >= Integer.BYTES) {
                bits = bits << Integer.SIZE | (encoded.getInt() & 0xFFFF_FFFFL);
                bitCount += Integer.SIZE;
            } else if (encoded.hasRemaining() || fetch()) {
                bits = bits << Byte.SIZE | (encoded.get() & 0xFF);
                bitCount += Byte.SIZE;
            } else {
                return END;
            }
        }
        bitCount -= width;
        return (int) (bits >>> bitCount) & ((1 << width) - 1);
    }

    private boolean fetch() throws IOException {
        int count = in.read(buffer);
        encoded.position(0).limit(Math.max(0, count));
        return count > 0;
    }
}

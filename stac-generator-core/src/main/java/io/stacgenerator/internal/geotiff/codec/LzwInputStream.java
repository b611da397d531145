package io.stacgenerator.internal.geotiff.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** LZW with codes of 9 to 12 bits, most significant bit first: TIFF 6.0 section 13. */
final class LzwInputStream extends InputStream {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int CODES = 4096;
    private static final int BUFFER = 16 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private int bits;
    private int bitCount;

    private final short[] prefixes = new short[CODES];
    private final byte[] suffixes = new byte[CODES];
    private final byte[] firsts = new byte[CODES];
    private final short[] lengths = new short[CODES];
    private int next = FIRST;
    private int width = 9;
    private int previous = CLEAR;

    private final byte[] text = new byte[CODES];
    private int textStart;
    private int textEnd;

    LzwInputStream(InputStream in) {
        this.in = in;
        for (int i = 0; i < CLEAR; i++) {
            suffixes[i] = (byte) i;
            firsts[i] = (byte) i;
            lengths[i] = 1;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (textStart == textEnd && !nextText()) {
                break;
            }
            int count = Math.min(length - done, textEnd - textStart);
            System.arraycopy(text, textStart, into, offset + done, count);
            textStart += count;
            done += count;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    private boolean nextText() throws IOException {
        int code = nextCode();
        while (code == CLEAR) {
            next = FIRST;
            width = 9;
            previous = CLEAR;
            code = nextCode();
        }
        if (code == END) {
            return false;
        }
        if (previous != CLEAR) {
            learn(code);
        } else if (code > CLEAR) {
            throw new ZipException("LZW data begin with code %d, expected 0 to 255".formatted(code));
        }
        previous = code;
        spell(code);
        return true;
    }

    /** The new entry is the previous text and the first byte of this one, which may be the new entry itself. */
    private void learn(int code) throws ZipException {
        if (code > next) {
            throw new ZipException("LZW data have code %d where %d is the next one".formatted(code, next));
        }
        if (next == CODES) {
            return;
        }
        prefixes[next] = (short) previous;
        firsts[next] = firsts[previous];
        lengths[next] = (short) (lengths[previous] + 1);
        suffixes[next] = code == next ? firsts[previous] : firsts[code];
        next++;
        if (next == (1 << width) - 1 && width < 12) {
            width++;
        }
    }

    private void spell(int code) {
        textStart = 0;
        textEnd = lengths[code];
        int at = code;
        for (int i = textEnd - 1; i >= 0; i--) {
            text[i] = suffixes[at];
            at = prefixes[at];
        }
    }

    /** Some writers leave out the end code: the end of the data is one as well. */
    private int nextCode() throws IOException {
        while (bitCount < width) {
            if (position == limit && !fill()) {
                return END;
            }
            bits = bits << 8 | (buffer[position++] & 0xFF);
            bitCount += 8;
        }
        bitCount -= width;
        return bits >>> bitCount & ((1 << width) - 1);
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, BUFFER));
        return limit > 0;
    }
}

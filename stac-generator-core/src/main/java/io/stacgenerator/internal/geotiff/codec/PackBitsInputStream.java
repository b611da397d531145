package io.stacgenerator.internal.geotiff.codec;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** PackBits: TIFF 6.0 section 9. */
final class PackBitsInputStream extends InputStream {

    private static final int NO_OPERATION = -128;

    private final InputStream in;
    private int literals;
    private int repeats;
    private byte repeated;

    PackBitsInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (literals == 0 && repeats == 0 && !nextRun()) {
            return -1;
        }
        if (repeats > 0) {
            int count = Math.min(length, repeats);
            Arrays.fill(into, offset, offset + count, repeated);
            repeats -= count;
            return count;
        }
        int count = in.readNBytes(into, offset, Math.min(length, literals));
        if (count == 0) {
            throw new EOFException("PackBits data end within a run of literal bytes");
        }
        literals -= count;
        return count;
    }

    private boolean nextRun() throws IOException {
        int header;
        do {
            header = in.read();
            if (header < 0) {
                return false;
            }
        } while ((byte) header == NO_OPERATION);
        if ((byte) header >= 0) {
            literals = header + 1;
            return true;
        }
        repeats = 1 - (byte) header;
        int value = in.read();
        if (value < 0) {
            throw new EOFException("PackBits data end before the byte to repeat");
        }
        repeated = (byte) value;
        return true;
    }
}

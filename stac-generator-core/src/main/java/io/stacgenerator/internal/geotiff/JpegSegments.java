package io.stacgenerator.internal.geotiff;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Walks the segments of a JPEG file up to its pixels (ITU-T T.81 annex B). */
final class JpegSegments {

    private static final int APP1 = 0xE1;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int HUFFMAN_TABLE = 0xC4;
    private static final int JPEG_EXTENSION = 0xC8;
    private static final int ARITHMETIC_CODING = 0xCC;
    private static final int FIRST_RESTART = 0xD0;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;

    /** Thermal cameras write some hundred segments of their own in front of the pixels. */
    private static final int MAX_SEGMENTS = 4096;

    /** No segment is longer, so that a wrong length leaves no more behind. */
    private static final int MOST_BETWEEN = 1 << 16;

    private final TiffBytes bytes;
    private final String href;
    private long next = 2;
    private int count;
    private int marker;
    private long start;
    private int length;

    JpegSegments(TiffBytes bytes, String href) {
        this.bytes = bytes;
        this.href = href;
    }

    /** Goes to the next segment; false where the pixels begin. */
    boolean next() throws IOException {
        if (!findMarker()) {
            return false;
        }
        ByteBuffer header = bytes.view(next, 4);
        marker = header.get(1) & 0xFF;
        length = (header.getShort(2) & 0xFFFF) - Short.BYTES;
        start = next + 4;
        if (marker == END || marker == SCAN || length < 0 || !bytes.holds(start, length)) {
            return false;
        }
        if (++count > MAX_SEGMENTS) {
            throw unsupported("has more than %d segments before its pixels".formatted(MAX_SEGMENTS));
        }
        next = start + length;
        return true;
    }

    /** Passes over bytes that fill (B.1.1.2), and, as libjpeg does, over those that a wrong length leaves behind. */
    private boolean findMarker() throws IOException {
        for (long end = next + MOST_BETWEEN; next < end && bytes.holds(next, 4); next++) {
            ByteBuffer header = bytes.view(next, 2);
            int code = header.get(1) & 0xFF;
            if ((header.get(0) & 0xFF) == 0xFF && code >= FIRST_FRAME && code != 0xFF && !isRestart(code)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRestart(int code) {
        return code >= FIRST_RESTART && code <= START;
    }

    boolean isApp1() {
        return marker == APP1;
    }

    boolean isFrame() {
        return marker >= FIRST_FRAME
                && marker <= LAST_FRAME
                && marker != HUFFMAN_TABLE
                && marker != JPEG_EXTENSION
                && marker != ARITHMETIC_CODING;
    }

    /** Returns the content of the segment, in big-endian order. */
    ByteBuffer content() throws IOException {
        return bytes.view(start, length);
    }

    StacGeneratorException unsupported(String fault) {
        return new StacGeneratorException(ErrorCode.UNSUPPORTED_RASTER, "the JPEG file %s %s".formatted(href, fault));
    }
}

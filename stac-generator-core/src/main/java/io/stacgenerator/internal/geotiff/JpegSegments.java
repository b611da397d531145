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
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;

    /** Thermal cameras write some hundred segments of their own in front of the pixels. */
    private static final int MAX_SEGMENTS = 4096;

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
        if (!bytes.holds(next, 4)) {
            return false;
        }
        ByteBuffer header = bytes.view(next, 4);
        marker = header.get(1) & 0xFF;
        length = (header.getShort(2) & 0xFFFF) - Short.BYTES;
        start = next + 4;
        if ((header.get(0) & 0xFF) != 0xFF
                || marker == END
                || marker == SCAN
                || length < 0
                || !bytes.holds(start, length)) {
            return false;
        }
        if (++count > MAX_SEGMENTS) {
            throw unsupported("has more than %d segments before its pixels".formatted(MAX_SEGMENTS));
        }
        next = start + length;
        return true;
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

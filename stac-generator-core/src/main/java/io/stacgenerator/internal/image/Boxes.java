package io.stacgenerator.internal.image;

import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Walks the boxes of a JP2 file, or of a box that holds others (ISO/IEC 15444-1, annex I.4). */
final class Boxes {

    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;

    /** Files of vendors have some ten boxes. */
    private static final int MOST = 4096;

    private final TiffBytes bytes;
    private final long end;
    private long next;
    private int count;
    private String type = "";
    private long start;
    private long length;

    private Boxes(TiffBytes bytes, long start, long end) {
        this.bytes = bytes;
        this.next = start;
        this.end = end;
    }

    static Boxes of(TiffBytes file) {
        return new Boxes(file, 0, file.size());
    }

    /** Returns the boxes in this box, after some bytes of its own. */
    Boxes within(int skipped) {
        return new Boxes(bytes, start + Math.min(skipped, length), start + length);
    }

    /** Goes to the next box; false at the end, and where a length is beyond it. */
    boolean next() throws IOException {
        AssetBudget.check();
        if (end - next < HEADER || ++count > MOST) {
            return false;
        }
        ByteBuffer header = bytes.view(next, HEADER);
        long size = header.getInt(0) & 0xFFFFFFFFL;
        type = StandardCharsets.ISO_8859_1.decode(header.slice(4, 4)).toString();
        int before = size == 1 ? LONG_HEADER : HEADER;
        if (size == 1 && end - next >= LONG_HEADER) {
            size = bytes.view(next + HEADER, Long.BYTES).getLong(0);
        } else if (size == 0) {
            size = end - next;
        }
        if (size < before || size > end - next) {
            // a file that was cut off still has its header
            size = type.equals("jp2c") && size >= before ? end - next : 0;
        }
        start = next + before;
        length = size - before;
        next += size;
        return size > 0;
    }

    String type() {
        return type;
    }

    long start() {
        return start;
    }

    long length() {
        return length;
    }

    /** Returns the content, or so much of its beginning. */
    ByteBuffer content(int most) throws IOException {
        return bytes.view(start, (int) Math.min(length, most));
    }
}

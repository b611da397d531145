package io.stacgenerator.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** A raster that takes no room on the disk, and long to compute the statistics of. */
final class SlowRaster {

    private static final int SIDE = 60_000;
    private static final int ROWS_PER_STRIP = 100;
    private static final int STRIPS = SIDE / ROWS_PER_STRIP;
    private static final int STRIP_BYTES = SIDE * ROWS_PER_STRIP;
    private static final int OFFSETS = 512;
    private static final int SIZES = OFFSETS + 4 * STRIPS;
    private static final int PIXELS = 8192;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    /** Tag, type, count, and the value or where the values are. */
    private static final int[][] TAGS = {
        {256, LONG, 1, SIDE},
        {257, LONG, 1, SIDE},
        {258, SHORT, 1, 8},
        {259, SHORT, 1, 1},
        {262, SHORT, 1, 1},
        {273, LONG, STRIPS, OFFSETS},
        {277, SHORT, 1, 1},
        {278, LONG, 1, ROWS_PER_STRIP},
        {279, LONG, STRIPS, SIZES},
    };

    private SlowRaster() {}

    static Path write(Path file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(PIXELS).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) TAGS.length);
        for (int[] tag : TAGS) {
            header.putShort((short) tag[0])
                    .putShort((short) tag[1])
                    .putInt(tag[2])
                    .putInt(tag[3]);
        }
        for (int strip = 0; strip < STRIPS; strip++) {
            header.putInt(OFFSETS + 4 * strip, (int) (PIXELS + (long) strip * STRIP_BYTES));
            header.putInt(SIZES + 4 * strip, STRIP_BYTES);
        }
        try (RandomAccessFile raster = new RandomAccessFile(file.toFile(), "rw")) {
            raster.write(header.array());
            raster.setLength(PIXELS + (long) STRIPS * STRIP_BYTES);
        }
        return file;
    }
}

package io.stacgenerator.cli.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes a Cloud Optimized GeoTIFF: all directories before all pixels, the pixels of the overview before those of the
 * full resolution (OGC 21-026 section 7).
 */
final class CogWriter {

    private static final int HEADER_SIZE = 8;

    private CogWriter() {}

    static byte[] write(PyramidLevel full, PyramidLevel overview) {
        List<PyramidLevel> levels = List.of(full, overview);
        List<PyramidLevel> pixelOrder = new ArrayList<>(levels);
        Collections.reverse(pixelOrder);
        int size = HEADER_SIZE
                + levels.stream().mapToInt(level -> level.directory().size()).sum();
        for (PyramidLevel level : pixelOrder) {
            size = level.placeTiles(size);
        }
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER_SIZE);
        full.directory().write(out, HEADER_SIZE + full.directory().size());
        overview.directory().write(out, 0);
        pixelOrder.forEach(level -> level.tiles().forEach(out::put));
        return out.array();
    }
}

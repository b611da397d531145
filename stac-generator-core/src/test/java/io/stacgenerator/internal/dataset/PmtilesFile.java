package io.stacgenerator.internal.dataset;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes the header of a PMTiles file. */
final class PmtilesFile {

    private PmtilesFile() {}

    static byte[] of(double west, double south, double east, double north) {
        ByteBuffer header = ByteBuffer.allocate(127).order(ByteOrder.LITTLE_ENDIAN);
        header.put(0, "PMTiles".getBytes(US_ASCII)).put(7, (byte) 3);
        double[] box = {west, south, east, north};
        for (int i = 0; i < box.length; i++) {
            header.putInt(102 + 4 * i, (int) Math.round(box[i] * 1e7));
        }
        return header.array();
    }
}

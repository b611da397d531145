package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.internal.crs.GeoKeys;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.osr.SpatialReference;

/**
 * The smallest TIFF that has given GeoKeys, by TIFF 6.0 section 2 and OGC 19-008r4 section 7.1: GDAL has no other way
 * in for keys than a file.
 */
final class GeoKeyFile {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int ASCII = 2;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    private GeoKeyFile() {}

    static Optional<SpatialReference> read(GeoKeys keys) {
        String path = "/vsimem/stac-generator-" + UUID.randomUUID() + ".tif";
        gdal.FileFromMemBuffer(path, write(keys));
        Dataset dataset = null;
        try {
            dataset = gdal.OpenEx(path, 0, StringVector.of(List.of("GTiff")));
            SpatialReference system = dataset == null ? null : dataset.GetSpatialRef();
            return Optional.ofNullable(system).map(SpatialReference::Clone);
        } finally {
            if (dataset != null) {
                dataset.delete();
            }
            gdal.Unlink(path);
        }
    }

    /** One pixel of 8 bits, then the keys. */
    private static byte[] write(GeoKeys keys) {
        long[] directory = keys.directory();
        double[] numbers = keys.numbers();
        byte[] text = (keys.text() + "\0").getBytes(ISO_8859_1);
        int entries = 11 + (numbers.length > 0 ? 1 : 0);
        int directoryAt = HEADER + 2 + entries * ENTRY + 4;
        int numbersAt = directoryAt + 2 * directory.length;
        int textAt = numbersAt + 8 * numbers.length;
        int pixelAt = textAt + text.length;
        ByteBuffer file = ByteBuffer.allocate(pixelAt + 1).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0x4949).putShort((short) 42).putInt(HEADER).putShort((short) entries);
        for (int[] tag : new int[][] {{256, 1}, {257, 1}, {258, 8}, {259, 1}, {262, 1}, {273, pixelAt}, {277, 1}}) {
            entry(file, tag[0], LONG, 1, tag[1]);
        }
        entry(file, 279, LONG, 1, 1);
        entry(file, 339, LONG, 1, 1);
        entry(file, 34735, SHORT, directory.length, directoryAt);
        if (numbers.length > 0) {
            entry(file, 34736, DOUBLE, numbers.length, numbersAt);
        }
        entry(file, 34737, ASCII, text.length, textAt);
        file.putInt(0);
        for (long value : directory) {
            file.putShort((short) value);
        }
        for (double number : numbers) {
            file.putDouble(number);
        }
        return file.put(text).array();
    }

    private static void entry(ByteBuffer file, int tag, int type, int count, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}

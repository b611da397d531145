package io.stacgenerator.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Small GeoTIFFs whose names hold their date, and requests for them. */
final class TestScenes {

    private static final int SIZE = 8;
    private static final int ENTRIES = 10;

    private TestScenes() {}

    /** Writes an image of 8 x 8 pixels of 0.01 degrees. */
    static Path write(Path file, double west, double north) {
        int directory = 8;
        int end = directory + 2 + ENTRIES * 12 + 4;
        int scale = end;
        int tie = scale + 24;
        int keys = tie + 48;
        int pixels = keys + 32;
        ByteBuffer tiff = ByteBuffer.allocate(pixels + SIZE * SIZE).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
        tiff.putShort((short) ENTRIES);
        entry(tiff, 256, 3, 1, SIZE);
        entry(tiff, 257, 3, 1, SIZE);
        entry(tiff, 258, 3, 1, 8);
        entry(tiff, 259, 3, 1, 1);
        entry(tiff, 262, 3, 1, 1);
        entry(tiff, 273, 4, 1, pixels);
        entry(tiff, 279, 4, 1, SIZE * SIZE);
        entry(tiff, 33550, 12, 3, scale);
        entry(tiff, 33922, 12, 6, tie);
        entry(tiff, 34735, 3, 16, keys);
        tiff.putInt(0);
        for (double value : new double[] {0.01, 0.01, 0, 0, 0, 0, west, north, 0}) {
            tiff.putDouble(value);
        }
        for (int value : new int[] {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326}) {
            tiff.putShort((short) value);
        }
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, tiff.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** Returns requests for ten images; each hundredth is for one that does not exist. */
    static List<String> requests(Path folder, int count) {
        List<Path> files = IntStream.range(0, 10)
                .mapToObj(i -> write(folder.resolve("scene%d_2026060%d.tif".formatted(i, i % 9 + 1)), i, 40 + i))
                .toList();
        List<String> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = i % 100 == 99 ? folder.resolve("missing.tif") : files.get(i % files.size());
            requests.add("{\"itemId\": \"item-%d\", \"assetPaths\": [\"%s\"]}".formatted(i, file));
        }
        return requests;
    }
}

package io.stacgenerator.internal.geotiff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.GeoTransform;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A world file: six lines, the transform of the center of the first pixel. */
final class WorldFile {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MAX_BYTES = 4096;
    private static final int NUMBERS = 6;

    private WorldFile() {}

    /** Returns the transform of outer corners, or null where the file does not hold six numbers that make one. */
    static @Nullable GeoTransform read(StorageObject file) throws IOException {
        return parse(ISO_8859_1.decode(file.read(0, MAX_BYTES)).toString());
    }

    static @Nullable GeoTransform parse(String text) {
        String[] words = BLANKS.split(text.strip(), NUMBERS + 1);
        double[] numbers = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            Double number = i < words.length ? GdalNumber.parse(words[i].replace(',', '.')) : null;
            if (number == null) {
                return null;
            }
            numbers[i] = number;
        }
        GeoTransform center = new GeoTransform(numbers[0], numbers[2], numbers[4], numbers[1], numbers[3], numbers[5]);
        return center.invertible() ? center.fromCenterToCorner() : null;
    }
}

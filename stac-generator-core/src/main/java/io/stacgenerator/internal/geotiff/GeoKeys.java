package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The GeoKeys of an image: OGC 19-008r4 section 7.1. Those that point beyond their tag are left out. */
final class GeoKeys {

    static final int MODEL_TYPE = 1024;
    static final int RASTER_TYPE = 1025;
    static final int CITATION = 1026;
    static final int GEODETIC_CRS = 2048;
    static final int GEODETIC_CITATION = 2049;
    static final int SEMI_MAJOR_AXIS = 2057;
    static final int PROJECTED_CRS = 3072;
    static final int PROJECTED_CITATION = 3073;
    static final int PROJECTION = 3074;
    static final int VERTICAL_CRS = 4096;
    private static final int VERTICAL_UNITS = 4099;

    private static final int USER_DEFINED = 32767;

    private final Map<Integer, Object> values;

    private GeoKeys(Map<Integer, Object> values) {
        this.values = values;
    }

    /** Returns the keys of an image; empty where it has no key directory. */
    static Optional<GeoKeys> of(Ifd ifd) throws IOException {
        long[] directory = ifd.integers(TagId.GEO_KEY_DIRECTORY);
        if (directory.length < 4) {
            return Optional.empty();
        }
        double[] numbers = ifd.numbers(TagId.GEO_DOUBLE_PARAMS);
        String text = ifd.text(TagId.GEO_ASCII_PARAMS).orElse("");
        Map<Integer, Object> values = new HashMap<>();
        for (int at = 4; at + 4 <= directory.length && at < 4 + 4 * directory[3]; at += 4) {
            Object value = value(directory, at, numbers, text);
            if (value != null) {
                values.put((int) directory[at], value);
            }
        }
        return Optional.of(new GeoKeys(values));
    }

    private static @Nullable Object value(long[] directory, int at, double[] numbers, String text) {
        int location = (int) directory[at + 1];
        int count = (int) directory[at + 2];
        int index = (int) directory[at + 3];
        return switch (location) {
            case 0 -> index;
            case TagId.GEO_KEY_DIRECTORY -> index < directory.length ? (Object) (int) directory[index] : null;
            case TagId.GEO_DOUBLE_PARAMS -> index < numbers.length ? (Object) numbers[index] : null;
            case TagId.GEO_ASCII_PARAMS -> citation(text, index, count);
            default -> null;
        };
    }

    private static @Nullable String citation(String text, int index, int count) {
        if (index >= text.length()) {
            return null;
        }
        String citation = text.substring(index, Math.min(text.length(), index + count));
        return citation.replaceFirst("[|\\s]+$", "");
    }

    /** Returns a short value; 0 where the key is missing. */
    int code(int key) {
        return values.get(key) instanceof Integer code ? code : 0;
    }

    /** Returns a short value that is the code of an object in a register; 0 where it is missing or user-defined. */
    int registered(int key) {
        int code = code(key);
        return code == USER_DEFINED ? 0 : code;
    }

    /** Returns the unit of heights by its name in the EPSG register, as GDAL gives it to bands; null where not said. */
    @Nullable String heightUnit() {
        return switch (code(VERTICAL_UNITS)) {
            case 9001 -> "metre";
            case 9002 -> "foot";
            case 9003 -> "US survey foot";
            default -> null;
        };
    }

    boolean has(int key) {
        return values.containsKey(key);
    }

    /** Returns a number above 0; 0 where there is none. */
    double positive(int key) {
        double number = number(key).orElse(0);
        return number > 0 && Double.isFinite(number) ? number : 0;
    }

    OptionalDouble number(int key) {
        return values.get(key) instanceof Double number ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    Optional<String> text(int key) {
        return values.get(key) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }
}

package io.stacgenerator.internal.crs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The GeoKeys of an image: OGC 19-008r4 section 7.1. Those that point beyond their tag are left out. Immutable.
 *
 * @since 0.1.0
 */
public final class GeoKeys {

    /** The key whose value 2 says that coordinates are those of pixel centers. */
    public static final int RASTER_TYPE = 1025;

    /** The key that distinguishes a projected system, 1, from a geographic one, 2. */
    public static final int MODEL_TYPE = 1024;

    /** The key of the code of a geographic system. */
    public static final int GEODETIC_CRS = 2048;

    /** The key of the code of a projected system. */
    public static final int PROJECTED_CRS = 3072;

    static final int CITATION = 1026;
    static final int GEODETIC_CITATION = 2049;
    static final int TO_WGS84 = 2062;
    static final int PROJECTION_METHOD = 3075;
    static final int SEMI_MAJOR_AXIS = 2057;
    static final int PROJECTED_CITATION = 3073;
    static final int PROJECTION = 3074;
    static final int VERTICAL_CRS = 4096;
    private static final int VERTICAL_UNITS = 4099;

    /** The model type of geographic systems. */
    static final int GEOGRAPHIC = 2;

    private static final int DIRECTORY_TAG = 34735;
    private static final int NUMBERS_TAG = 34736;
    private static final int TEXT_TAG = 34737;
    private static final int USER_DEFINED = 32767;

    private final long[] directory;
    private final double[] numbers;
    private final String text;
    private final Map<Integer, Object> values;

    private GeoKeys(long[] directory, double[] numbers, String text, Map<Integer, Object> values) {
        this.directory = directory.clone();
        this.numbers = numbers.clone();
        this.text = text;
        this.values = values;
    }

    /**
     * Reads the keys of an image.
     *
     * @param directory the values of tag GeoKeyDirectory
     * @param numbers the values of tag GeoDoubleParams
     * @param text the value of tag GeoAsciiParams
     * @return the keys; empty where there is no key directory
     */
    public static Optional<GeoKeys> of(long[] directory, double[] numbers, String text) {
        if (directory.length < 4) {
            return Optional.empty();
        }
        Map<Integer, Object> values = new HashMap<>();
        for (int at = 4; at + 4 <= directory.length && at < 4 + 4 * directory[3]; at += 4) {
            Object value = value(directory, at, numbers, text);
            if (value != null) {
                values.put((int) directory[at], value);
            }
        }
        return Optional.of(new GeoKeys(directory, numbers, text, values));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GeoKeys keys
                && Arrays.equals(directory, keys.directory)
                && Arrays.equals(numbers, keys.numbers)
                && text.equals(keys.text);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(directory) + Arrays.hashCode(numbers)) + text.hashCode();
    }

    /**
     * Returns the tag GeoKeyDirectory.
     *
     * @return a copy of its values
     */
    public long[] directory() {
        return directory.clone();
    }

    /**
     * Returns the tag GeoDoubleParams.
     *
     * @return a copy of its values
     */
    public double[] numbers() {
        return numbers.clone();
    }

    /**
     * Returns the tag GeoAsciiParams.
     *
     * @return its value, empty where the file has none
     */
    public String text() {
        return text;
    }

    private static @Nullable Object value(long[] directory, int at, double[] numbers, String text) {
        int location = (int) directory[at + 1];
        int count = (int) directory[at + 2];
        int index = (int) directory[at + 3];
        return switch (location) {
            case 0 -> index;
            case DIRECTORY_TAG -> index < directory.length ? (Object) (int) directory[index] : null;
            case NUMBERS_TAG ->
                index < numbers.length
                        ? Arrays.copyOfRange(numbers, index, Math.min(numbers.length, index + Math.max(1, count)))
                        : null;
            case TEXT_TAG -> citation(text, index, count);
            default -> null;
        };
    }

    private static @Nullable String citation(String text, int index, int count) {
        if (index >= text.length()) {
            return null;
        }
        String citation = text.substring(index, Math.min(text.length(), index + count));
        return citation.replaceFirst("(?<![|\\s])[|\\s]++$", "");
    }

    /**
     * Returns a short value.
     *
     * @param key the number of the key
     * @return the value, 0 where the key is missing
     */
    public int code(int key) {
        return values.get(key) instanceof Integer code ? code : 0;
    }

    /** Returns a short value that is the code of an object in a register; 0 where it is missing or user-defined. */
    int registered(int key) {
        int code = code(key);
        return code == USER_DEFINED ? 0 : code;
    }

    /**
     * Returns the unit of heights by its name in the EPSG register, as GDAL gives it to bands.
     *
     * @return the name, or null where the keys do not say
     */
    public @Nullable String heightUnit() {
        return switch (code(VERTICAL_UNITS)) {
            case 9001 -> "metre";
            case 9002 -> "foot";
            case 9003 -> "US survey foot";
            default -> null;
        };
    }

    /**
     * Returns whether a geographic system comes with a unit of length for its coordinates.
     *
     * @return true where one of the two cannot be meant
     */
    public boolean lengthsOfDegrees() {
        return code(MODEL_TYPE) == GEOGRAPHIC && UnitOfMeasure.linearSize(this).isPresent();
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
        return values.get(key) instanceof double[] list ? OptionalDouble.of(list[0]) : OptionalDouble.empty();
    }

    /** Returns all numbers of a key; none where it is missing. */
    double[] numbers(int key) {
        return values.get(key) instanceof double[] list ? list.clone() : new double[0];
    }

    Optional<String> text(int key) {
        return values.get(key) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }
}

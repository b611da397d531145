package io.stacgenerator.internal.zarr;

import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of an array.
 *
 * @param path its path in the store
 * @param shape how long its dimensions are
 * @param dimensions their names, of which there are none where the metadata do not say them
 * @param attributes what the writer says of it
 * @param layout how its values are stored
 */
record ZarrArray(
        String path, List<Long> shape, List<String> dimensions, Map<String, Object> attributes, Layout layout) {

    /** A transform has 9 numbers at most; what follows in a text is left out. */
    private static final int MOST_NUMBERS = 16;

    /**
     * How values are stored.
     *
     * @param type their type
     * @param chunks how many values a chunk has along each dimension
     * @param codecs what a chunk is decompressed by, in that order
     * @param key what the name of a chunk begins with
     * @param separator what is between the numbers of a chunk
     * @param readable false where something else is done to values
     */
    record Layout(
            ZarrType type, List<Integer> chunks, List<String> codecs, String key, String separator, boolean readable) {

        /** Returns how many values a chunk has, of which more than 2^62 are not counted. */
        long values() {
            return row() * chunks.get(0);
        }

        /** Returns how many values of a chunk have the same index in the first dimension. */
        long row() {
            return chunks.stream()
                    .skip(1)
                    .mapToLong(Integer::longValue)
                    .reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
        }

        /** Returns the name of the chunk of an index of the first dimension; those of the others are in the first. */
        String chunk(long index) {
            return key + index / chunks.get(0) + (separator + "0").repeat(chunks.size() - 1);
        }
    }

    /** Reads {@code .zarray} and {@code .zattrs} of version 2. */
    static ZarrArray v2(String path, Map<String, Object> array, Map<String, Object> attributes) {
        Map<String, Object> compressor = JsonValues.members(array.get("compressor"));
        List<String> codecs = compressor.isEmpty() ? List.of() : List.of(String.valueOf(compressor.get("id")));
        Layout layout = new Layout(
                ZarrType.v2(String.valueOf(array.get("dtype"))),
                chunks(array.get("chunks")),
                codecs,
                "",
                String.valueOf(array.getOrDefault("dimension_separator", ".")),
                JsonValues.elements(array.get("filters")).isEmpty() && !isByColumns(array));
        return new ZarrArray(
                path, longs(array.get("shape")), strings(attributes.get("_ARRAY_DIMENSIONS")), attributes, layout);
    }

    private static boolean isByColumns(Map<String, Object> array) {
        return "F".equals(array.get("order")) && longs(array.get("shape")).size() > 1;
    }

    /** Reads {@code zarr.json} of an array of version 3. */
    static ZarrArray v3(String path, Map<String, Object> array) {
        Map<String, Object> grid = configuration(array.get("chunk_grid"));
        List<Map<String, Object>> codecs = JsonValues.objects(array.get("codecs"));
        boolean bigEndian = codecs.stream()
                .anyMatch(codec -> "big".equals(configuration(codec).get("endian")));
        List<String> names =
                codecs.stream().map(codec -> String.valueOf(codec.get("name"))).toList();
        List<String> packed = new ArrayList<>(
                names.stream().filter(name -> !name.equals("bytes")).toList());
        Collections.reverse(packed);
        boolean v2Keys =
                "v2".equals(JsonValues.members(array.get("chunk_key_encoding")).get("name"));
        String separator = String.valueOf(
                configuration(array.get("chunk_key_encoding")).getOrDefault("separator", v2Keys ? "." : "/"));
        Layout layout = new Layout(
                ZarrType.v3(String.valueOf(array.get("data_type")), bigEndian),
                chunks(grid.get("chunk_shape")),
                packed,
                v2Keys ? "" : "c" + separator,
                separator,
                names.stream().noneMatch(name -> name.equals("sharding_indexed") || name.equals("transpose")));
        return new ZarrArray(
                path,
                longs(array.get("shape")),
                strings(array.get("dimension_names")),
                JsonValues.members(array.get("attributes")),
                layout);
    }

    private static Map<String, Object> configuration(@Nullable Object extension) {
        return JsonValues.members(JsonValues.members(extension).get("configuration"));
    }

    private static List<Long> longs(@Nullable Object array) {
        return JsonValues.elements(array).stream()
                .filter(Number.class::isInstance)
                .map(number -> ((Number) number).longValue())
                .toList();
    }

    private static List<Integer> chunks(@Nullable Object array) {
        List<Long> numbers = longs(array);
        return (numbers.isEmpty() ? List.of(1L) : numbers)
                .stream()
                        .map(number -> (int) Math.max(1, Math.min(Integer.MAX_VALUE, number)))
                        .toList();
    }

    private static List<String> strings(@Nullable Object array) {
        return JsonValues.elements(array).stream().map(String::valueOf).toList();
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the path of the group that it is in, with a slash at its end; an empty string for the root. */
    String group() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Returns whether it has the values of a dimension (CF conventions 1.11, section 1.3). */
    boolean isCoordinate() {
        return shape.size() == 1 && dimensions.equals(List.of(name()));
    }

    Optional<String> text(String attribute) {
        return Optional.ofNullable(attributes.get(attribute))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    Optional<String> unit() {
        return text("units").filter(unit -> !unit.isBlank());
    }

    /** Returns a value as it is meant (CF conventions 1.11, section 8.1). */
    double unpacked(double value) {
        return value * first(attributes, "scale_factor", 1) + first(attributes, "add_offset", 0);
    }

    static double first(Map<String, Object> attributes, String name, double otherwise) {
        List<Double> numbers = numbers(attributes, name);
        return numbers.isEmpty() ? otherwise : numbers.get(0);
    }

    /** Returns the values of an attribute that are finite numbers. */
    static List<Double> numbers(Map<String, Object> attributes, String name) {
        Object value = attributes.get(name);
        Stream<?> each = value instanceof String text
                ? Stream.of(text.strip().split("\\s+", MOST_NUMBERS))
                : value instanceof Number ? Stream.of(value) : JsonValues.elements(value).stream();
        return each.flatMap(element -> number(element).stream()).toList();
    }

    private static Optional<Double> number(Object element) {
        try {
            return Optional.of(Double.valueOf(element.toString())).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

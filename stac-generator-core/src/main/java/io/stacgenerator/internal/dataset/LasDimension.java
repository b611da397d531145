package io.stacgenerator.internal.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The dimensions of the point formats (ASPRS LAS 1.4 R15, 2.6), with the names and types that PDAL reads them by, as
 * the pointcloud extension has them.
 */
record LasDimension(String name, String type, int size, Set<Integer> formats) {

    private static final Set<Integer> ALL = Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    private static final Set<Integer> TIMED = Set.of(1, 3, 4, 5, 6, 7, 8, 9, 10);
    private static final Set<Integer> COLORED = Set.of(2, 3, 5, 7, 8, 10);
    private static final Set<Integer> LATER = Set.of(6, 7, 8, 9, 10);

    private static final List<LasDimension> DIMENSIONS = List.of(
            new LasDimension("X", "floating", 8, ALL),
            new LasDimension("Y", "floating", 8, ALL),
            new LasDimension("Z", "floating", 8, ALL),
            new LasDimension("Intensity", "unsigned", 2, ALL),
            new LasDimension("ReturnNumber", "unsigned", 1, ALL),
            new LasDimension("NumberOfReturns", "unsigned", 1, ALL),
            new LasDimension("ScanDirectionFlag", "unsigned", 1, ALL),
            new LasDimension("EdgeOfFlightLine", "unsigned", 1, ALL),
            new LasDimension("Classification", "unsigned", 1, ALL),
            new LasDimension("Synthetic", "unsigned", 1, ALL),
            new LasDimension("KeyPoint", "unsigned", 1, ALL),
            new LasDimension("Withheld", "unsigned", 1, ALL),
            new LasDimension("Overlap", "unsigned", 1, LATER),
            new LasDimension("ScanAngleRank", "floating", 4, ALL),
            new LasDimension("UserData", "unsigned", 1, ALL),
            new LasDimension("PointSourceId", "unsigned", 2, ALL),
            new LasDimension("GpsTime", "floating", 8, TIMED),
            new LasDimension("ScanChannel", "unsigned", 1, LATER),
            new LasDimension("Red", "unsigned", 2, COLORED),
            new LasDimension("Green", "unsigned", 2, COLORED),
            new LasDimension("Blue", "unsigned", 2, COLORED),
            new LasDimension("Infrared", "unsigned", 2, Set.of(8, 10)));

    /** The length of the description of an extra dimension. */
    static final int EXTRA_LENGTH = 192;

    private static final int FLOAT = 9;
    private static final int DOUBLE = 10;

    /** Returns the schemas of the dimensions of a point format. */
    static List<Map<String, Object>> of(int format) {
        return DIMENSIONS.stream()
                .filter(dimension -> dimension.formats.contains(format))
                .map(dimension -> schema(dimension.name, dimension.type, dimension.size))
                .toList();
    }

    /** Returns the schema of an extra dimension; empty where its type is not one of a number. */
    static Optional<Map<String, Object>> extra(int type, String name) {
        if (type < 1 || type > DOUBLE || name.isEmpty()) {
            return Optional.empty();
        }
        if (type >= FLOAT) {
            return Optional.of(schema(name, "floating", type == FLOAT ? 4 : 8));
        }
        // unsigned and signed in turn, of 1, 2, 4 and 8 bytes
        return Optional.of(schema(name, type % 2 == 1 ? "unsigned" : "signed", 1 << ((type - 1) / 2)));
    }

    private static Map<String, Object> schema(String name, String type, int size) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", name);
        members.put("size", size);
        members.put("type", type);
        return members;
    }
}

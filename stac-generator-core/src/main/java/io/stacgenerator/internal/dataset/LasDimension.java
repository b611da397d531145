package io.stacgenerator.internal.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The dimensions of the point formats (ASPRS LAS 1.4 R15, 2.6), with the names and types that PDAL reads them by, as the
 * pointcloud extension has them.
 */
enum LasDimension {
    X("floating", 8),
    Y("floating", 8),
    Z("floating", 8),
    Intensity("unsigned", 2),
    ReturnNumber("unsigned", 1),
    NumberOfReturns("unsigned", 1),
    ScanDirectionFlag("unsigned", 1),
    EdgeOfFlightLine("unsigned", 1),
    Classification("unsigned", 1),
    Synthetic("unsigned", 1),
    KeyPoint("unsigned", 1),
    Withheld("unsigned", 1),
    Overlap("unsigned", 1, 6, 7, 8, 9, 10),
    ScanAngleRank("floating", 4),
    UserData("unsigned", 1),
    PointSourceId("unsigned", 2),
    GpsTime("floating", 8, 1, 3, 4, 5, 6, 7, 8, 9, 10),
    ScanChannel("unsigned", 1, 6, 7, 8, 9, 10),
    Red("unsigned", 2, 2, 3, 5, 7, 8, 10),
    Green("unsigned", 2, 2, 3, 5, 7, 8, 10),
    Blue("unsigned", 2, 2, 3, 5, 7, 8, 10),
    Infrared("unsigned", 2, 8, 10);

    /** The length of the description of an extra dimension. */
    static final int EXTRA_LENGTH = 192;

    /** The types of extra dimensions by their number, from 1. */
    private static final List<Map<String, Object>> EXTRA_TYPES = Stream.of(1, 2, 4, 8)
            .flatMap(size -> Stream.of(type("unsigned", size), type("signed", size)))
            .toList();

    private static final int FLOAT = 9;
    private static final int DOUBLE = 10;

    private final Map<String, Object> type;
    private final Set<Integer> formats;

    /** A dimension of some formats, or of all. */
    LasDimension(String type, int size, Integer... formats) {
        this.type = type(type, size);
        this.formats = Set.of(formats);
    }

    private static Map<String, Object> type(String type, int size) {
        return Map.of("type", type, "size", size);
    }

    /** Returns the schemas of the dimensions of a point format. */
    static List<Map<String, Object>> of(int format) {
        return Stream.of(values())
                .filter(dimension -> dimension.formats.isEmpty() || dimension.formats.contains(format))
                .map(dimension -> schema(dimension.name(), dimension.type))
                .toList();
    }

    /** Returns the schema of an extra dimension; empty where its type is not one of a number. */
    static Optional<Map<String, Object>> extra(int type, String name) {
        Optional<Map<String, Object>> known = switch (type) {
            case FLOAT -> Optional.of(type("floating", 4));
            case DOUBLE -> Optional.of(type("floating", 8));
            default -> type >= 1 && type < FLOAT ? Optional.of(EXTRA_TYPES.get(type - 1)) : Optional.empty();
        };
        return known.filter(found -> !name.isEmpty()).map(found -> schema(name, found));
    }

    private static Map<String, Object> schema(String name, Map<String, Object> type) {
        return Map.of("name", name, "size", type.get("size"), "type", type.get("type"));
    }
}

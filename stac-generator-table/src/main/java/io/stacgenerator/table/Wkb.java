package io.stacgenerator.table;

import io.stacgenerator.model.JsonValues;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Geometries of GeoJSON as ISO WKB, little endian. JTS writes three dimensions in a form of its own, not in that of
 * ISO, which GeoParquet asks for.
 */
final class Wkb {

    private static final List<String> TYPES = List.of(
            "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection");

    private static final int MULTI = 3;
    private static final int COLLECTION = 7;
    private static final int Z = 1000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    private final ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final int dimensions;

    private Wkb(int dimensions) {
        this.dimensions = dimensions;
    }

    /** Refuses what is not a geometry of RFC 7946. */
    static void check(Map<String, Object> geometry) {
        of(geometry);
    }

    static byte[] of(Map<String, Object> geometry) {
        Wkb wkb = new Wkb(hasHeights(geometry) ? 3 : 2);
        try {
            wkb.geometry(geometry);
        } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
            throw Column.refused("the geometry of type %s has coordinates that are not those of RFC 7946"
                    .formatted(geometry.get("type")));
        }
        return wkb.bytes.toByteArray();
    }

    /** Returns the name of the type as GeoParquet lists it. */
    static String type(Map<String, Object> geometry) {
        return geometry.get("type") + (hasHeights(geometry) ? " Z" : "");
    }

    private static boolean hasHeights(Map<String, Object> geometry) {
        Object first = geometry.containsKey("geometries") ? geometry.get("geometries") : geometry.get("coordinates");
        while (first instanceof List<?> list && !list.isEmpty() && !(list.get(0) instanceof Number)) {
            first = list.get(0);
            if (first instanceof Map<?, ?>) {
                return JsonValues.object(first).filter(Wkb::hasHeights).isPresent();
            }
        }
        return first instanceof List<?> position && position.size() > 2;
    }

    private void geometry(Map<String, Object> geometry) {
        int type = TYPES.indexOf(String.valueOf(geometry.get("type"))) + 1;
        if (type == 0) {
            throw Column.refused("'%s' is not the type of a geometry of RFC 7946".formatted(geometry.get("type")));
        }
        header(type);
        if (type == COLLECTION) {
            List<Map<String, Object>> parts = JsonValues.objects(geometry.get("geometries"));
            integer(parts.size());
            parts.forEach(this::geometry);
        } else {
            coordinates(type, (List<?>) geometry.getOrDefault("coordinates", List.of()));
        }
    }

    private void header(int type) {
        bytes.write(1);
        integer(dimensions == 3 ? type + Z : type);
    }

    private void coordinates(int type, List<?> coordinates) {
        switch (type) {
            case 1 -> position(coordinates);
            case 2 -> positions(coordinates);
            case 3 -> rings(coordinates);
            default -> {
                integer(coordinates.size());
                for (Object part : coordinates) {
                    header(type - MULTI);
                    coordinates(type - MULTI, (List<?>) part);
                }
            }
        }
    }

    private void rings(List<?> rings) {
        integer(rings.size());
        for (Object ring : rings) {
            positions((List<?>) ring);
        }
    }

    private void positions(List<?> positions) {
        integer(positions.size());
        for (Object position : positions) {
            position((List<?>) position);
        }
    }

    private void position(List<?> position) {
        for (int i = 0; i < dimensions; i++) {
            number(((Number) position.get(i)).doubleValue());
        }
    }

    private void integer(int value) {
        bytes.write(buffer.putInt(0, value).array(), 0, Integer.BYTES);
    }

    private void number(double value) {
        if (!Double.isFinite(value)) {
            throw Column.refused("the geometry has the coordinate %s, expected a number".formatted(value));
        }
        bytes.write(buffer.putDouble(0, value).array(), 0, Double.BYTES);
    }

    /** Reads a geometry, also in the other byte order, and with heights in the form of JTS and PostGIS. */
    static Map<String, Object> read(byte[] wkb) {
        return read(ByteBuffer.wrap(wkb));
    }

    private static Map<String, Object> read(ByteBuffer in) {
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int code = in.getInt();
        int type = (code & 0xFFFF) % Z;
        int numbers = (code & 0x80000000) != 0 || (code & 0xFFFF) / Z == 1 ? 3 : 2;
        Map<String, Object> geometry = new LinkedHashMap<>();
        geometry.put("type", TYPES.get(type - 1));
        if (type == COLLECTION) {
            geometry.put("geometries", many(in, () -> read(in)));
        } else {
            geometry.put("coordinates", coordinates(in, type, numbers));
        }
        return geometry;
    }

    private static Object coordinates(ByteBuffer in, int type, int numbers) {
        return switch (type) {
            case 1 -> position(in, numbers);
            case 2 -> many(in, () -> position(in, numbers));
            case 3 -> many(in, () -> many(in, () -> position(in, numbers)));
            default -> many(in, () -> part(in));
        };
    }

    private static @Nullable Object part(ByteBuffer in) {
        return read(in).get("coordinates");
    }

    private static List<Object> position(ByteBuffer in, int numbers) {
        List<Object> position = new ArrayList<>(numbers);
        for (int i = 0; i < numbers; i++) {
            position.add(in.getDouble());
        }
        return position;
    }

    private interface Part {
        @Nullable Object read();
    }

    @SuppressWarnings("NullAway") // read() of a part that has no coordinates is not reached
    private static List<Object> many(ByteBuffer in, Part part) {
        int count = in.getInt();
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(part.read());
        }
        return parts;
    }
}

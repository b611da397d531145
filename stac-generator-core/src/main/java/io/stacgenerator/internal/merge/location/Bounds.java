package io.stacgenerator.internal.merge.location;

import static io.stacgenerator.internal.item.GeometryForm.number;

import io.stacgenerator.internal.geo.LongitudeRange;
import io.stacgenerator.internal.item.GeometryForm;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Bounding boxes as JSON arrays, by RFC 7946 section 5. */
final class Bounds {

    private static final double TOLERANCE = 1e-6;

    private Bounds() {}

    /** Returns the box of a well-formed geometry: of six numbers where all positions have a height. */
    static List<Object> of(Map<String, Object> geometry) {
        List<List<List<Object>>> parts = GeometryForm.parts(geometry);
        List<List<Object>> positions = parts.stream().flatMap(List::stream).toList();
        int dimensions = positions.stream().allMatch(position -> position.size() > 2) ? 3 : 2;
        List<Object> low = new ArrayList<>();
        List<Object> high = new ArrayList<>();
        for (int axis = 0; axis < dimensions; axis++) {
            Span span = Span.of(positions, axis);
            low.add(span.min());
            high.add(span.max());
        }
        List<Span> spans = parts.stream().map(part -> Span.of(part, 0)).toList();
        LongitudeRange range =
                LongitudeRange.around(spans.stream().map(Span::toLongitudes).toList());
        low.set(0, end(spans, Span::min, range.west()));
        high.set(0, end(spans, Span::max, range.east()));
        low.addAll(high);
        return low;
    }

    /** The number of the geometry itself, be it an integer or not. */
    private static Number end(List<Span> spans, Function<Span, Number> end, double longitude) {
        return spans.stream()
                .map(end)
                .filter(number -> number.doubleValue() == longitude)
                .findFirst()
                .orElse(longitude);
    }

    /** Returns whether two boxes are the same in longitude and latitude, within a tenth of a meter. */
    static boolean same(List<Object> a, List<Object> b) {
        List<Object> x = flat(a);
        List<Object> y = flat(b);
        for (int i = 0; i < 4; i++) {
            if (Math.abs(number(x, i) - number(y, i)) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private static List<Object> flat(List<Object> box) {
        return box.size() == 6 ? List.of(box.get(0), box.get(1), box.get(3), box.get(4)) : box;
    }

    /** Returns the box as a geometry, of two parts across the antimeridian; empty when it encloses nothing. */
    static Optional<Map<String, Object>> toGeometry(List<Object> box) {
        List<Object> flat = flat(box);
        double west = number(flat, 0);
        double east = number(flat, 2);
        boolean inDegrees =
                Math.abs(west) <= 180 && Math.abs(east) <= 180 && number(flat, 1) >= -90 && number(flat, 3) <= 90;
        if (!inDegrees || west == east || number(flat, 1) >= number(flat, 3)) {
            return Optional.empty();
        }
        return Optional.of(west < east ? polygon(flat, flat.get(0), flat.get(2)) : cut(flat));
    }

    private static Map<String, Object> cut(List<Object> box) {
        if (number(box, 0) == 180) {
            return polygon(box, -180, box.get(2));
        }
        if (number(box, 2) == -180) {
            return polygon(box, box.get(0), 180);
        }
        List<Object> parts = List.of(rings(box, box.get(0), 180), rings(box, -180, box.get(2)));
        return geometry("MultiPolygon", parts);
    }

    private static Map<String, Object> polygon(List<Object> box, Object west, Object east) {
        return geometry("Polygon", rings(box, west, east));
    }

    private static Map<String, Object> geometry(String type, Object coordinates) {
        Map<String, Object> geometry = new LinkedHashMap<>();
        geometry.put("type", type);
        geometry.put("coordinates", JsonValues.copy(coordinates));
        return geometry;
    }

    private static List<Object> rings(List<Object> box, Object west, Object east) {
        Object south = box.get(1);
        Object north = box.get(3);
        return List.of(List.of(
                List.of(west, south),
                List.of(east, south),
                List.of(east, north),
                List.of(west, north),
                List.of(west, south)));
    }

    private record Span(Number min, Number max) {

        static Span of(List<List<Object>> positions, int axis) {
            List<Number> values = positions.stream()
                    .map(position -> (Number) position.get(axis))
                    .sorted(Comparator.comparingDouble(Number::doubleValue))
                    .toList();
            return new Span(values.get(0), values.get(values.size() - 1));
        }

        LongitudeRange toLongitudes() {
            return new LongitudeRange(min.doubleValue(), max.doubleValue());
        }
    }
}

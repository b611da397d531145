package io.stacgenerator.internal.document;

import io.stacgenerator.Fault;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pixels of a raster, by the fields of the projection extension, next to what an Item says of them. */
final class GridComparison {

    private static final String TRANSFORM = "proj:transform";

    /** Of a pixel: decimals of others are rounded. */
    private static final double TOLERANCE = 0.01;

    private final Map<String, Object> file;
    private final List<Fault> faults;
    private final double[] shape;
    private final Optional<double[]> transform;

    GridComparison(Map<String, Object> file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
        shape = BoxComparison.doubles(JsonValues.elements(file.get("proj:shape")));
        transform = transform(file.get(TRANSFORM));
    }

    private static Optional<double[]> transform(@Nullable Object value) {
        return JsonValues.array(value)
                .filter(elements -> elements.size() >= 6 && elements.stream().allMatch(Number.class::isInstance))
                .map(BoxComparison::doubles);
    }

    /** An asset has what its Item says, unless it says something else itself. */
    void compare(String pointer, Map<String, Object> asset, Map<String, Object> properties) {
        for (String name : List.of("proj:shape", TRANSFORM, "proj:bbox", "proj:code", "proj:epsg")) {
            boolean own = asset.containsKey(name);
            Object stated = own ? asset.get(name) : properties.get(name);
            String place = own ? pointer + "/" + name : "/properties/" + name;
            if (stated != null && !holds(name, stated)) {
                faults.add(Fault.unexpected(
                        place,
                        stated,
                        "%s, as the file of %s has"
                                .formatted(file.get(name.equals("proj:epsg") ? "proj:code" : name), pointer)));
            }
        }
    }

    private boolean holds(String name, Object stated) {
        return switch (name) {
            case TRANSFORM ->
                transform(stated)
                        .flatMap(other -> transform.map(own -> isNear(own, other)))
                        .orElse(true);
            case "proj:bbox" ->
                JsonValues.array(file.get(name))
                        .flatMap(own -> JsonValues.array(stated).map(other -> isNear(own, other)))
                        .orElse(true);
            case "proj:code" -> isCode(stated);
            case "proj:epsg" -> isCode("EPSG:" + stated);
            default -> JsonValues.same(file.get(name), stated);
        };
    }

    private boolean isCode(Object stated) {
        return JsonValues.string(file.get("proj:code"))
                .map(code -> code.equalsIgnoreCase(stated.toString()))
                .orElse(true);
    }

    /** Two transforms are the same where no corner of the raster is moved. */
    private boolean isNear(double[] own, double[] other) {
        for (double row : List.of(0.0, shape[0])) {
            for (double column : List.of(0.0, shape[1])) {
                for (int axis = 0; axis < 6; axis += 3) {
                    double moved = (own[axis] - other[axis]) * column
                            + (own[axis + 1] - other[axis + 1]) * row
                            + (own[axis + 2] - other[axis + 2]);
                    if (!(Math.abs(moved) <= TOLERANCE * pixel(own))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static double pixel(double[] transform) {
        return Math.max(Math.hypot(transform[0], transform[3]), Math.hypot(transform[1], transform[4]));
    }

    private boolean isNear(List<Object> own, List<Object> other) {
        if (own.size() != other.size() || !other.stream().allMatch(Number.class::isInstance)) {
            return false;
        }
        double tolerance = TOLERANCE * transform.map(GridComparison::pixel).orElse(1.0);
        double[] one = BoxComparison.doubles(own);
        double[] two = BoxComparison.doubles(other);
        for (int i = 0; i < one.length; i++) {
            if (!(Math.abs(one[i] - two[i]) <= tolerance)) {
                return false;
            }
        }
        return true;
    }
}

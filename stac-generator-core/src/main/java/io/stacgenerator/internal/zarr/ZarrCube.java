package io.stacgenerator.internal.zarr;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.proj.CrsTable;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data variables of the group with the finest grid, of which a store of several scales has several, and their
 * dimensions.
 */
final class ZarrCube {

    private static final int GEO_TRANSFORM = 6;

    private final ZarrStore store;
    private final List<ZarrArray> variables;
    private final Map<String, Dimension> dimensions = new LinkedHashMap<>();
    private final String group;

    private ZarrCube(ZarrStore store, List<ZarrArray> variables) {
        this.store = store;
        this.variables = variables;
        group = variables.isEmpty() ? "" : variables.get(0).group();
    }

    static ZarrCube of(ZarrStore store) throws IOException {
        List<ZarrArray> data = store.arrays().stream()
                .filter(array -> array.shape().size() > 1)
                .filter(array -> array.dimensions().size() == array.shape().size())
                .toList();
        ZarrArray finest = data.stream()
                .max(Comparator.comparingDouble(array -> cells(store, array)))
                .orElse(null);
        List<ZarrArray> variables = finest == null
                ? List.of()
                : data.stream()
                        .filter(array -> array.group().equals(finest.group()))
                        .toList();
        ZarrCube cube = new ZarrCube(store, variables);
        cube.addDimensions();
        return cube;
    }

    /** The cells of the grid of a variable; those without one come last, and of equal ones the first. */
    private static double cells(ZarrStore store, ZarrArray array) {
        double cells = 1;
        int horizontal = 0;
        for (int i = 0; i < array.shape().size(); i++) {
            Axis axis = Axis.of(array.dimensions().get(i), coordinate(store, array, i));
            if (axis == Axis.X || axis == Axis.Y) {
                cells *= array.shape().get(i);
                horizontal++;
            }
        }
        return horizontal == 2 ? cells : 0;
    }

    private static @Nullable ZarrArray coordinate(ZarrStore store, ZarrArray array, int dimension) {
        return store.array(array.group() + array.dimensions().get(dimension))
                .filter(ZarrArray::isCoordinate)
                .orElse(null);
    }

    private void addDimensions() throws IOException {
        for (ZarrArray variable : variables) {
            for (int i = 0; i < variable.shape().size(); i++) {
                String name = variable.dimensions().get(i);
                if (!dimensions.containsKey(name)) {
                    dimensions.put(name, dimension(name, variable.shape().get(i), coordinate(store, variable, i)));
                }
            }
        }
    }

    private Dimension dimension(String name, long length, @Nullable ZarrArray coordinate) throws IOException {
        Axis axis = Axis.of(name, coordinate);
        if (coordinate == null) {
            return new Dimension(name, axis, length, null, List.of(), List.of());
        }
        List<Double> ends = store.ends(coordinate);
        if (axis != Axis.X && axis != Axis.Y) {
            return new Dimension(name, axis, length, coordinate, ends, List.of());
        }
        double scale = scale(coordinate);
        return new Dimension(
                name, axis, length, coordinate, scaled(ends, scale), scaled(store.outerEdges(coordinate), scale));
    }

    /** What a coordinate is multiplied by, so that it is in the unit of the reference system. */
    private double scale(ZarrArray coordinate) {
        String unit = coordinate.text("units").orElse("");
        return places().stream()
                .map(place -> GridMapping.scale(place, unit))
                .filter(scale -> scale != 1)
                .findFirst()
                .orElse(1.0);
    }

    private static List<Double> scaled(List<Double> values, double scale) {
        return values.stream().map(value -> value * scale).toList();
    }

    private Optional<Dimension> dimension(Axis axis) {
        return dimensions.values().stream().filter(each -> each.axis() == axis).findFirst();
    }

    /** Returns what is said of the place: by variables, their grid mapping, their group and those above it. */
    private List<Map<String, Object>> places() {
        List<Map<String, Object>> places = new ArrayList<>();
        for (ZarrArray variable : variables) {
            places.add(variable.attributes());
            variable.text("grid_mapping")
                    .flatMap(name -> store.array(group + name))
                    .ifPresent(mapping -> places.add(mapping.attributes()));
        }
        for (String above = group; !above.isEmpty(); ) {
            places.add(store.attributes(above));
            above = above.substring(0, above.lastIndexOf('/', above.length() - 2) + 1);
        }
        places.add(store.attributes(""));
        return places;
    }

    /** GDAL writes the system in its forms, as WKT, PROJJSON and a URL, into one attribute. */
    private static List<Map<String, Object>> ofGdal(List<Map<String, Object>> places) {
        return places.stream()
                .map(place -> JsonValues.members(place.get("_CRS")))
                .toList();
    }

    private static Stream<String> said(List<Map<String, Object>> places, String... names) {
        return Stream.of(names)
                .flatMap(name -> places.stream()
                        .map(place -> place.get(name))
                        .filter(Objects::nonNull)
                        .map(value -> value instanceof Map ? JsonText.compact(value) : value.toString()));
    }

    /** Returns the system of the grid: by the conventions proj: and of CF, or that of degrees. */
    Optional<CrsDefinition> crs(List<Warning> warnings) {
        List<Map<String, Object>> places = places();
        Stream<String> texts = Stream.concat(
                said(places, "proj:code", "proj:wkt2", "proj:projjson", "crs_wkt", "spatial_ref"),
                Stream.concat(said(places, "proj:epsg").map(code -> "EPSG:" + code), said(ofGdal(places), "wkt")));
        return Stream.concat(texts, places.stream().flatMap(place -> GridMapping.proj(place, unit()).stream()))
                .filter(text -> !text.isBlank())
                .findFirst()
                .flatMap(text -> ReferenceSystems.read(text, warnings))
                .or(() -> isGeographic() ? Optional.of(CrsDefinition.epsg(4326)) : Optional.empty());
    }

    /** The unit of both axes of the grid, which CF wants to be the same. */
    private String unit() {
        return dimension(Axis.X)
                .map(Dimension::coordinate)
                .flatMap(coordinate -> coordinate.text("units"))
                .orElse("");
    }

    private boolean isGeographic() {
        return Stream.of(Axis.X, Axis.Y)
                .allMatch(axis -> dimension(axis)
                        .map(Dimension::coordinate)
                        .filter(axis::isGeographic)
                        .isPresent());
    }

    /** Returns the edges of the grid, least x and y first; none where they are not known. */
    List<Double> bounds() {
        List<Map<String, Object>> places = places();
        Dimension x = dimension(Axis.X).orElse(null);
        Dimension y = dimension(Axis.Y).orElse(null);
        if (x == null || y == null) {
            return List.of();
        }
        return places.stream()
                .flatMap(place -> Stream.of("spatial:bbox", "proj:bbox").map(name -> ZarrArray.numbers(place, name)))
                .filter(box -> box.size() == 4)
                .findFirst()
                .or(() -> places.stream()
                        .map(place -> fromTransform(place, x.length(), y.length()))
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> x.edges().isEmpty() || y.edges().isEmpty()
                        ? Optional.empty()
                        : Optional.of(List.of(
                                x.edges().get(0),
                                y.edges().get(0),
                                x.edges().get(1),
                                y.edges().get(1))))
                .orElse(List.of());
    }

    /** Takes a transform in the order of an affine matrix, or in that of GDAL; grids that are turned are left out. */
    private static Optional<List<Double>> fromTransform(Map<String, Object> place, long columns, long rows) {
        for (String name : List.of("spatial:transform", "proj:transform")) {
            List<Double> affine = ZarrArray.numbers(place, name);
            if (affine.size() >= GEO_TRANSFORM && affine.get(1) == 0 && affine.get(3) == 0) {
                return box(affine.get(2), affine.get(0) * columns, affine.get(5), affine.get(4) * rows);
            }
        }
        List<Double> gdal = ZarrArray.numbers(place, "GeoTransform");
        return gdal.size() == GEO_TRANSFORM && gdal.get(2) == 0 && gdal.get(4) == 0
                ? box(gdal.get(0), gdal.get(1) * columns, gdal.get(3), gdal.get(5) * rows)
                : Optional.empty();
    }

    private static Optional<List<Double>> box(double left, double width, double top, double height) {
        List<Double> x = Dimension.ordered(left, left + width);
        List<Double> y = Dimension.ordered(top, top + height);
        return Optional.of(List.of(x.get(0), y.get(0), x.get(1), y.get(1)));
    }

    /** Returns the first and the last time; none where there is no time axis. */
    List<Instant> times() {
        return dimension(Axis.T).map(Dimension::times).orElse(List.of());
    }

    /** Returns {@code cube:dimensions}; those of which the extension wants an extent that is not known are left out. */
    Map<String, Object> dimensionFields(@Nullable CrsDefinition crs) {
        Optional<Integer> epsg =
                Optional.ofNullable(crs).flatMap(CrsDefinition::code).flatMap(CrsTable::epsg);
        Map<String, Object> fields = new LinkedHashMap<>();
        List<Double> bounds = bounds();
        dimensions.values().forEach(dimension -> {
            Map<String, Object> members = dimension.fields(bounds, epsg);
            if (!members.isEmpty()) {
                fields.put(dimension.name(), members);
            }
        });
        return fields;
    }

    /** Returns {@code cube:variables}. */
    Map<String, Object> variableFields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (ZarrArray variable : variables) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("dimensions", variable.dimensions());
            members.put("variable_type", "data");
            variable.text("long_name").ifPresent(name -> members.put("description", name));
            variable.unit().ifPresent(unit -> members.put("unit", unit));
            members.put("data_type", variable.layout().type().name());
            fields.put(variable.name(), members);
        }
        return fields;
    }
}

package io.stacgenerator.internal.crs;

import io.stacgenerator.internal.crs.ProjectionParameter.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The map projection of GeoKeys: OGC 19-008r4 section 7.5.
 *
 * @param code its code in the EPSG register, 0 when it has none
 * @param name its name
 * @param method the method
 * @param values its parameters in degrees and in the unit of the map coordinates
 * @param unit the unit of the map coordinates
 */
record Conversion(
        int code, String name, ProjectionMethod method, Map<ProjectionParameter, Double> values, UnitOfMeasure unit) {

    private static final int UTM_NORTH = 16000;
    private static final int UTM_SOUTH = 16100;
    private static final int UTM_ZONES = 60;

    /** Reads the projection; empty where it is not known or a parameter is missing. */
    static Optional<Conversion> of(GeoKeys keys, String crsName) {
        return UnitOfMeasure.linear(keys)
                .flatMap(unit -> {
                    int code = keys.registered(GeoKeys.PROJECTION);
                    return utm(code, unit)
                            .or(() -> ProjectionMethod.of(keys, crsName)
                                    .map(method -> new Conversion(0, "unnamed", method, values(method, keys), unit)));
                })
                .filter(Conversion::valid);
    }

    /** Makes a projection of its parameters; empty where one is missing or cannot be. */
    static Optional<Conversion> of(
            ProjectionMethod method, Map<ProjectionParameter, Double> values, UnitOfMeasure unit) {
        return Optional.of(new Conversion(0, "unnamed", method, values, unit)).filter(Conversion::valid);
    }

    private static Map<ProjectionParameter, Double> values(ProjectionMethod method, GeoKeys keys) {
        Map<ProjectionParameter, Double> values = new EnumMap<>(ProjectionParameter.class);
        method.parameters().forEach(parameter -> values.put(parameter, parameter.read(keys)));
        return values;
    }

    private static Optional<Conversion> utm(int code, UnitOfMeasure unit) {
        boolean south = code > UTM_SOUTH;
        int zone = code - (south ? UTM_SOUTH : UTM_NORTH);
        if (zone < 1 || zone > UTM_ZONES) {
            return Optional.empty();
        }
        Map<ProjectionParameter, Double> values = new EnumMap<>(ProjectionParameter.class);
        values.put(ProjectionParameter.LATITUDE_OF_ORIGIN, 0.0);
        values.put(ProjectionParameter.LONGITUDE_OF_ORIGIN, zone * 6.0 - 183);
        values.put(ProjectionParameter.SCALE_AT_ORIGIN, 0.9996);
        values.put(ProjectionParameter.FALSE_EASTING, 500_000 / unit.size());
        values.put(ProjectionParameter.FALSE_NORTHING, (south ? 10_000_000 : 0) / unit.size());
        String name = "UTM zone " + zone + (south ? "S" : "N");
        return Optional.of(new Conversion(code, name, ProjectionMethod.TRANSVERSE_MERCATOR, values, unit));
    }

    private boolean valid() {
        return Double.isFinite(unit.size())
                && unit.size() > 0
                && values.entrySet().stream().allMatch(each -> each.getKey().allows(each.getValue()));
    }

    String proj() {
        String parameters = method.parameters().stream()
                .map(parameter -> parameter.proj(standard(parameter)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        String map = eastward()
                ? parameters.replace("+lonc=", "+proj=somerc +lon_0=").replaceFirst(" \\+alpha=90 \\+gamma=90", "")
                : method.proj() + " " + parameters;
        return map + (unit.standard() ? "" : " +to_meter=" + ProjNumber.text(unit.size()));
    }

    /** PROJ has a method of its own for a line that runs east through the center, as that of Switzerland. */
    private boolean eastward() {
        return method == ProjectionMethod.HOTINE_B
                && values.getOrDefault(ProjectionParameter.AZIMUTH, 0.0) == 90
                && values.getOrDefault(ProjectionParameter.RECTIFIED_ANGLE, 0.0) == 90;
    }

    private double standard(ProjectionParameter parameter) {
        double value = values.getOrDefault(parameter, 0.0);
        return parameter.kind() == Kind.LENGTH ? value * unit.size() : value;
    }

    Map<String, Object> projjson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("method", named(method.title(), method.code()));
        List<Object> parameters = new ArrayList<>();
        method.parameters().forEach(parameter -> parameters.add(projjson(parameter)));
        json.put("parameters", parameters);
        if (code != 0) {
            json.put("id", ProjJson.id(code));
        }
        return json;
    }

    private Map<String, Object> projjson(ProjectionParameter parameter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", parameter.title());
        json.put("value", values.getOrDefault(parameter, 0.0));
        json.put(
                "unit",
                switch (parameter.kind()) {
                    case LENGTH -> unit.projjson();
                    case SCALE -> "unity";
                    default -> "degree";
                });
        if (parameter.code() != 0) {
            json.put("id", ProjJson.id(parameter.code()));
        }
        return json;
    }

    private static Map<String, Object> named(String name, int code) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        if (code != 0) {
            json.put("id", ProjJson.id(code));
        }
        return json;
    }

    Map<String, Object> axes() {
        Map<String, Object> west = ProjJson.axis("Westing", "", "west", unit);
        Map<String, Object> south = ProjJson.axis("Southing", "", "south", unit);
        return switch (method) {
            case KROVAK -> ProjJson.axes("Cartesian", south, west);
            case TRANSVERSE_MERCATOR_SOUTH -> ProjJson.axes("Cartesian", west, south);
            default ->
                ProjJson.axes(
                        "Cartesian",
                        ProjJson.axis("Easting", "E", "east", unit),
                        ProjJson.axis("Northing", "N", "north", unit));
        };
    }
}

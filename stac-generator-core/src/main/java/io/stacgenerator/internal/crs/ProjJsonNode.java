package io.stacgenerator.internal.crs;

import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** PROJJSON 0.7 as the well-known text of the same system: its members are the keywords of WKT 2 by other names. */
final class ProjJsonNode {

    private static final Map<String, String> TYPES = Map.of(
            "GeographicCRS", "GEOGCRS",
            "GeodeticCRS", "GEODCRS",
            "ProjectedCRS", "PROJCRS",
            "BoundCRS", "BOUNDCRS",
            "CompoundCRS", "COMPOUNDCRS",
            "EngineeringCRS", "ENGCRS");

    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry("base_crs", "BASEGEOGCRS"),
            Map.entry("prime_meridian", "PRIMEM"),
            Map.entry("conversion", "CONVERSION"),
            Map.entry("transformation", "ABRIDGEDTRANSFORMATION"),
            Map.entry("method", "METHOD"),
            Map.entry("parameters", "PARAMETER"),
            Map.entry("axis", "AXIS"),
            Map.entry("meridian", "MERIDIAN"),
            Map.entry("id", "ID"));

    private static final Map<String, WktNode> UNITS = Map.of(
            "metre", unit("LENGTHUNIT", "metre", "1"),
            "degree", unit("ANGLEUNIT", "degree", String.valueOf(Math.toRadians(1))),
            "unity", unit("SCALEUNIT", "unity", "1"));

    private static final Map<String, String> UNIT_TYPES =
            Map.of("LinearUnit", "LENGTHUNIT", "AngularUnit", "ANGLEUNIT", "ScaleUnit", "SCALEUNIT");

    /** The members that are values, in the order of WKT 2. */
    private static final List<String> VALUES = List.of(
            "name", "authority", "code", "value", "semi_major_axis", "inverse_flattening", "longitude", "direction");

    private ProjJsonNode() {}

    static WktNode of(Map<String, Object> crs) {
        String type = String.valueOf(crs.get("type"));
        return node(TYPES.getOrDefault(type, type.toUpperCase(Locale.ROOT)), crs);
    }

    private static WktNode node(String keyword, Map<String, Object> json) {
        List<String> values = new ArrayList<>();
        List<WktNode> children = new ArrayList<>();
        VALUES.stream().filter(json::containsKey).forEach(name -> {
            Map<String, Object> measure = JsonValues.members(json.get(name));
            values.add(String.valueOf(measure.getOrDefault("value", json.get(name))));
            addUnit(children, measure.get("unit"));
        });
        addUnit(children, json.get("unit"));
        json.forEach((name, value) -> add(children, name, value));
        return new WktNode(keyword, List.copyOf(values), List.copyOf(children));
    }

    /** The prime meridian stands in the datum here, but next to it in well-known text. */
    private static void add(List<WktNode> children, String name, @Nullable Object value) {
        Map<String, Object> member = JsonValues.members(value);
        switch (name) {
            case "coordinate_system" -> add(children, "axis", member.get("axis"));
            case "components" -> JsonValues.objects(value).forEach(part -> children.add(of(part)));
            case "source_crs" -> children.add(new WktNode("SOURCECRS", List.of(), List.of(of(member))));
            case "datum", "datum_ensemble" -> {
                children.add(node("DATUM", member));
                add(children, "prime_meridian", member.get("prime_meridian"));
            }
            case "ellipsoid" -> children.add(node("ELLIPSOID", flattened(member)));
            default -> {
                if (MEMBERS.containsKey(name)) {
                    Stream.concat(JsonValues.object(value).stream(), JsonValues.objects(value).stream())
                            .forEach(each -> children.add(node(MEMBERS.get(name), each)));
                }
            }
        }
    }

    /** Returns an ellipsoid with its inverse flattening, which a sphere has a radius for, and others may have axes. */
    private static Map<String, Object> flattened(Map<String, Object> ellipsoid) {
        Map<String, Object> flattened = new HashMap<>(ellipsoid);
        if (ellipsoid.containsKey("radius")) {
            flattened.put("semi_major_axis", ellipsoid.get("radius"));
            flattened.put("inverse_flattening", 0);
        } else if (ellipsoid.get("semi_major_axis") instanceof Number a
                && ellipsoid.get("semi_minor_axis") instanceof Number b) {
            flattened.put("inverse_flattening", a.doubleValue() / (a.doubleValue() - b.doubleValue()));
        }
        return flattened;
    }

    /** Units are objects, but for three that have names alone. */
    private static void addUnit(List<WktNode> children, @Nullable Object unit) {
        Map<String, Object> json = JsonValues.members(unit);
        WktNode named = UNITS.get(String.valueOf(unit));
        String type = UNIT_TYPES.get(String.valueOf(json.get("type")));
        if (named != null) {
            children.add(named);
        } else if (type != null) {
            children.add(unit(type, String.valueOf(json.get("name")), String.valueOf(json.get("conversion_factor"))));
        }
    }

    private static WktNode unit(String keyword, String name, String factor) {
        return new WktNode(keyword, List.of(name, factor), List.of());
    }
}

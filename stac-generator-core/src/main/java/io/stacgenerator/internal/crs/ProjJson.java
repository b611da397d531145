package io.stacgenerator.internal.crs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts that the objects of PROJJSON 0.7 have in common. */
final class ProjJson {

    static final String SCHEMA = "https://proj.org/schemas/v0.7/projjson.schema.json";

    private static final List<String> SHIFT_PARAMETERS = List.of(
            "X-axis translation",
            "Y-axis translation",
            "Z-axis translation",
            "X-axis rotation",
            "Y-axis rotation",
            "Z-axis rotation",
            "Scale difference");
    private static final Map<String, Object> ARC_SECOND = unit("AngularUnit", "arc-second", Math.toRadians(1 / 3600.0));
    private static final Map<String, Object> PARTS_PER_MILLION = unit("ScaleUnit", "parts per million", 1e-6);
    private static final Map<String, Object> WGS_84 = new GeographicCrs(
                    4326,
                    "WGS 84",
                    "World Geodetic System 1984",
                    Ellipsoid.ofFlattening("WGS 84", 6_378_137, 298.257223563),
                    PrimeMeridian.GREENWICH,
                    UnitOfMeasure.DEGREE,
                    "")
            .projjson();

    private ProjJson() {}

    static Map<String, Object> id(int code) {
        Map<String, Object> id = new LinkedHashMap<>();
        id.put("authority", "EPSG");
        id.put("code", code);
        return id;
    }

    /** Binds a system to WGS 84 by a shift of datum, as {@code +towgs84} does. */
    static Map<String, Object> bound(Map<String, Object> source, double[] shift) {
        List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < shift.length; i++) {
            Map<String, Object> parameter = new LinkedHashMap<>();
            parameter.put("name", SHIFT_PARAMETERS.get(i));
            parameter.put("value", shift[i]);
            parameter.put("unit", i < 3 ? "metre" : i < 6 ? ARC_SECOND : PARTS_PER_MILLION);
            parameter.put("id", id(8605 + i));
            parameters.add(parameter);
        }
        Map<String, Object> method = new LinkedHashMap<>();
        method.put(
                "name",
                shift.length == 3
                        ? "Geocentric translations (geog2D domain)"
                        : "Position Vector transformation (geog2D domain)");
        method.put("id", id(shift.length == 3 ? 9603 : 9606));
        Map<String, Object> transformation = new LinkedHashMap<>();
        transformation.put("name", "Transformation to WGS 84");
        transformation.put("method", method);
        transformation.put("parameters", parameters);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "BoundCRS");
        json.put("source_crs", source);
        json.put("target_crs", WGS_84);
        json.put("transformation", transformation);
        return json;
    }

    private static Map<String, Object> unit(String type, String name, double factor) {
        Map<String, Object> unit = new LinkedHashMap<>();
        unit.put("type", type);
        unit.put("name", name);
        unit.put("conversion_factor", factor);
        return unit;
    }

    static Map<String, Object> axes(String subtype, Object first, Object second) {
        Map<String, Object> system = new LinkedHashMap<>();
        system.put("subtype", subtype);
        system.put("axis", List.of(first, second));
        return system;
    }

    static Map<String, Object> axis(String name, String abbreviation, String direction, UnitOfMeasure unit) {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("name", name);
        axis.put("abbreviation", abbreviation);
        axis.put("direction", direction);
        axis.put("unit", unit.projjson());
        return axis;
    }
}

package io.stacgenerator.internal.crs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts that the objects of PROJJSON 0.7 have in common. */
final class ProjJson {

    static final String SCHEMA = "https://proj.org/schemas/v0.7/projjson.schema.json";

    private ProjJson() {}

    static Map<String, Object> id(int code) {
        Map<String, Object> id = new LinkedHashMap<>();
        id.put("authority", "EPSG");
        id.put("code", code);
        return id;
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

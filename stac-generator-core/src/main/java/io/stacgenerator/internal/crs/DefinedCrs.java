package io.stacgenerator.internal.crs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A system that is put together from its parts.
 *
 * @param name its name
 * @param base the geographic system, itself or the one below the map projection
 * @param conversion the map projection, null for a geographic system
 */
record DefinedCrs(String name, GeographicCrs base, @Nullable Conversion conversion) {

    /** Returns the PROJ string; null where there is none that means the same. */
    @Nullable String proj() {
        if (conversion == null) {
            String unit = base.unit().standard()
                    ? ""
                    : " +to_degree=" + ProjNumber.text(base.unit().size());
            return proj("+proj=longlat", base, unit + " +no_defs");
        }
        boolean spherical = conversion.method().spherical();
        if (!base.unit().standard() || (spherical && !base.shift().isEmpty())) {
            return null;
        }
        GeographicCrs figured = spherical ? base.onSphere() : base;
        return proj(conversion.proj(), figured, " +no_defs");
    }

    private static @Nullable String proj(String projection, GeographicCrs base, String end) {
        String datum = base.proj();
        return datum == null ? null : projection + " " + datum + end;
    }

    /** Returns the definition in PROJJSON, of a system that is bound to WGS 84 by a shift together with it. */
    Map<String, Object> projjson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("$schema", ProjJson.SCHEMA);
        json.putAll(base.bound() ? ProjJson.bound(plain(), base.toWgs84()) : plain());
        return json;
    }

    private Map<String, Object> plain() {
        if (conversion == null) {
            Map<String, Object> json = base.projjson();
            json.put("name", name);
            return json;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "ProjectedCRS");
        json.put("name", name);
        json.put("base_crs", base.projjson());
        json.put("conversion", conversion.projjson());
        json.put("coordinate_system", conversion.axes());
        return json;
    }
}

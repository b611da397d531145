package io.stacgenerator.internal.crs;

import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A reference system without a code, put together from the GeoKeys of its parts: OGC 19-008r4 section 7.5. */
final class UserDefinedCrs {

    private static final Pattern OTHER_BODY = Pattern.compile(
            "(?i)(?<![a-z])(?:moon|lunar|mars|mercury|venus|phobos|deimos|io|europa|ganymede|callisto|titan)(?![a-z])");

    private UserDefinedCrs() {}

    static CrsDefinition projected(GeoKeys keys, String name) {
        Conversion conversion = Conversion.of(keys, name).orElse(null);
        GeographicCrs base = GeographicCrs.of(keys).orElse(null);
        if (conversion == null || base == null || !base.unit().standard()) {
            return named(keys, name);
        }
        GeographicCrs figured = conversion.method() == ProjectionMethod.WEB_MERCATOR ? base.onSphere() : base;
        return CrsDefinition.builder()
                .name(name)
                .projString(proj(conversion.proj(), figured, " +no_defs"))
                .projjson(projjson(name, base, conversion))
                .terrestrial(terrestrial(keys))
                .build();
    }

    static CrsDefinition geographic(GeoKeys keys, String name) {
        return GeographicCrs.of(keys)
                .map(crs -> CrsDefinition.builder()
                        .name(name)
                        .projString(proj("+proj=longlat", crs, degrees(crs)))
                        .projjson(projjson(crs))
                        .terrestrial(terrestrial(keys))
                        .build())
                .orElseGet(() -> named(keys, name));
    }

    private static CrsDefinition named(GeoKeys keys, String name) {
        return CrsDefinition.builder().name(name).terrestrial(terrestrial(keys)).build();
    }

    private static String degrees(GeographicCrs crs) {
        return (crs.unit().standard()
                        ? ""
                        : " +to_degree=" + ProjNumber.text(crs.unit().size())) + " +no_defs";
    }

    private static @Nullable String proj(String projection, GeographicCrs base, String end) {
        String datum = base.proj();
        return datum == null ? null : projection + " " + datum + end;
    }

    private static Map<String, Object> projjson(String name, GeographicCrs base, Conversion conversion) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("$schema", ProjJson.SCHEMA);
        json.put("type", "ProjectedCRS");
        json.put("name", name);
        json.put("base_crs", base.projjson());
        json.put("conversion", conversion.projjson());
        json.put("coordinate_system", conversion.axes());
        return json;
    }

    private static Map<String, Object> projjson(GeographicCrs crs) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("$schema", ProjJson.SCHEMA);
        json.putAll(crs.projjson());
        return json;
    }

    private static boolean terrestrial(GeoKeys keys) {
        return Ellipsoid.terrestrial(keys)
                && !OTHER_BODY
                        .matcher(Citation.of(keys, GeoKeys.GEODETIC_CITATION).text())
                        .find();
    }
}

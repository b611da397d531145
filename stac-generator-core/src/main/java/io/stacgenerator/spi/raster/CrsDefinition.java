package io.stacgenerator.spi.raster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A coordinate reference system as a file gives it: by a code, or by its definition.
 *
 * @param code authority and code, such as {@code EPSG:32632}, or null when the system is defined by the file itself
 * @param name the name in the file, or null
 * @param projString a PROJ string that defines the system, or null
 * @param projjson a PROJJSON 0.7 object that defines the system, or null
 * @param wkt2 a WKT2:2019 text that defines the system, or null
 * @param terrestrial false when coordinates are not on Earth or not tied to a body, so that no longitude and latitude
 *     of WGS 84 can be given
 * @since 0.1.0
 */
public record CrsDefinition(
        @Nullable String code,
        @Nullable String name,
        @Nullable String projString,
        @Nullable Map<String, Object> projjson,
        @Nullable String wkt2,
        boolean terrestrial) {

    /**
     * Creates a definition by an EPSG code.
     *
     * @param code the number
     * @return the definition
     */
    public static CrsDefinition epsg(int code) {
        return new CrsDefinition("EPSG:" + code, null, null, null, null, true);
    }
}

package io.stacgenerator.internal.gdal;

import io.stacgenerator.model.JsonText;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.regex.Pattern;
import org.gdal.osr.SpatialReference;
import org.jspecify.annotations.Nullable;

/** Makes reference systems of GDAL, with x before y, not in EPSG's order of axes. */
final class CrsImport {

    /** What GDAL does not take for a code, it takes for the name of a file or an address to read. */
    private static final String CODE = "[A-Za-z][A-Za-z0-9_]*:[0-9]+(?:\\+[0-9]+)?";

    /** Well-known text, PROJJSON and PROJ strings. */
    private static final Pattern DEFINITION = Pattern.compile("[A-Za-z_0-9]+\\s*[\\[(]|\\{|\\+?proj=|\\+init=");

    private static final Pattern MAPINFO = Pattern.compile("(?i)CoordSys\\s");

    private static final int EAST_BEFORE_NORTH = 0;

    private CrsImport() {}

    /** Makes a system from its code, else from one of its definitions; empty when GDAL knows none of them. */
    static Optional<SpatialReference> of(CrsDefinition crs) {
        return crs.code()
                .filter(code -> code.matches(CODE))
                .flatMap(code -> system(SpatialReference::SetFromUserInput, code))
                .or(() -> crs.wkt2().flatMap(wkt2 -> system(SpatialReference::ImportFromWkt, wkt2)))
                .or(() -> crs.projjson()
                        .flatMap(json -> system(SpatialReference::SetFromUserInput, JsonText.compact(json))))
                .or(() -> crs.projString().flatMap(proj -> system(SpatialReference::ImportFromProj4, proj)));
    }

    /** Makes a system from any text that defines one and is not the name of a file or an address. */
    static Optional<SpatialReference> of(String text) {
        String definition = text.strip();
        if (MAPINFO.matcher(definition).lookingAt()) {
            return system(SpatialReference::ImportFromMICoordSys, definition);
        }
        boolean known =
                definition.matches(CODE) || DEFINITION.matcher(definition).lookingAt();
        return known ? system(SpatialReference::SetFromUserInput, definition) : Optional.empty();
    }

    static SpatialReference wgs84() {
        return epsg(4326);
    }

    static SpatialReference epsg(int code) {
        SpatialReference system = new SpatialReference();
        system.ImportFromEPSG(code);
        system.SetAxisMappingStrategy(EAST_BEFORE_NORTH);
        return system;
    }

    /** These bindings throw what GDAL reports as an error. */
    private static Optional<SpatialReference> system(
            ToIntBiFunction<SpatialReference, String> reading, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        SpatialReference system = new SpatialReference();
        try {
            if (reading.applyAsInt(system, text) != 0) {
                return Optional.empty();
            }
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        system.SetAxisMappingStrategy(EAST_BEFORE_NORTH);
        return Optional.of(system);
    }
}

package io.stacgenerator.internal.gdal;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.zarr.GridMapping;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The grid mapping of a NetCDF (CF conventions 1.11, appendix F) where GDAL reads less than is there: of a projection
 * that it does not know it takes the ellipsoid alone, as if lengths were degrees, and no shift of a datum.
 */
final class CfGridMapping {

    private static final String NAME = "#grid_mapping_name";
    private static final String COLUMNS = "projection_x_coordinate";
    private static final String SHIFT = "towgs84";

    private CfGridMapping() {}

    /**
     * Completes a system.
     *
     * @param told what GDAL says, or null
     * @return null where lengths are projected in a way that nobody knows
     */
    static @Nullable CrsDefinition complete(
            @Nullable CrsDefinition told, Map<String, String> metadata, List<Warning> warnings) {
        List<String> names = keys(metadata, NAME);
        boolean lost = metadata.containsValue(COLUMNS) && isOfDegrees(told);
        if (names.size() != 1 || (!lost && !metadata.containsKey(names.get(0) + "#" + SHIFT))) {
            return told;
        }
        Map<String, Object> mapping = attributes(metadata, names.get(0) + "#");
        if (mapping.containsKey("crs_wkt") || mapping.containsKey("spatial_ref")) {
            return told;
        }
        CrsDefinition read = GridMapping.proj(mapping, units(metadata))
                .flatMap(proj -> ReferenceSystems.read(proj, warnings))
                .orElse(null);
        return read == null && !lost ? told : read;
    }

    private static boolean isOfDegrees(@Nullable CrsDefinition told) {
        return told != null
                && told.projString()
                        .filter(proj -> proj.startsWith("+proj=longlat"))
                        .isPresent();
    }

    /** Tells whether coordinates are in a system, and are not degrees. */
    static boolean isProjected(@Nullable CrsDefinition told) {
        return told != null && !isOfDegrees(told);
    }

    private static List<String> keys(Map<String, String> metadata, String ending) {
        return metadata.keySet().stream()
                .filter(key -> key.endsWith(ending))
                .map(key -> key.substring(0, key.length() - ending.length()))
                .toList();
    }

    /** GDAL puts several numbers in braces, with commas between them. */
    private static Map<String, Object> attributes(Map<String, String> metadata, String variable) {
        Map<String, Object> attributes = new HashMap<>();
        metadata.forEach((key, value) -> {
            if (key.startsWith(variable)) {
                attributes.put(
                        key.substring(variable.length()),
                        value.startsWith("{") ? value.replaceAll("[{},]", " ") : value);
            }
        });
        return attributes;
    }

    private static String units(Map<String, String> metadata) {
        return keys(metadata, TimeTags.STANDARD_NAME).stream()
                .filter(name -> COLUMNS.equals(metadata.get(name + TimeTags.STANDARD_NAME)))
                .map(name -> metadata.getOrDefault(name + TimeTags.UNITS, "m"))
                .findFirst()
                .orElse("m");
    }
}

package io.stacgenerator.internal.downgrade;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of bands, and what eo 1.1.0 and raster 1.1.0 call them. */
final class BandFields {

    private static final String RASTER = "raster:";
    private static final Set<String> EO =
            Set.of("eo:common_name", "eo:center_wavelength", "eo:full_width_half_max", "eo:solar_illumination");
    private static final Set<String> DATA_VALUES = Set.of("data_type", "nodata", "statistics", "unit");
    private static final Set<String> STATISTICS = Set.of("minimum", "maximum", "mean", "stddev", "valid_percent");
    private static final Map<Object, Object> COMMON_NAMES =
            Map.of("green05", "green", "rededge071", "rededge", "rededge075", "rededge", "rededge078", "rededge");

    private BandFields() {}

    /** Removes from an asset or the properties what bands inherit and STAC 1.0.0 has in bands only. */
    static Map<String, Object> takeFrom(Map<String, Object> holder) {
        Map<String, Object> taken = new LinkedHashMap<>(holder);
        taken.keySet().removeIf(name -> !EO.contains(name) && !isRaster(name));
        holder.keySet().removeAll(taken.keySet());
        return taken;
    }

    /** Returns the entry of {@code eo:bands}: all that does not describe the values of the band. */
    static Map<String, Object> eo(Map<String, Object> band, Map<String, Object> inherited) {
        Map<String, Object> entry = new LinkedHashMap<>();
        band.forEach((name, value) -> {
            if (!isInRasterBands(name)) {
                Json.put(entry, plain(name), value);
            }
        });
        inherited.forEach((name, value) -> {
            if (EO.contains(name)) {
                entry.putIfAbsent(plain(name), value);
            }
        });
        entry.computeIfPresent("common_name", (name, value) -> COMMON_NAMES.getOrDefault(value, value));
        return entry;
    }

    /** Returns the entry of {@code raster:bands}: all that describes the values of the band. */
    static Map<String, Object> raster(Map<String, Object> band, Map<String, Object> inherited) {
        Map<String, Object> all = new LinkedHashMap<>(inherited);
        all.putAll(band);
        Map<String, Object> entry = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (isInRasterBands(name)) {
                Json.put(entry, plain(name), value);
            }
        });
        entry.computeIfPresent("statistics", (name, value) -> knownStatistics(value));
        return entry;
    }

    private static @Nullable Object knownStatistics(Object statistics) {
        Map<String, Object> known = Json.copy(statistics);
        known.keySet().retainAll(STATISTICS);
        return known.isEmpty() ? null : known;
    }

    private static boolean isInRasterBands(String name) {
        return isRaster(name) || name.startsWith("classification:");
    }

    private static boolean isRaster(String name) {
        return DATA_VALUES.contains(name) || name.startsWith(RASTER);
    }

    private static String plain(String name) {
        return EO.contains(name) || name.startsWith(RASTER) ? name.substring(name.indexOf(':') + 1) : name;
    }
}

package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.datetime.CoverageTags;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a file of NetCDF or HDF says of itself as a whole (Attribute Convention for Data Discovery 1.3). */
final class Acdd {

    /** The limits of the extent, in degrees, under names of our own. */
    private static final Map<String, String> EXTENT = Map.of(
            "EXTENT:WEST", "geospatial_lon_min",
            "EXTENT:SOUTH", "geospatial_lat_min",
            "EXTENT:EAST", "geospatial_lon_max",
            "EXTENT:NORTH", "geospatial_lat_max");

    private Acdd() {}

    /** Adds the extent to the metadata of a file that has all its limits. */
    static void addExtent(Map<String, String> metadata) {
        Map<String, String> extent = new LinkedHashMap<>();
        EXTENT.forEach((key, name) -> CoverageTags.text(metadata, name).ifPresent(text -> extent.put(key, text)));
        if (extent.size() == EXTENT.size()) {
            metadata.putAll(extent);
        }
    }
}

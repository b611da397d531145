package io.stacgenerator.internal.gdal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file of NetCDF or HDF says of itself as a whole (Attribute Convention for Data Discovery 1.3). */
final class Acdd {

    /** The limits of the extent, in degrees, under names of our own. */
    private static final Map<String, String> EXTENT = Map.of(
            "EXTENT:WEST", "geospatial_lon_min",
            "EXTENT:SOUTH", "geospatial_lat_min",
            "EXTENT:EAST", "geospatial_lon_max",
            "EXTENT:NORTH", "geospatial_lat_max");

    private Acdd() {}

    /** Returns an attribute of the file; the driver of HDF5 gives it no prefix. */
    private static Optional<String> text(Map<String, String> metadata, String name) {
        return Stream.of("NC_GLOBAL#" + name, name)
                .flatMap(key -> Optional.ofNullable(metadata.get(key)).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Adds the extent to the metadata of a file that has all its limits. */
    static void addExtent(Map<String, String> metadata) {
        Map<String, String> extent = new LinkedHashMap<>();
        EXTENT.forEach((key, name) -> text(metadata, name).ifPresent(text -> extent.put(key, text)));
        if (extent.size() == EXTENT.size()) {
            metadata.putAll(extent);
        }
    }
}

package io.stacgenerator.internal.gdal;

import io.stacgenerator.Warning;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Longitudes and latitudes as the axes of a raster without a grid mapping, which locate it all the same (CF conventions
 * 1.11, sections 4.1, 4.2 and 5.6).
 */
final class CfAxes {

    private static final Pattern LATITUDE = Pattern.compile("degrees?_?(north|N)");
    private static final Pattern LONGITUDE = Pattern.compile("degrees?_?(east|E)");

    /** Half a cell beyond the pole, where the outermost positions are the poles themselves, is cut off by nobody. */
    private static final double LARGEST_LATITUDE = 90 + 45;

    private static final double LARGEST_LONGITUDE = 720;

    private CfAxes() {}

    /** Returns the system of a raster whose axes are longitudes and latitudes, or null. */
    static @Nullable CrsDefinition system(
            Map<String, String> metadata, @Nullable GeoTransform transform, RasterSize size, List<Warning> warnings) {
        boolean named = axis(metadata, LATITUDE, "latitude") && axis(metadata, LONGITUDE, "longitude");
        boolean otherAxes = metadata.containsValue("projection_x_coordinate")
                || metadata.containsValue("grid_longitude")
                || metadata.keySet().stream().anyMatch(name -> name.startsWith("GEOLOCATION:"));
        if (!named || otherAxes || transform == null || !inDegrees(transform, size)) {
            return null;
        }
        warnings.add(new Warning(
                "crs-assumed",
                "the axes are longitudes and latitudes of a datum that is not given: taken as those of WGS 84",
                "/properties/proj:code"));
        return CrsDefinition.epsg(4326);
    }

    private static boolean axis(Map<String, String> metadata, Pattern units, String standardName) {
        return metadata.entrySet().stream()
                .anyMatch(entry -> (entry.getKey().endsWith("#units")
                                && units.matcher(entry.getValue()).matches())
                        || (entry.getKey().endsWith("#standard_name")
                                && entry.getValue().equals(standardName)));
    }

    private static boolean inDegrees(GeoTransform transform, RasterSize size) {
        double farX = transform.x(size.width(), size.height());
        double farY = transform.y(size.width(), size.height());
        return Math.max(Math.abs(transform.x(0, 0)), Math.abs(farX)) <= LARGEST_LONGITUDE
                && Math.max(Math.abs(transform.y(0, 0)), Math.abs(farY)) <= LARGEST_LATITUDE;
    }
}

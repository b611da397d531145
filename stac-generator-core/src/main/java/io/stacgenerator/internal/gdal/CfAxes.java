package io.stacgenerator.internal.gdal;

import io.stacgenerator.Warning;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gdal.gdal.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * Longitudes and latitudes as the axes of a raster without a grid mapping, which locate it anyway (CF conventions 1.11,
 * sections 4.1, 4.2 and 5.6).
 */
final class CfAxes {

    private static final Pattern LATITUDE = Pattern.compile("(?i)deg(rees?)?_?n(orth)?");
    private static final Pattern LONGITUDE = Pattern.compile("(?i)deg(rees?)?_?e(ast)?");

    /** Names of variables that say what they are without attributes, as xarray writes them. */
    private static final Pattern CALLED_LATITUDE = Pattern.compile("(?i)lat(itude)?");

    private static final Pattern CALLED_LONGITUDE = Pattern.compile("(?i)lon(gitude)?");
    private static final Pattern DEGREES = Pattern.compile("(?i)deg(rees?)?");

    private static final Pattern CALLED_X = Pattern.compile("(?i)x|easting");
    private static final Pattern CALLED_Y = Pattern.compile("(?i)y|northing");
    private static final Pattern METERS = Pattern.compile("(?i)m|met(er|re)s?");

    /** Half a cell beyond the pole, where the outermost positions are the poles themselves, is cut off by nobody. */
    private static final double LARGEST_LATITUDE = 90 + 45;

    private static final double LARGEST_LONGITUDE = 720;

    /** Control points all around the Earth would meet at their ends. */
    private static final double MOST_BY_POINTS = 350;

    /** As many control points along each axis. */
    private static final int POINTS = 15;

    private CfAxes() {}

    /**
     * Locates a raster by coordinates that GDAL does not: by those of each pixel, and by axes of cells that are unlike
     * or have bounds. Others stay where they are.
     *
     * @param place where GDAL locates it
     * @param file the file, one of several variables or the raster itself
     */
    static Georeference locate(
            Georeference place, Dataset file, Map<String, String> metadata, RasterSize size, List<Warning> warnings) {
        if (!place.points().isEmpty()) {
            return place;
        }
        String path = file.GetDescription();
        if (place.transform() == null && metadata.containsKey("GEOLOCATION:X_DATASET")) {
            Georeference read = Geolocation.read(metadata, path);
            return read.points().isEmpty() ? place : read;
        }
        return isNetcdf(file) ? byAxes(place, new CfCoordinates(path), metadata, size, warnings) : place;
    }

    private static boolean isNetcdf(Dataset file) {
        return file.GetDriver().getShortName().equals("netCDF");
    }

    private static Georeference byAxes(
            Georeference place,
            CfCoordinates coordinates,
            Map<String, String> metadata,
            RasterSize size,
            List<Warning> warnings) {
        List<String> longitudes = names(metadata, LONGITUDE, "longitude");
        List<String> latitudes = names(metadata, LATITUDE, "latitude");
        if (place.transform() != null
                && swapped(place.transform(), longitudes, latitudes, coordinates, metadata, size)) {
            warnings.add(new Warning(
                    "axes-swapped",
                    "the columns of the raster are along its latitudes, and its rows along its longitudes",
                    "/properties/proj:transform"));
            GeoTransform told = place.transform();
            return place.at(new GeoTransform(told.d(), told.e(), told.f(), told.a(), told.b(), told.c()));
        }
        boolean bounds = Stream.concat(longitudes.stream(), latitudes.stream())
                .anyMatch(name -> metadata.containsKey(name + "#bounds"));
        if (place.transform() != null && !bounds) {
            return place;
        }
        CfAxis x = axis(longitudes, coordinates, metadata, size.width());
        CfAxis y = axis(latitudes, coordinates, metadata, size.height());
        if (x == null || y == null) {
            return place.transform() == null && CfGridMapping.isProjected(place.crs())
                    ? byLengths(place, coordinates, metadata, size)
                    : place;
        }
        boolean regular = x.regular() && y.regular();
        if (place.transform() != null) {
            return regular ? place.at(transform(place.transform(), x, y)) : place;
        }
        boolean around = Math.abs(x.last() - x.first()) > MOST_BY_POINTS;
        if (!regular && around) {
            warnings.add(new Warning(
                    "axes-irregular",
                    "the cells along the axes are of different sizes; the transform is that of their mean",
                    "/properties/proj:transform"));
        }
        CfAxis rows = regular ? y.descending() : y.descending().onEarth();
        return regular || around
                ? place.at(new GeoTransform(x.step(), 0, x.first(), 0, rows.step(), rows.first()))
                : new Georeference(null, points(x, rows), assumed(warnings));
    }

    /** Places a raster in a projected system along variables that are called x and y, of which GDAL turns the rows. */
    private static Georeference byLengths(
            Georeference place, CfCoordinates coordinates, Map<String, String> metadata, RasterSize size) {
        List<String> names = coordinates.names();
        CfAxis x = axis(called(names, CALLED_X, metadata, METERS), coordinates, metadata, size.width());
        CfAxis y = axis(called(names, CALLED_Y, metadata, METERS), coordinates, metadata, size.height());
        if (x == null || y == null || !x.regular() || !y.regular()) {
            return place;
        }
        return place.at(new GeoTransform(x.step(), 0, x.first(), 0, -y.step(), y.last()));
    }

    /** GDAL takes columns for longitudes, whatever the order of dimensions. */
    private static boolean swapped(
            GeoTransform told,
            List<String> longitudes,
            List<String> latitudes,
            CfCoordinates coordinates,
            Map<String, String> metadata,
            RasterSize size) {
        double left = told.x(0, 0);
        double right = told.x(size.width(), 0);
        CfAxis columns = axis(latitudes, coordinates, metadata, size.width());
        CfAxis rows = axis(longitudes, coordinates, metadata, size.height());
        if (columns == null || rows == null || !columns.spans(left, right)) {
            return false;
        }
        CfAxis x = axis(longitudes, coordinates, metadata, size.width());
        return rows.spans(told.y(0, 0), told.y(0, size.height())) && (x == null || !x.spans(left, right));
    }

    private static @Nullable CfAxis axis(
            List<String> names, CfCoordinates coordinates, Map<String, String> metadata, int size) {
        return names.stream()
                .flatMap(name -> CfAxis.read(coordinates, name, metadata, size).stream())
                .findFirst()
                .orElse(null);
    }

    /** GDAL turns rows so that the north is up, and not columns. */
    private static GeoTransform transform(GeoTransform told, CfAxis x, CfAxis y) {
        CfAxis rows = told.e() < 0 ? y.descending() : y;
        return new GeoTransform(x.step(), 0, x.first(), 0, rows.step(), rows.first());
    }

    private static List<GroundControlPoint> points(CfAxis x, CfAxis y) {
        List<GroundControlPoint> points = new ArrayList<>();
        for (int row : y.some(POINTS)) {
            for (int column : x.some(POINTS)) {
                points.add(new GroundControlPoint(column, row, x.edge(column), y.edge(row), 0));
            }
        }
        return points;
    }

    /** Returns the system of a raster whose axes are longitudes and latitudes, or null. */
    static @Nullable CrsDefinition system(
            Dataset file,
            Map<String, String> metadata,
            @Nullable GeoTransform transform,
            RasterSize size,
            List<Warning> warnings) {
        boolean otherAxes = metadata.containsValue("projection_x_coordinate")
                || metadata.containsValue("grid_longitude")
                || metadata.keySet().stream().anyMatch(name -> name.startsWith("GEOLOCATION:"));
        if (otherAxes || transform == null || !inDegrees(transform, size)) {
            return null;
        }
        boolean said = !names(metadata, LATITUDE, "latitude").isEmpty()
                && !names(metadata, LONGITUDE, "longitude").isEmpty();
        return said || (isNetcdf(file) && called(new CfCoordinates(file.GetDescription()), metadata, transform, size))
                ? assumed(warnings)
                : null;
    }

    /** Tells whether the columns and rows are along variables that are called longitude and latitude. */
    private static boolean called(
            CfCoordinates coordinates, Map<String, String> metadata, GeoTransform transform, RasterSize size) {
        List<String> names = coordinates.names();
        CfAxis x = axis(called(names, CALLED_LONGITUDE, metadata, DEGREES), coordinates, metadata, size.width());
        CfAxis y = axis(called(names, CALLED_LATITUDE, metadata, DEGREES), coordinates, metadata, size.height());
        return x != null
                && y != null
                && x.spans(transform.x(0, 0), transform.x(size.width(), 0))
                && y.spans(transform.y(0, 0), transform.y(0, size.height()));
    }

    /** Returns the variables with such a name that have such a unit, or none. */
    private static List<String> called(
            List<String> names, Pattern called, Map<String, String> metadata, Pattern units) {
        return names.stream()
                .filter(name -> called.matcher(name).matches())
                .filter(name -> {
                    String unit = metadata.get(name + TimeTags.UNITS);
                    return unit == null || units.matcher(unit).matches();
                })
                .toList();
    }

    private static CrsDefinition assumed(List<Warning> warnings) {
        warnings.add(new Warning(
                "crs-assumed",
                "the axes are longitudes and latitudes of a datum that is not given: taken as those of WGS 84",
                "/properties/proj:code"));
        return CrsDefinition.epsg(4326);
    }

    private static List<String> names(Map<String, String> metadata, Pattern units, String standardName) {
        return metadata.entrySet().stream()
                .filter(entry -> (entry.getKey().endsWith("#units")
                                && units.matcher(entry.getValue()).matches())
                        || (entry.getKey().endsWith("#standard_name")
                                && entry.getValue().equals(standardName))
                        || (entry.getKey().endsWith("#long_name")
                                && entry.getValue().equalsIgnoreCase(standardName)))
                .map(entry -> entry.getKey().substring(0, entry.getKey().lastIndexOf('#')))
                .distinct()
                .toList();
    }

    private static boolean inDegrees(GeoTransform transform, RasterSize size) {
        double farX = transform.x(size.width(), size.height());
        double farY = transform.y(size.width(), size.height());
        return Math.max(Math.abs(transform.x(0, 0)), Math.abs(farX)) <= LARGEST_LONGITUDE
                && Math.max(Math.abs(transform.y(0, 0)), Math.abs(farY)) <= LARGEST_LATITUDE;
    }
}

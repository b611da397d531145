package io.stacgenerator.internal.gdal;

import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GroundControlPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * Longitudes and latitudes of each pixel, which are datasets of the same file (GDAL's metadata domain GEOLOCATION, CF
 * conventions 1.11, section 5.2), as control points on an even grid up to the outer edges.
 */
final class Geolocation {

    /** As many points along each side make a surface that bends; see the limit of points that are bent through. */
    private static final int SIDE = 15;

    private static final double LARGEST_LONGITUDE = 720;

    private final Dataset x;
    private final Dataset y;
    private final Map<String, String> metadata;

    private Geolocation(Dataset x, Dataset y, Map<String, String> metadata) {
        this.x = x;
        this.y = y;
        this.metadata = metadata;
    }

    /** Reads the place of a dataset; one without points where the domain names no arrays of this file. */
    static Georeference read(Map<String, String> metadata, String path) {
        List<GroundControlPoint> points = new ArrayList<>();
        Dataset x = open(metadata.get("GEOLOCATION:X_DATASET"), path);
        Dataset y = x == null ? null : open(metadata.get("GEOLOCATION:Y_DATASET"), path);
        if (x != null && y != null) {
            points = new Geolocation(x, y, metadata).points();
        }
        delete(x);
        delete(y);
        CrsDefinition crs = points.isEmpty()
                ? null
                : CrsImport.of(metadata.getOrDefault("GEOLOCATION:SRS", ""))
                        .map(GdalCrs::describe)
                        .orElseGet(() -> CrsDefinition.epsg(4326));
        return new Georeference(null, points, crs);
    }

    /** What a file names is only opened where it is in the same file. */
    private static @Nullable Dataset open(@Nullable String name, String path) {
        return name != null && name.matches("[A-Za-z0-9_]+:\".*") && name.contains(":\"" + path + "\":")
                ? GdalDrivers.open(name)
                : null;
    }

    private static void delete(@Nullable Dataset dataset) {
        if (dataset != null) {
            dataset.delete();
        }
    }

    private List<GroundControlPoint> points() {
        int columns = x.GetRasterXSize();
        int rows = x.GetRasterYSize();
        boolean fit = columns > 1
                && rows > 1
                && y.GetRasterXSize() == columns
                && y.GetRasterYSize() == rows
                && x.GetRasterCount() == 1
                && y.GetRasterCount() == 1;
        List<GroundControlPoint> points = new ArrayList<>();
        for (double row : fit ? positions(rows) : new double[0]) {
            int top = cell(row, rows);
            double[] longitudes = CfCoordinates.read(x, top, columns, 2);
            double[] latitudes = CfCoordinates.read(y, top, columns, 2);
            if (longitudes.length > 0 && latitudes.length > 0) {
                addRow(row, row - top, longitudes, latitudes, columns, points);
            }
        }
        return points;
    }

    private void addRow(
            double row,
            double down,
            double[] longitudes,
            double[] latitudes,
            int columns,
            List<GroundControlPoint> points) {
        for (double column : positions(columns)) {
            int left = cell(column, columns);
            int[] corners = {left, left + 1, columns + left, columns + left + 1};
            if (valid(longitudes, latitudes, corners)) {
                double[] near = turned(longitudes, corners);
                double longitude = between(near, column - left, down);
                double latitude = between(
                        IntStream.of(corners).mapToDouble(i -> latitudes[i]).toArray(), column - left, down);
                points.add(new GroundControlPoint(
                        position("PIXEL", column),
                        position("LINE", row),
                        longitude,
                        Math.max(-90, Math.min(90, latitude)),
                        0));
            }
        }
    }

    /** Returns positions in cells from edge to edge, the center of the first cell being 0. */
    private static double[] positions(int size) {
        return IntStream.range(0, SIDE)
                .mapToDouble(i -> -0.5 + (double) i * size / (SIDE - 1))
                .toArray();
    }

    private static int cell(double position, int size) {
        return Math.max(0, Math.min(size - 2, (int) Math.floor(position)));
    }

    private boolean valid(double[] longitudes, double[] latitudes, int[] corners) {
        Double[] fill = {nodata(x), nodata(y)};
        return IntStream.of(corners)
                .allMatch(i -> Math.abs(longitudes[i]) <= LARGEST_LONGITUDE
                        && Math.abs(latitudes[i]) <= 90
                        && (fill[0] == null || longitudes[i] != fill[0])
                        && (fill[1] == null || latitudes[i] != fill[1]));
    }

    private static @Nullable Double nodata(Dataset dataset) {
        Band band = dataset.GetRasterBand(1);
        Double[] value = new Double[1];
        band.GetNoDataValue(value);
        return value[0];
    }

    /** Moves longitudes by whole turns next to the first of them. */
    private static double[] turned(double[] longitudes, int[] corners) {
        double first = longitudes[corners[0]];
        return IntStream.of(corners)
                .mapToDouble(i -> first + Math.IEEEremainder(longitudes[i] - first, 360))
                .toArray();
    }

    private static double between(double[] corners, double across, double down) {
        double above = corners[0] + across * (corners[1] - corners[0]);
        double below = corners[2] + across * (corners[3] - corners[2]);
        return above + down * (below - above);
    }

    private double position(String axis, double cell) {
        return number(axis + "_OFFSET", 0) + (cell + 0.5) * number(axis + "_STEP", 1);
    }

    private double number(String name, double absent) {
        try {
            return Double.parseDouble(metadata.getOrDefault("GEOLOCATION:" + name, String.valueOf(absent)));
        } catch (NumberFormatException e) {
            return absent;
        }
    }
}

package io.stacgenerator.internal.geo;

import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The affine transform of a grid of ground control points, by least squares.
 *
 * @since 0.1.0
 */
public final class AffineFit {

    /** What the rounding of coordinates in a file makes of points that an affine transform was taken from. */
    private static final double EXACT_PIXELS = 0.1;

    private final List<GroundControlPoint> points;
    private final double column;
    private final double row;
    private double columns2;
    private double columnsRows;
    private double rows2;

    private AffineFit(List<GroundControlPoint> points) {
        this.points = points;
        this.column = mean(GroundControlPoint::column);
        this.row = mean(GroundControlPoint::row);
        for (GroundControlPoint point : points) {
            double dc = point.column() - column;
            double dr = point.row() - row;
            columns2 += dc * dc;
            columnsRows += dc * dr;
            rows2 += dr * dr;
        }
    }

    /**
     * Finds the transform that meets all points within a tenth of a pixel.
     *
     * @param points the points; longitudes on both sides of the antimeridian are taken to go on beyond 180 degrees
     * @return the transform; empty where there is none
     */
    public static Optional<GeoTransform> of(List<GroundControlPoint> points) {
        List<GroundControlPoint> unwrapped = unwrapped(points);
        GeoTransform fit = new AffineFit(unwrapped).solve();
        return fit.invertible() && error(fit, unwrapped) <= EXACT_PIXELS ? Optional.of(fit) : Optional.empty();
    }

    /** Degrees that are all on Earth and leave out more than half of it lie on both sides of the antimeridian. */
    private static List<GroundControlPoint> unwrapped(List<GroundControlPoint> points) {
        double[] sorted =
                points.stream().mapToDouble(GroundControlPoint::x).sorted().toArray();
        boolean degrees = points.stream().allMatch(point -> Math.abs(point.x()) <= 180 && Math.abs(point.y()) <= 90);
        if (!degrees || sorted.length == 0) {
            return points;
        }
        double[] arc = Longitudes.arc(sorted);
        return arc[1] <= 180 || arc[1] - arc[0] > 180
                ? points
                : points.stream().map(point -> from(arc[0], point)).toList();
    }

    private static GroundControlPoint from(double west, GroundControlPoint point) {
        return point.x() >= west
                ? point
                : new GroundControlPoint(point.column(), point.row(), point.x() + 360, point.y(), point.z());
    }

    private GeoTransform solve() {
        double[] x = gradient(GroundControlPoint::x);
        double[] y = gradient(GroundControlPoint::y);
        return new GeoTransform(x[0], x[1], x[2], y[0], y[1], y[2]);
    }

    /** Solves the normal equations about the mean position: per column, per row, at the origin. */
    private double[] gradient(ToDoubleFunction<GroundControlPoint> coordinate) {
        double mean = mean(coordinate);
        double byColumn = 0;
        double byRow = 0;
        for (GroundControlPoint point : points) {
            double difference = coordinate.applyAsDouble(point) - mean;
            byColumn += difference * (point.column() - column);
            byRow += difference * (point.row() - row);
        }
        double determinant = columns2 * rows2 - columnsRows * columnsRows;
        double perColumn = (byColumn * rows2 - byRow * columnsRows) / determinant;
        double perRow = (byRow * columns2 - byColumn * columnsRows) / determinant;
        return new double[] {perColumn, perRow, mean - perColumn * column - perRow * row};
    }

    private double mean(ToDoubleFunction<GroundControlPoint> value) {
        return points.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    /** The largest distance between a point and the position that the transform gives it, in pixels. */
    private static double error(GeoTransform fit, List<GroundControlPoint> points) {
        double determinant = fit.a() * fit.e() - fit.b() * fit.d();
        double largest = 0;
        for (GroundControlPoint point : points) {
            double dx = point.x() - fit.x(point.column(), point.row());
            double dy = point.y() - fit.y(point.column(), point.row());
            double columns = (fit.e() * dx - fit.b() * dy) / determinant;
            double rows = (fit.a() * dy - fit.d() * dx) / determinant;
            largest = Math.max(largest, Math.hypot(columns, rows));
        }
        return largest;
    }
}

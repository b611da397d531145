package io.stacgenerator.internal.geotiff;

import io.stacgenerator.Warning;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The affine transform that meets ground control points best, by least squares.
 *
 * <p>It is given where it meets each point within a hundredth of the image's longer side; where it misses one by more
 * than a quarter of a pixel, which is what GDAL takes for exact, a warning tells by how much.
 */
final class AffineFit {

    private static final double EXACT_PIXELS = 0.25;
    private static final double SOUND_SHARE = 0.01;

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

    static Optional<GeoTransform> of(List<GroundControlPoint> points, RasterSize size, List<Warning> warnings) {
        GeoTransform fit = new AffineFit(points).solve();
        double error = fit.invertible() ? error(fit, points) : Double.NaN;
        boolean sound = error <= SOUND_SHARE * Math.max(size.width(), size.height()) || error <= EXACT_PIXELS;
        if (!sound || error > EXACT_PIXELS) {
            warnings.add(warning(points.size(), error, sound));
        }
        return sound ? Optional.of(fit) : Optional.empty();
    }

    private static Warning warning(int points, double error, boolean sound) {
        return sound
                ? new Warning(
                        "gcps-approximated",
                        "the affine transform of %d ground control points misses one by %.2f pixels"
                                .formatted(points, error))
                : new Warning(
                        "gcps-not-affine",
                        "no affine transform meets the %d ground control points, none is given".formatted(points));
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

package io.stacgenerator.internal.geo;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;

/**
 * The smoothest surface through values at positions: a plane and a bend of r² log r² for each position (Duchon 1977).
 */
final class ThinPlateSpline {

    private static final int PLANE = 3;

    /** Pivots below this part of the largest number belong to positions on one line, through which no surface is. */
    private static final double SINGULAR = 1e-12;

    private final Coordinate[] positions;
    private final Envelope extent;
    private final double[][] weights;

    private ThinPlateSpline(Coordinate[] positions, Envelope extent, double[][] weights) {
        this.positions = positions;
        this.extent = extent;
        this.weights = weights;
    }

    /**
     * Fits two surfaces.
     *
     * @param at distinct positions
     * @param values the values at each, as x and y
     * @return the surfaces, or null when the positions are on one line
     */
    static @Nullable ThinPlateSpline fit(List<Coordinate> at, List<Coordinate> values) {
        Envelope extent = CoordinateArrays.envelope(at.toArray(Coordinate[]::new));
        Coordinate[] positions = at.stream().map(each -> unit(each, extent)).toArray(Coordinate[]::new);
        int n = positions.length;
        double[][] rows = new double[n + PLANE][n + PLANE + 2];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = bend(positions[i], positions[j]);
            }
            double[] plane = {1, positions[i].x, positions[i].y};
            for (int k = 0; k < PLANE; k++) {
                rows[i][n + k] = plane[k];
                rows[n + k][i] = plane[k];
            }
            rows[i][n + PLANE] = values.get(i).x;
            rows[i][n + PLANE + 1] = values.get(i).y;
        }
        return solve(rows) ? new ThinPlateSpline(positions, extent, rows) : null;
    }

    /** Numbers from 0 to 1 keep the equations well-conditioned. */
    private static Coordinate unit(Coordinate position, Envelope extent) {
        double scale = Math.max(extent.getWidth(), extent.getHeight());
        return new Coordinate((position.x - extent.getMinX()) / scale, (position.y - extent.getMinY()) / scale);
    }

    private static double bend(Coordinate a, Coordinate b) {
        double dx = a.x - b.x;
        double dy = a.y - b.y;
        double squared = dx * dx + dy * dy;
        return squared == 0 ? 0 : squared * Math.log(squared);
    }

    /** Gauss and Jordan, the largest number of each column first; the results take the place of the last columns. */
    private static boolean solve(double[][] rows) {
        int n = rows.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int i = column + 1; i < n; i++) {
                pivot = Math.abs(rows[i][column]) > Math.abs(rows[pivot][column]) ? i : pivot;
            }
            double[] row = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = row;
            if (!(Math.abs(row[column]) > SINGULAR)) {
                return false;
            }
            for (int i = 0; i < n; i++) {
                double factor = i == column ? 0 : rows[i][column] / row[column];
                for (int j = column; factor != 0 && j < row.length; j++) {
                    rows[i][j] -= factor * row[j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            double pivot = rows[i][i];
            rows[i] = Arrays.copyOfRange(rows[i], n, n + 2);
            rows[i][0] /= pivot;
            rows[i][1] /= pivot;
        }
        return true;
    }

    /** Returns the values at a position. */
    Coordinate at(Coordinate position) {
        Coordinate p = unit(position, extent);
        int n = positions.length;
        double[] sum = new double[2];
        for (int k = 0; k < 2; k++) {
            sum[k] = weights[n][k] + weights[n + 1][k] * p.x + weights[n + 2][k] * p.y;
            for (int i = 0; i < n; i++) {
                sum[k] += weights[i][k] * bend(p, positions[i]);
            }
        }
        return new Coordinate(sum[0], sum[1]);
    }
}

package io.stacgenerator.internal.gdal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The edges of the cells along an axis: by their bounds (CF conventions 1.11, section 7.1), else between positions. */
final class CfAxis {

    /** Axes of floats are regular but for their rounding. */
    private static final double ROUNDING = 1e-3;

    private final double[] edges;

    private CfAxis(double[] edges) {
        this.edges = edges;
    }

    /** Reads an axis; empty where it has not as many positions, or one alone without bounds. */
    static Optional<CfAxis> read(CfCoordinates coordinates, String name, Map<String, String> metadata, int size) {
        double[] positions = coordinates.values(name, size, 1);
        String bounds = metadata.get(name + "#bounds");
        double[] cells = bounds == null || positions.length == 0 ? new double[0] : coordinates.values(bounds, 2, size);
        boolean ascending = positions.length < 2 || positions[1] > positions[0];
        double[] edges = cells.length > 0 ? ofCells(cells, ascending) : between(positions);
        boolean sound = edges.length == size + 1 && monotonic(edges);
        return sound ? Optional.of(new CfAxis(edges)) : Optional.empty();
    }

    private static double[] ofCells(double[] cells, boolean ascending) {
        int count = cells.length / 2;
        double[] edges = new double[count + 1];
        // GDAL turns rows where it knows no latitude
        boolean turned = (cells[0] < cells[cells.length - 2]) != ascending;
        for (int i = 0; i < count; i++) {
            int cell = 2 * (turned ? count - 1 - i : i);
            double low = Math.min(cells[cell], cells[cell + 1]);
            double high = Math.max(cells[cell], cells[cell + 1]);
            edges[i] = ascending ? low : high;
            edges[i + 1] = ascending ? high : low;
        }
        return edges;
    }

    private static double[] between(double[] positions) {
        int count = positions.length;
        if (count < 2) {
            return new double[0];
        }
        double[] edges = new double[count + 1];
        for (int i = 1; i < count; i++) {
            edges[i] = (positions[i - 1] + positions[i]) / 2;
        }
        edges[0] = positions[0] - (edges[1] - positions[0]);
        edges[count] = positions[count - 1] + (positions[count - 1] - edges[count - 1]);
        return edges;
    }

    private static boolean monotonic(double[] edges) {
        double sign = Math.signum(edges[edges.length - 1] - edges[0]);
        for (int i = 1; i < edges.length; i++) {
            if (!Double.isFinite(edges[i - 1]) || (edges[i] - edges[i - 1]) * sign <= 0) {
                return false;
            }
        }
        return sign != 0 && Double.isFinite(edges[edges.length - 1]);
    }

    boolean regular() {
        double mean = step();
        for (int i = 1; i < edges.length; i++) {
            if (Math.abs(edges[i] - edges[i - 1] - mean) > ROUNDING * Math.abs(mean)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the mean size of a cell, negative where positions descend. */
    double step() {
        return (last() - first()) / (edges.length - 1);
    }

    double first() {
        return edges[0];
    }

    double last() {
        return edges[edges.length - 1];
    }

    /** Returns whether the axis is from one position to the other, in either direction, within half a cell. */
    boolean spans(double from, double to) {
        double room = Math.abs(step()) / 2;
        return Math.abs(Math.min(from, to) - Math.min(first(), last())) < room
                && Math.abs(Math.max(from, to) - Math.max(first(), last())) < room;
    }

    double edge(int index) {
        return edges[index];
    }

    /** Returns indices of so many edges, the outer ones among them. */
    int[] some(int most) {
        int count = Math.min(most, edges.length);
        return DoubleStream.iterate(0, i -> i + 1)
                .limit(count)
                .mapToInt(i -> (int) Math.round(i * (edges.length - 1) / (count - 1)))
                .toArray();
    }

    /** Returns this axis from the greatest position to the least. */
    CfAxis descending() {
        return step() < 0
                ? this
                : new CfAxis(DoubleStream.of(edges)
                        .map(edge -> -edge)
                        .sorted()
                        .map(edge -> -edge)
                        .toArray());
    }

    /** Returns this axis without what is beyond the poles. */
    CfAxis onEarth() {
        return new CfAxis(Arrays.stream(edges)
                .map(edge -> Math.max(-90, Math.min(90, edge)))
                .toArray());
    }
}

package io.stacgenerator.internal.geo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.RectangleLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The wedge that conic projections leave empty between the two images of the meridian opposite to the central one. It
 * may be so thin that no sample of an edge is in it. Found by walking around the pole: the step over the gap is longer
 * than the steps before and after it.
 */
final class ConicGap {

    /** A degree off the pole all projections but conics turn evenly, as nothing there is far from the pole. */
    private static final double LATITUDE = 89;

    private static final int STEPS = 180;

    /** A gap of a third of a degree makes a step of two degrees so much longer; thinner ones hold no 1 % of a pixel. */
    private static final double UNEVEN = 1.15;

    private static final int HALVINGS = 40;
    private static final int PARALLELS = 60;

    /** Degrees from the pole; beyond, conic maps are so large that nobody uses them. */
    private static final double REACH = 150;

    /** Degrees to either side of the gap: a tenth of a millimeter. */
    private static final double BESIDE = 1e-9;

    private static final double NORTHWARD_DEGREES = 0.01;

    private final RasterGrid grid;
    private final Envelope pixels;
    private final double[] work = new double[2];

    private ConicGap(RasterGrid grid, Envelope pixels) {
        this.grid = grid;
        this.pixels = pixels;
    }

    /** Returns whether a gap crosses a rectangle of pixels. */
    static boolean crosses(RasterGrid grid, Envelope pixels) {
        return !grid.continuous() && new ConicGap(grid, pixels).crosses();
    }

    private boolean crosses() {
        Envelope around = new Envelope(pixels);
        around.expandBy(pixels.getWidth(), pixels.getHeight());
        boolean northIsDown = isNorthDown();
        for (double pole = 90; pole >= -90; pole -= 180) {
            Coordinate position = grid.pixel(0, pole, work);
            if ((northIsDown || (position != null && around.contains(position))) && crosses(pole)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Beyond the pole, where gaps are, north is down on maps that have it up; finds it for any corner or the center.
     */
    private boolean isNorthDown() {
        for (int i = 0; i < 5; i++) {
            double column = i == 4 ? pixels.centre().x : i % 2 == 0 ? pixels.getMinX() : pixels.getMaxX();
            double row = i == 4 ? pixels.centre().y : i < 2 ? pixels.getMinY() : pixels.getMaxY();
            if (grid.locate(column, row, work)) {
                double south = work[1] - Math.copySign(NORTHWARD_DEGREES, work[1]);
                Coordinate there = grid.pixel(work[0], south, work);
                double polewards = there == null
                        ? 0
                        : grid.transform().y(column, row) - grid.transform().y(there.x, there.y);
                boolean northern = south > 0;
                if (there == null || northern == polewards < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean crosses(double pole) {
        double meridian = meridian(Math.copySign(LATITUDE, pole));
        return !Double.isNaN(meridian) && (crosses(meridian - BESIDE, pole) || crosses(meridian + BESIDE, pole));
    }

    /** Returns the longitude of the gap, or NaN where there is none. */
    private double meridian(double latitude) {
        List<Coordinate> circle = new ArrayList<>(STEPS);
        for (int i = 0; i < STEPS; i++) {
            Coordinate position = grid.pixel(i * 360.0 / STEPS, latitude, work);
            if (position == null) {
                return Double.NaN;
            }
            circle.add(position);
        }
        for (int i = 0; i < STEPS; i++) {
            double step = step(circle, i);
            if (step > UNEVEN * step(circle, i - 1) && step > UNEVEN * step(circle, i + 1)) {
                return narrowed(i * 360.0 / STEPS, (i + 1) * 360.0 / STEPS, latitude);
            }
        }
        return Double.NaN;
    }

    private static double step(List<Coordinate> circle, int i) {
        return circle.get(Math.floorMod(i, STEPS)).distance(circle.get(Math.floorMod(i + 1, STEPS)));
    }

    private double narrowed(double west, double east, double latitude) {
        double from = west;
        double to = east;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (from + to) / 2;
            Coordinate start = grid.pixel(from, latitude, work);
            Coordinate half = grid.pixel(middle, latitude, work);
            Coordinate end = grid.pixel(to, latitude, work);
            if (start == null || half == null || end == null) {
                return middle;
            }
            boolean before = start.distance(half) > half.distance(end);
            from = before ? from : middle;
            to = before ? middle : to;
        }
        return (from + to) / 2;
    }

    /** Follows one side of the gap from its pole on. */
    private boolean crosses(double longitude, double pole) {
        RectangleLineIntersector rectangle = new RectangleLineIntersector(pixels);
        @Nullable Coordinate before = null;
        for (int i = 0; i <= PARALLELS; i++) {
            Coordinate position = grid.pixel(longitude, pole - Math.signum(pole) * i * REACH / PARALLELS, work);
            if (before != null && position != null && rectangle.intersects(before, position)) {
                return true;
            }
            before = position;
        }
        return false;
    }
}

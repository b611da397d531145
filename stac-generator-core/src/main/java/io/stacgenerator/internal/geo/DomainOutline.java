package io.stacgenerator.internal.geo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The outline of the part of a raster that its projection can locate, such as the disc of the Earth as a geostationary
 * satellite sees it. Along each row that part is taken to be of one piece.
 */
final class DomainOutline {

    private static final int ROWS = 128;
    private static final int COLUMNS = 64;
    private static final int HALVINGS = 32;

    private final RasterGrid grid;
    private final double width;
    private final double height;
    private final double[] point = new double[2];
    private final List<Coordinate> left = new ArrayList<>(ROWS);
    private final List<Coordinate> right = new ArrayList<>(ROWS);
    private double middleLongitude = Double.NaN;

    private DomainOutline(RasterGrid grid) {
        this.grid = grid;
        this.width = grid.size().width();
        this.height = grid.size().height();
    }

    /** Follows the part of a raster within the domain of its projection; null when there is none. */
    static @Nullable LonLatPath trace(RasterGrid grid) {
        DomainOutline outline = new DomainOutline(grid);
        outline.scan();
        return outline.left.size() < 2 ? null : outline.path();
    }

    private void scan() {
        boolean before = false;
        for (int i = 0; i <= ROWS; i++) {
            boolean holds = holds(row(i));
            if (i > 0 && holds != before) {
                addRow(holds ? limit(row(i), row(i - 1)) : limit(row(i - 1), row(i)));
            }
            if (holds) {
                addRow(row(i));
            }
            before = holds;
        }
    }

    private double row(int i) {
        return i * height / ROWS;
    }

    private boolean holds(double row) {
        return firstColumn(row, 0, width) >= 0;
    }

    /** Returns the first of some columns from one side to the other that is in the domain, or -1. */
    private double firstColumn(double row, double from, double to) {
        for (int i = 0; i <= COLUMNS; i++) {
            double column = from + (to - from) * i / COLUMNS;
            if (inside(column, row)) {
                return column;
            }
        }
        return -1;
    }

    private boolean inside(double column, double row) {
        return grid.locateInDomain(column, row, point);
    }

    /** Returns the last row in the domain on the way to one that is not. */
    private double limit(double inside, double outside) {
        double in = inside;
        double out = outside;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (in + out) / 2;
            boolean holds = holds(middle);
            in = holds ? middle : in;
            out = holds ? out : middle;
        }
        return in;
    }

    /** Returns the last column in the domain on the way to a side. */
    private double limit(double row, double from, double to) {
        double in = firstColumn(row, to, from);
        double out = in == to ? to : in + (to - from) / COLUMNS;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (in + out) / 2;
            boolean holds = inside(middle, row);
            in = holds ? middle : in;
            out = holds ? out : middle;
        }
        return in;
    }

    private void addRow(double row) {
        double start = limit(row, width, 0);
        double end = limit(row, 0, width);
        double middle = (start + end) / 2;
        grid.locate(middle, row, point);
        middleLongitude = left.isEmpty() ? point[0] : LonLatPath.nearest(point[0], middleLongitude);
        left.add(walk(middle, start, row));
        right.add(walk(middle, end, row));
    }

    /** Goes along a row from its middle, so that the longitude at its end does not jump. */
    private Coordinate walk(double from, double to, double row) {
        double longitude = middleLongitude;
        for (int i = 1; i <= COLUMNS; i++) {
            grid.locate(from + (to - from) * i / COLUMNS, row, point);
            longitude = grid.crs().cyclic() ? point[0] : LonLatPath.nearest(point[0], longitude);
        }
        return new Coordinate(longitude, point[1]);
    }

    private LonLatPath path() {
        List<Coordinate> poles = grid.poles().stream().filter(this::surrounds).toList();
        if (!poles.isEmpty()) {
            return cap(poles);
        }
        LonLatPath path = new LonLatPath();
        left.forEach(path::add);
        for (int i = right.size() - 1; i >= 0; i--) {
            path.add(right.get(i));
        }
        path.add(left.get(0));
        return path;
    }

    private boolean surrounds(Coordinate pole) {
        return pole.x > 1
                && pole.y > 1
                && pole.x < width - 1
                && pole.y < height - 1
                && inside(pole.x - 1, pole.y)
                && inside(pole.x + 1, pole.y)
                && inside(pole.x, pole.y - 1)
                && inside(pole.x, pole.y + 1);
    }

    /** Returns the parallels around the outline and the poles within it. */
    private LonLatPath cap(List<Coordinate> poles) {
        Envelope extent = new Envelope(-180, 180, poles.get(0).z, poles.get(poles.size() - 1).z);
        left.forEach(position -> extent.expandToInclude(0, position.y));
        right.forEach(position -> extent.expandToInclude(0, position.y));
        LonLatPath path = new LonLatPath();
        path.add(new Coordinate(extent.getMinX(), extent.getMinY()));
        path.add(new Coordinate(extent.getMaxX(), extent.getMinY()));
        path.add(new Coordinate(extent.getMaxX(), extent.getMaxY()));
        path.add(new Coordinate(extent.getMinX(), extent.getMaxY()));
        path.add(path.positions().get(0));
        return path;
    }
}

package io.stacgenerator.internal.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** A line of longitudes and latitudes whose longitudes run on beyond 180 degrees instead of jumping. */
final class LonLatPath {

    private final List<Coordinate> positions = new ArrayList<>(64);

    /** Returns a longitude moved by whole turns to within half a turn of another. */
    static double nearest(double longitude, double other) {
        return longitude + 360 * Math.rint((other - longitude) / 360);
    }

    /** Adds a position; always true. */
    boolean add(Coordinate position) {
        return positions.add(position);
    }

    /**
     * Adds a position on the pole that the line has reached, going west around the north pole, east around the south.
     */
    void addAroundPole(double longitude, double latitude) {
        double turned = nearest(longitude, last().x);
        if (latitude > 0 && turned > last().x) {
            turned -= 360;
        } else if (latitude < 0 && turned < last().x) {
            turned += 360;
        }
        add(new Coordinate(turned, latitude));
    }

    /** Returns the turns around the Earth from the first position to the last, positive to the east. */
    int turns() {
        return (int) Math.rint((last().x - positions.get(0).x) / 360);
    }

    /** Ends a line that went counter-clockwise around a pole by way of that pole. */
    void closeOverPole() {
        closeOver(turns() > 0 ? 90 : -90);
    }

    /** Ends a line that went around a pole by way of that pole. */
    void closeOver(double pole) {
        Coordinate first = positions.get(0);
        add(new Coordinate(last().x, pole));
        add(new Coordinate(first.x, pole));
        add(first);
    }

    /** Returns the degrees of longitude between the westernmost and the easternmost position. */
    double width() {
        Envelope extent = new Envelope();
        positions.forEach(extent::expandToInclude);
        return extent.getWidth();
    }

    int size() {
        return positions.size();
    }

    Coordinate last() {
        return positions.get(positions.size() - 1);
    }

    List<Coordinate> positions() {
        return positions;
    }
}

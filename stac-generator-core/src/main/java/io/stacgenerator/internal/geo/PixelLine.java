package io.stacgenerator.internal.geo;

import org.locationtech.jts.geom.Coordinate;

/** A straight line between two pixel positions. Either may be a pole, where longitude has no value. */
record PixelLine(Coordinate start, Coordinate end, boolean startsAtPole, boolean endsAtPole) {

    private static final double BESIDE_POLE = 1e-6;

    /** Locates the position at a part of the line from 0 to 1; false outside the domain of the projection. */
    boolean locateInDomain(PixelLocator grid, double part, double[] lonLat) {
        double t = part;
        if (part == 0 && startsAtPole) {
            t = BESIDE_POLE;
        } else if (part == 1 && endsAtPole) {
            t = 1 - BESIDE_POLE;
        }
        boolean located = grid.locateInDomain(column(t), row(t), lonLat);
        if (t != part) {
            lonLat[1] = Math.copySign(90, lonLat[1]);
        }
        return located;
    }

    /** Locates the position at a part of the line from 0 to 1; false where the projection has no place for it. */
    boolean locate(PixelLocator grid, double part, double[] lonLat) {
        return grid.locate(column(part), row(part), lonLat);
    }

    private double column(double t) {
        return start.x + t * (end.x - start.x);
    }

    private double row(double t) {
        return start.y + t * (end.y - start.y);
    }
}

package io.stacgenerator.internal.geo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Locates pixel positions, which are coordinates of column and row from the outer corner of the first pixel. */
interface PixelLocator {

    /**
     * Locates a pixel position.
     *
     * @param lonLat receives longitude and latitude in degrees of WGS 84
     * @return false where there is no place for it
     */
    boolean locate(double column, double row, double[] lonLat);

    /** Locates a pixel position as {@link #locate} does; false also where the place does not lead back to it. */
    default boolean locateInDomain(double column, double row, double[] lonLat) {
        return locate(column, row, lonLat);
    }

    /** Returns whether longitudes of neighbors never jump, so that those beyond 180 degrees count turns. */
    default boolean continuous() {
        return false;
    }

    /** Returns the pixel positions of the poles that are one place each, with the latitude as z. */
    default List<Coordinate> poles() {
        return List.of();
    }
}

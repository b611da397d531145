package io.stacgenerator;

/**
 * What the geometry of an Item encloses.
 *
 * @since 0.1.0
 */
public enum FootprintMode {
    /** The bounds of the rasters; no pixel is read. */
    BOUNDS,
    /**
     * The pixels that have data, as simplified polygons. They are read at the scale of an overview; of a raster without
     * overviews every pixel is read.
     */
    DATA
}

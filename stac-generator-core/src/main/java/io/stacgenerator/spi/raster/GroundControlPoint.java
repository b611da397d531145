package io.stacgenerator.spi.raster;

/**
 * A pixel position whose coordinates are known.
 *
 * @param column the column, from the outer edge of the first pixel
 * @param row the row, from the outer edge of the first pixel
 * @param x the x coordinate (easting or longitude)
 * @param y the y coordinate (northing or latitude)
 * @param z the height, 0 where none is given
 * @since 0.1.0
 */
public record GroundControlPoint(double column, double row, double x, double y, double z) {}

package io.stacgenerator.spi.raster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The affine map from pixel to coordinates, in the order of {@code proj:transform}: {@code x = a*column + b*row + c}
 * and {@code y = d*column + e*row + f}, where (0, 0) is the outer corner of the first pixel.
 *
 * @param a x per column
 * @param b x per row
 * @param c x of the outer corner of the first pixel
 * @param d y per column
 * @param e y per row, negative in a north-up raster
 * @param f y of the outer corner of the first pixel
 * @since 0.1.0
 */
public record GeoTransform(double a, double b, double c, double d, double e, double f) {

    /**
     * Creates a transform from the order that GDAL uses.
     *
     * @param g six numbers: x of the corner, x per column, x per row, y of the corner, y per column, y per row
     * @return the transform
     * @throws IllegalArgumentException when there are not six numbers
     */
    public static GeoTransform ofGdal(double... g) {
        if (g.length != 6) {
            throw new IllegalArgumentException("transform of %d numbers, expected 6".formatted(g.length));
        }
        return new GeoTransform(g[1], g[2], g[0], g[4], g[5], g[3]);
    }

    /**
     * Returns the x of a pixel position.
     *
     * @param column the column, fractions allowed
     * @param row the row, fractions allowed
     * @return x in the units of the reference system
     */
    public double x(double column, double row) {
        return a * column + b * row + c;
    }

    /**
     * Returns the y of a pixel position.
     *
     * @param column the column, fractions allowed
     * @param row the row, fractions allowed
     * @return y in the units of the reference system
     */
    public double y(double column, double row) {
        return d * column + e * row + f;
    }

    /**
     * Returns the transform of a grid whose pixels were counted from their centers, as outer corners.
     *
     * @return this transform, moved by half a pixel up and left
     */
    public GeoTransform fromCenterToCorner() {
        return new GeoTransform(a, b, x(-0.5, -0.5), d, e, y(-0.5, -0.5));
    }

    /**
     * Returns whether pixels have an area: all numbers are finite, and the pixel is not degenerate.
     *
     * @return true when the transform can be inverted
     */
    public boolean invertible() {
        double determinant = a * e - b * d;
        return Double.isFinite(determinant) && determinant != 0 && Double.isFinite(c) && Double.isFinite(f);
    }

    /**
     * Returns the six numbers of {@code proj:transform}.
     *
     * @return a, b, c, d, e, f
     */
    public List<Object> toList() {
        return List.of(a, b, c, d, e, f);
    }

    /** By hand, as in {@link RasterSize}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GeoTransform that && toList().equals(that.toList());
    }

    @Override
    public int hashCode() {
        return toList().hashCode();
    }
}

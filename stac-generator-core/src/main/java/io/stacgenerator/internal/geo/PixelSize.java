package io.stacgenerator.internal.geo;

import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.OptionalDouble;

/**
 * The size of pixels on the ground, for {@code raster:spatial_resolution}.
 *
 * @since 0.1.0
 */
public final class PixelSize {

    private static final double SEMI_MAJOR_AXIS = 6_378_137;
    private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

    private PixelSize() {}

    /**
     * Returns the side of a square pixel in meters, or the mean of the two sides of one that is not square. In a
     * projected system this is a length on the map; in a geographic one it is the length of the sides at the center of
     * the raster on the ellipsoid of WGS 84.
     *
     * @param size the size of the raster
     * @param transform pixels to coordinates
     * @param crs the reference system
     * @return meters, greater than 0; empty when pixels have no area
     */
    public static OptionalDouble meters(RasterSize size, GeoTransform transform, Wgs84Transform crs) {
        double east = crs.unit();
        double north = crs.unit();
        if (crs.geographic()) {
            double latitude = Math.toRadians(transform.y(size.width() / 2.0, size.height() / 2.0) * crs.unit());
            double sin = Math.sin(latitude);
            double w = Math.sqrt(1 - ECCENTRICITY_SQUARED * sin * sin);
            east *= Math.toRadians(SEMI_MAJOR_AXIS / w * Math.cos(latitude));
            north *= Math.toRadians(SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (w * w * w));
        }
        double column = Math.hypot(transform.a() * east, transform.d() * north);
        double row = Math.hypot(transform.b() * east, transform.e() * north);
        double meters = (column + row) / 2;
        return transform.invertible() && meters > 0 ? OptionalDouble.of(meters) : OptionalDouble.empty();
    }
}

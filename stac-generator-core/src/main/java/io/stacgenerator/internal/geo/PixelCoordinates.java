package io.stacgenerator.internal.geo;

import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterInfo;
import java.util.Set;

/**
 * Finds transforms that lead from pixels to pixels. Next to rational polynomial coefficients, programs write one with
 * the system that the coefficients lead to, which would put the raster at the origin of longitudes and latitudes.
 */
public final class PixelCoordinates {

    private static final Set<GeoTransform> IDENTITIES =
            Set.of(new GeoTransform(1, 0, 0, 0, 1, 0), new GeoTransform(1, 0, 0, 0, -1, 0));

    private PixelCoordinates() {}

    /**
     * Leaves them out where polynomials locate the raster.
     *
     * @param raster what a raster says
     * @return the same, without a transform and system that lead nowhere
     */
    public static RasterInfo leftOut(RasterInfo raster) {
        boolean nowhere = raster.transform().filter(IDENTITIES::contains).isPresent()
                && RationalPolynomials.of(raster.metadata()).isPresent();
        return nowhere ? raster.as(raster.mediaType()).transform(null).crs(null).build() : raster;
    }
}

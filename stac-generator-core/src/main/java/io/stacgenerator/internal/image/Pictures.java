package io.stacgenerator.internal.image;

import io.stacgenerator.spi.raster.RasterInfo;
import java.util.Set;

/** Tells pictures for the eye, such as thumbnails, from data. */
public final class Pictures {

    private static final Set<String> FORMATS = Set.of("PNG", "JPEG", "GIF", "WEBP");

    private Pictures() {}

    /**
     * Tells whether a raster is a picture that nothing locates.
     *
     * @param raster what its file says
     * @return true where it is in one of the formats of web pages and has neither a transform, nor control points, nor
     *     a reference system
     */
    public static boolean isUnlocated(RasterInfo raster) {
        return FORMATS.contains(raster.format())
                && raster.transform().isEmpty()
                && raster.crs().isEmpty()
                && raster.groundControlPoints().isEmpty();
    }
}

package io.stacgenerator.spi.raster;

import java.util.Locale;

/**
 * What a band means in a picture, by the names of GDAL.
 *
 * @since 0.1.0
 */
public enum ColorInterpretation {
    /** Nothing is said. */
    UNDEFINED,
    /** Gray scale. */
    GRAY,
    /** Index into a color table. */
    PALETTE,
    /** Red of RGB. */
    RED,
    /** Green of RGB. */
    GREEN,
    /** Blue of RGB. */
    BLUE,
    /** Opacity: 0 is transparent, no data. */
    ALPHA,
    /** Cyan of CMYK. */
    CYAN,
    /** Magenta of CMYK. */
    MAGENTA,
    /** Yellow of CMYK. */
    YELLOW,
    /** Black of CMYK. */
    BLACK,
    /** Luma of YCbCr. */
    YCBCR_Y,
    /** Blue difference of YCbCr. */
    YCBCR_CB,
    /** Red difference of YCbCr. */
    YCBCR_CR;

    /**
     * Returns the name in lower case.
     *
     * @return such as {@code gray}
     */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

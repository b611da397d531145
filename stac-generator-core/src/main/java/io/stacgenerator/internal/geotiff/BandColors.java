package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.geotiff.codec.Compression;
import io.stacgenerator.internal.geotiff.tiff.SampleLayout;
import io.stacgenerator.spi.raster.ColorInterpretation;

/** What each band means in a picture: the photometric interpretation and the extra samples, read as GDAL does. */
final class BandColors {

    private static final int ASSOCIATED_ALPHA = 1;
    private static final int UNASSOCIATED_ALPHA = 2;

    private static final ColorInterpretation[] RGB = {
        ColorInterpretation.RED, ColorInterpretation.GREEN, ColorInterpretation.BLUE
    };
    private static final ColorInterpretation[] YCBCR = {
        ColorInterpretation.YCBCR_Y, ColorInterpretation.YCBCR_CB, ColorInterpretation.YCBCR_CR
    };
    private static final ColorInterpretation[] CMYK = {
        ColorInterpretation.CYAN, ColorInterpretation.MAGENTA, ColorInterpretation.YELLOW, ColorInterpretation.BLACK
    };
    private static final ColorInterpretation[] GRAY = {ColorInterpretation.GRAY};
    private static final ColorInterpretation[] PALETTE = {ColorInterpretation.PALETTE};
    private static final ColorInterpretation[] OTHER = {};

    private BandColors() {}

    static ColorInterpretation of(SampleLayout samples, int sample) {
        ColorInterpretation[] base = base(samples);
        if (sample < base.length && sample < samples.count()) {
            return base[sample];
        }
        long extra = samples.extra(sample);
        boolean alpha = extra == ASSOCIATED_ALPHA || extra == UNASSOCIATED_ALPHA;
        return alpha ? ColorInterpretation.ALPHA : ColorInterpretation.UNDEFINED;
    }

    private static ColorInterpretation[] base(SampleLayout samples) {
        if (samples.bits() == 1 && samples.count() == 1) {
            return PALETTE;
        }
        return switch (samples.photometric()) {
            case SampleLayout.BLACK_IS_ZERO -> GRAY;
            case SampleLayout.RGB -> RGB;
            case SampleLayout.PALETTE -> PALETTE;
            case SampleLayout.SEPARATED -> CMYK;
            // JPEG data are converted when they are decoded
            case SampleLayout.YCBCR -> samples.compression() == Compression.JPEG.code() ? RGB : YCBCR;
            default -> OTHER;
        };
    }
}

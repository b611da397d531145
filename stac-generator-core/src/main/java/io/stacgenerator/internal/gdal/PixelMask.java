package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.statistics.NodataRange;
import io.stacgenerator.model.DataType;
import org.gdal.gdal.Band;
import org.gdal.gdalconst.gdalconstConstants;
import org.jspecify.annotations.Nullable;

/**
 * What marks the valid pixels of a band: a mask, or its nodata value.
 *
 * <p>The mask that GDAL makes of a nodata value is not read: it takes fractions for the integers next to them, and
 * signed bytes for unsigned ones. Integers of 64 bits are left to it, which has all of their digits.
 */
final class PixelMask {

    private PixelMask() {}

    /** Returns the mask to read, or null where there is none or the nodata value stands for it. */
    static @Nullable Band of(Band band) {
        return nodataTells(band, Bands.type(band)) || band.GetMaskFlags() == gdalconstConstants.GMF_ALL_VALID
                ? null
                : band.GetMaskBand();
    }

    /** Returns the nodata value that values are to be compared with, or null. */
    static @Nullable Number nodata(Band band, DataType type) {
        Number nodata = nodataTells(band, type) ? Bands.nodata(band, type) : null;
        return nodata == null || !NodataRange.possible(nodata, type) ? null : nodata;
    }

    /** Signed bytes have no mask where their nodata value is negative. */
    private static boolean nodataTells(Band band, DataType type) {
        int flags = band.GetMaskFlags();
        return switch (type) {
            case INT64, UINT64, CINT16, CINT32, CFLOAT32, CFLOAT64, OTHER -> false;
            default -> flags == gdalconstConstants.GMF_NODATA || flags == gdalconstConstants.GMF_ALL_VALID;
        };
    }
}

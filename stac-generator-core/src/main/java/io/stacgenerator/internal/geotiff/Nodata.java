package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.model.DataType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The value of pixels without data: the tag GDAL_NODATA, one number in ASCII for all bands. */
final class Nodata {

    private Nodata() {}

    /** Returns the value; null where the tag is missing, is no number, or where no pixel of the type can have it. */
    static @Nullable Double of(Ifd ifd, DataType type) throws IOException {
        return ifd.text(TagId.GDAL_NODATA)
                .map(GdalNumber::parse)
                .map(value -> within(value, type))
                .orElse(null);
    }

    /** Returns the value as pixels of the type have it, or null where they cannot. */
    static @Nullable Double within(double value, DataType type) {
        return switch (type) {
            case UINT8, UINT16, UINT32, UINT64 -> between(value, 0, Math.scalb(1.0, type.bits()) - 1);
            case INT8, INT16, INT32, INT64 ->
                between(value, -Math.scalb(1.0, type.bits() - 1), Math.scalb(1.0, type.bits() - 1) - 1);
            case FLOAT32 -> nearestFloat(value);
            default -> value;
        };
    }

    private static @Nullable Double between(double value, double least, double greatest) {
        return value >= least && value <= greatest ? value : null;
    }

    /** The value as pixels have it; writers round the largest float up when they print it. */
    private static @Nullable Double nearestFloat(double value) {
        if (!Double.isFinite(value) || Math.abs(value) <= Float.MAX_VALUE) {
            return (double) (float) value;
        }
        return Math.abs(value) < Float.MAX_VALUE * (1 + 1e-5) ? Math.copySign(Float.MAX_VALUE, value) : null;
    }
}

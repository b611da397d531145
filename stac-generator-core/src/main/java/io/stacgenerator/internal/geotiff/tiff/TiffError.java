package io.stacgenerator.internal.geotiff.tiff;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;

/** The two ways in which a TIFF is refused; messages are format strings. */
@SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency of the library
public final class TiffError {

    private static final String GDAL_HINT = "; install GDAL to read it";

    private TiffError() {}

    public static StacGeneratorException invalid(String format, Object... values) {
        return new StacGeneratorException(ErrorCode.INVALID_RASTER, "invalid TIFF: " + format.formatted(values));
    }

    public static StacGeneratorException unsupported(String format, Object... values) {
        return new StacGeneratorException(
                ErrorCode.UNSUPPORTED_RASTER, "unsupported TIFF: " + format.formatted(values) + GDAL_HINT);
    }
}

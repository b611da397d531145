package io.stacgenerator.internal.geotiff;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;

/** The two ways in which a TIFF is refused; messages are format strings. */
@SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency of the library
final class TiffError {

    private static final String GDAL_HINT = "; install GDAL to read it";

    private TiffError() {}

    static StacGeneratorException invalid(String format, Object... values) {
        return new StacGeneratorException(ErrorCode.INVALID_RASTER, "invalid TIFF: " + format.formatted(values));
    }

    static StacGeneratorException unsupported(String format, Object... values) {
        return new StacGeneratorException(
                ErrorCode.UNSUPPORTED_RASTER, "unsupported TIFF: " + format.formatted(values) + GDAL_HINT);
    }
}

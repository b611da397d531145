package io.stacgenerator.internal.geotiff;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.internal.statistics.NodataRange;
import io.stacgenerator.model.DataType;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The value of pixels without data: the tag GDAL_NODATA, one number in ASCII for all bands. */
final class Nodata {

    /** No integer type has more digits. */
    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,20}");

    private Nodata() {}

    /** Returns the value; null where the tag is missing, is not a number, or where no pixel of the type can have it. */
    static @Nullable Number of(Ifd ifd, DataType type, List<Warning> warnings) throws IOException {
        return ifd.text(TagId.GDAL_NODATA)
                .map(text -> of(text, type, "the tag GDAL_NODATA", warnings))
                .orElse(null);
    }

    /** Returns the value as pixels of the type have it, or null where they cannot, which is warned of. */
    static @Nullable Number of(String text, DataType type, String where, List<Warning> warnings) {
        if (text.isBlank()) {
            return null;
        }
        Number value =
                INTEGER.matcher(text.strip()).matches() ? NodataRange.integer(text.strip()) : GdalNumber.parse(text);
        if (value == null || !NodataRange.possible(value, type)) {
            warnings.add(new Warning(
                    "nodata-impossible",
                    "the nodata value %s of %s is ignored: no pixel of the type %s can have it"
                            .formatted(value == null ? "'" + text.strip() + "'" : value, where, type.jsonName())));
            return null;
        }
        return switch (type) {
            case INT64, UINT64 -> value;
            case FLOAT32 -> (Number) nearestFloat(value.doubleValue());
            default -> (Number) value.doubleValue();
        };
    }

    /** Writers round the largest float up when they print it. */
    private static double nearestFloat(double value) {
        boolean beyond = Double.isFinite(value) && Math.abs(value) > Float.MAX_VALUE;
        return beyond ? Math.copySign(Float.MAX_VALUE, value) : (double) (float) value;
    }
}

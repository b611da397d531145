package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import java.io.IOException;
import java.util.Map;

/** The tags of a TIFF that describe the whole file, under the names that GDAL gives them. */
final class FileTags {

    private static final Map<Integer, String> TEXTS = Map.of(
            TagId.DOCUMENT_NAME, "TIFFTAG_DOCUMENTNAME",
            TagId.IMAGE_DESCRIPTION, "TIFFTAG_IMAGEDESCRIPTION",
            TagId.SOFTWARE, "TIFFTAG_SOFTWARE",
            TagId.DATE_TIME, "TIFFTAG_DATETIME",
            TagId.ARTIST, "TIFFTAG_ARTIST",
            TagId.HOST_COMPUTER, "TIFFTAG_HOSTCOMPUTER",
            TagId.COPYRIGHT, "TIFFTAG_COPYRIGHT");

    private static final Map<Integer, String> NUMBERS = Map.of(
            TagId.MIN_SAMPLE_VALUE, "TIFFTAG_MINSAMPLEVALUE",
            TagId.MAX_SAMPLE_VALUE, "TIFFTAG_MAXSAMPLEVALUE",
            TagId.X_RESOLUTION, "TIFFTAG_XRESOLUTION",
            TagId.Y_RESOLUTION, "TIFFTAG_YRESOLUTION");

    private static final int DIGITS = 8;

    private static final String[] RESOLUTION_UNITS = {"", "1 (unitless)", "2 (pixels/inch)", "3 (pixels/cm)"};

    private FileTags() {}

    static void read(Ifd ifd, Map<String, String> into) throws IOException {
        for (Map.Entry<Integer, String> entry : TEXTS.entrySet()) {
            ifd.text(entry.getKey()).ifPresent(text -> into.put(entry.getValue(), text));
        }
        for (Map.Entry<Integer, String> entry : NUMBERS.entrySet()) {
            double[] values = ifd.numbers(entry.getKey());
            if (values.length > 0 && Double.isFinite(values[0])) {
                into.put(entry.getValue(), GdalNumber.format(values[0], DIGITS));
            }
        }
        int unit = ifd.integer(TagId.RESOLUTION_UNIT, 0);
        if (unit > 0 && unit < RESOLUTION_UNITS.length) {
            into.put("TIFFTAG_RESOLUTIONUNIT", RESOLUTION_UNITS[unit]);
        }
    }
}

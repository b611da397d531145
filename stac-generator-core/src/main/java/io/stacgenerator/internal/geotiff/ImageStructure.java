package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.geotiff.codec.Compression;
import io.stacgenerator.internal.geotiff.tiff.SampleLayout;
import java.util.Map;

/** How pixels are stored, under the names of GDAL's domain IMAGE_STRUCTURE. */
final class ImageStructure {

    private static final String DOMAIN = "IMAGE_STRUCTURE:";

    private ImageStructure() {}

    static void read(SampleLayout samples, boolean cog, Map<String, String> into) {
        Compression.of(samples.compression())
                .filter(compression -> compression != Compression.NONE)
                .ifPresent(compression -> into.put(DOMAIN + "COMPRESSION", name(compression, samples)));
        into.put(DOMAIN + "INTERLEAVE", samples.separate() || samples.count() == 1 ? "BAND" : "PIXEL");
        if (cog) {
            into.put(DOMAIN + "LAYOUT", "COG");
        }
    }

    private static String name(Compression compression, SampleLayout samples) {
        boolean ycbcr = compression == Compression.JPEG && samples.photometric() == SampleLayout.YCBCR;
        return ycbcr ? "YCbCr JPEG" : compression.gdalName();
    }
}

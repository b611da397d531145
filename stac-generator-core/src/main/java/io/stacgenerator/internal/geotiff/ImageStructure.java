package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.geotiff.codec.Compression;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.SampleLayout;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** How pixels are stored, under the names of GDAL's domain IMAGE_STRUCTURE. */
final class ImageStructure {

    private static final String DOMAIN = "IMAGE_STRUCTURE:";
    private static final String[] LERC_VARIANTS = {"LERC", "LERC_DEFLATE", "LERC_ZSTD"};

    private ImageStructure() {}

    static void read(Ifd ifd, SampleLayout samples, Map<String, String> into) throws IOException {
        Optional<Compression> compression = Compression.of(samples.compression());
        if (compression.isPresent() && compression.get() != Compression.NONE) {
            into.put(DOMAIN + "COMPRESSION", name(compression.get(), ifd, samples));
        }
        into.put(DOMAIN + "INTERLEAVE", samples.separate() || samples.count() == 1 ? "BAND" : "PIXEL");
    }

    private static String name(Compression compression, Ifd ifd, SampleLayout samples) throws IOException {
        if (compression == Compression.JPEG && samples.photometric() == SampleLayout.YCBCR) {
            return "YCbCr JPEG";
        }
        if (compression == Compression.LERC) {
            long[] parameters = ifd.integers(TagId.LERC_PARAMETERS);
            boolean packed = parameters.length > 1 && parameters[1] < LERC_VARIANTS.length;
            return LERC_VARIANTS[packed ? (int) parameters[1] : 0];
        }
        return compression.gdalName();
    }
}

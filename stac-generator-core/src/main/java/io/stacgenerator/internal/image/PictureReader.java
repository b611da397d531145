package io.stacgenerator.internal.image;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.geotiff.PlainImage;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads the headers of PNG, GIF and WebP files. Leaves all pixels to other readers. */
public final class PictureReader implements RasterReader {

    private static final int SIGNATURE_LENGTH = 12;

    /** Reads the header of a format; null where the bytes are not of it. */
    @FunctionalInterface
    private interface Format {
        @Nullable Picture read(TiffBytes bytes) throws IOException;
    }

    @Override
    public String id() {
        return "picture";
    }

    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        return format(head) != null;
    }

    private static @Nullable Format format(ByteBuffer head) {
        int at = head.position();
        int first = head.remaining() < Integer.BYTES ? 0 : head.getInt(at);
        if (first == Png.SIGNATURE) {
            return Png::read;
        }
        if (first == Gif.SIGNATURE) {
            return Gif::read;
        }
        boolean webp =
                head.remaining() >= SIGNATURE_LENGTH && first == Webp.RIFF && head.getInt(at + 8) == Webp.SIGNATURE;
        return webp ? Webp::read : null;
    }

    @Override
    public Raster open(StorageObject object, GenerationContext context) throws IOException {
        TiffBytes bytes = new TiffBytes(object);
        Format format = format(bytes.view(0, (int) Math.min(SIGNATURE_LENGTH, bytes.size())));
        Picture picture = format == null ? null : format.read(bytes);
        if (picture == null) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_RASTER,
                    "the picture %s has no header with a size and colors".formatted(object.href()));
        }
        RasterInfo info = new PlainImage(object, context)
                .describe(picture.format(), picture.mediaType(), picture.size(), picture.channels())
                .build();
        return () -> info;
    }
}

package io.stacgenerator.internal.image;

import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The first chunk of a WebP (RFC 9649, section 2): lossy, lossless or extended. */
final class Webp {

    static final int RIFF = 0x52494646;
    static final int SIGNATURE = 0x57454250;

    private static final int HEAD = 30;
    private static final int START_CODE = 0x2A019D;
    private static final int LOSSLESS_SIGNATURE = 0x2F;
    private static final int SIDE = 0x3FFF;
    private static final int LARGE_SIDE = 0xFFFFFF;
    private static final int ALPHA_FLAG = 0x10;

    private Webp() {}

    /** Reads the header; null where the bytes are not WebP. */
    static @Nullable Picture read(TiffBytes bytes) throws IOException {
        if (!bytes.holds(0, HEAD)) {
            return null;
        }
        ByteBuffer head = bytes.view(0, HEAD);
        int chunk = head.getInt(12);
        head.order(ByteOrder.LITTLE_ENDIAN);
        return switch (chunk) {
            case 0x56503820 ->
                (head.getInt(23) & LARGE_SIDE) == START_CODE
                        ? picture(head.getShort(26) & SIDE, head.getShort(28) & SIDE, false)
                        : null;
            case 0x5650384C -> lossless(head.get(20), head.getInt(21));
            case 0x56503858 ->
                picture(
                        (head.getInt(24) & LARGE_SIDE) + 1,
                        (head.getInt(26) >>> 8) + 1,
                        (head.get(20) & ALPHA_FLAG) != 0);
            default -> null;
        };
    }

    private static @Nullable Picture lossless(byte signature, int packed) {
        return signature == LOSSLESS_SIGNATURE
                ? picture((packed & SIDE) + 1, ((packed >>> 14) & SIDE) + 1, ((packed >>> 28) & 1) == 1)
                : null;
    }

    private static @Nullable Picture picture(int width, int height, boolean alpha) {
        return Picture.possible(width, height)
                ? new Picture(
                        "WEBP",
                        "image/webp",
                        new RasterSize(width, height),
                        Picture.bytes(alpha ? Picture.RGBA : Picture.RGBA.subList(0, 3)))
                : null;
    }
}

package io.stacgenerator.internal.geotiff.codec;

/** The conversion of JFIF, with the fixed-point arithmetic of libjpeg, so that pixels are those that GDAL gives. */
final class YcbcrToRgb {

    private static final int HALF = 1 << 15;

    private YcbcrToRgb() {}

    static void convert(byte[] pixels) {
        for (int i = 0; i + 2 < pixels.length; i += 3) {
            int y = pixels[i] & 0xFF;
            int cb = (pixels[i + 1] & 0xFF) - 128;
            int cr = (pixels[i + 2] & 0xFF) - 128;
            pixels[i] = clamp(y + ((fixed(1.40200) * cr + HALF) >> 16));
            pixels[i + 1] = clamp(y + ((-fixed(0.34414) * cb - fixed(0.71414) * cr + HALF) >> 16));
            pixels[i + 2] = clamp(y + ((fixed(1.77200) * cb + HALF) >> 16));
        }
    }

    private static int fixed(double factor) {
        return (int) (factor * 65536 + 0.5);
    }

    private static byte clamp(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}

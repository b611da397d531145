package io.stacgenerator.internal.geotiff.codec;

/**
 * What a strip or tile holds when it is full.
 *
 * @param width the pixels of a row
 * @param height the rows
 * @param samples the samples of a pixel
 * @param bits the bits of a sample
 */
public record BlockShape(int width, int height, int samples, int bits) {

    /** Returns the bytes of a row: rows begin on a byte. */
    public long rowBytes() {
        return ((long) width * samples * bits + 7) / 8;
    }

    public long bytes() {
        return rowBytes() * height;
    }
}

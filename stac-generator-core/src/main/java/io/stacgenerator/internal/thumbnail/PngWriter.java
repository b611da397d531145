package io.stacgenerator.internal.thumbnail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.stacgenerator.spi.raster.RasterSize;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG of 8 bits (PNG third edition, sections 5 and 11), without the many classes that javax.imageio loads. */
final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BITS = 8;
    private static final int GRAY_AND_ALPHA = 4;
    private static final int RGB_AND_ALPHA = 6;

    /** Each byte is written as the difference to that of the pixel on its left, which compresses better (section 9). */
    private static final int SUB = 1;

    private PngWriter() {}

    /**
     * Writes a picture.
     *
     * @param size its size
     * @param channels 2 for gray and alpha, 4 for red, green, blue and alpha
     * @param samples the channels of each pixel side by side, row by row
     */
    static byte[] write(RasterSize size, int channels, byte[] samples) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            file.write(SIGNATURE);
            chunk(file, "IHDR", header(size, channels));
            chunk(file, "IDAT", compressed(size.width() * channels, channels, samples));
            chunk(file, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new AssertionError("memory can be written to", e);
        }
        return file.toByteArray();
    }

    private static byte[] header(RasterSize size, int channels) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(header);
        out.writeInt(size.width());
        out.writeInt(size.height());
        out.write(new byte[] {BITS, (byte) (channels == 2 ? GRAY_AND_ALPHA : RGB_AND_ALPHA), 0, 0, 0});
        return header.toByteArray();
    }

    private static byte[] compressed(int rowBytes, int channels, byte[] samples) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        byte[] row = new byte[rowBytes];
        try (OutputStream out = new DeflaterOutputStream(compressed)) {
            for (int start = 0; start < samples.length; start += rowBytes) {
                for (int i = 0; i < rowBytes; i++) {
                    row[i] = (byte) (samples[start + i] - (i < channels ? 0 : samples[start + i - channels]));
                }
                out.write(SUB);
                out.write(row);
            }
        }
        return compressed.toByteArray();
    }

    private static void chunk(OutputStream file, String type, byte[] data) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(US_ASCII));
        checksum.update(data);
        out.writeInt(data.length);
        out.writeBytes(type);
        out.write(data);
        out.writeInt((int) checksum.getValue());
    }
}

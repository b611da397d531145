package io.stacgenerator.internal.geotiff;

import io.airlift.compress.zstd.ZstdCompressor;
import io.stacgenerator.internal.geotiff.codec.Compression;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encoders for the blocks of test files. */
public final class TiffCodecs {

    public static final TiffCodec DEFLATE = TiffCodec.of(Compression.DEFLATE.code(), TiffCodecs::deflate);
    public static final TiffCodec OLD_DEFLATE = TiffCodec.of(Compression.OLD_DEFLATE.code(), TiffCodecs::deflate);
    public static final TiffCodec LZW = TiffCodec.of(Compression.LZW.code(), TiffCodecs::lzw);
    public static final TiffCodec PACKBITS = TiffCodec.of(Compression.PACKBITS.code(), TiffCodecs::packBits);
    public static final TiffCodec ZSTD = TiffCodec.of(Compression.ZSTD.code(), TiffCodecs::zstd);

    private TiffCodecs() {}

    private static byte[] deflate(byte[] block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(6))) {
            deflater.write(block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zstd(byte[] block) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] out = new byte[compressor.maxCompressedLength(block.length)];
        return Arrays.copyOf(out, compressor.compress(block, 0, block.length, out, 0, out.length));
    }

    /** Runs of equal bytes, and the rest as literals. */
    private static byte[] packBits(byte[] block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(-128);
        for (int at = 0; at < block.length; ) {
            int run = 1;
            while (at + run < block.length && run < 128 && block[at + run] == block[at]) {
                run++;
            }
            out.write(run == 1 ? 0 : 1 - run);
            out.write(block[at]);
            at += run;
        }
        return out.toByteArray();
    }

    private static byte[] lzw(byte[] block) {
        LzwWriter writer = new LzwWriter();
        Map<Integer, Integer> codes = new HashMap<>();
        writer.clear();
        int next = 258;
        int prefix = block[0] & 0xFF;
        for (int at = 1; at < block.length; at++) {
            int value = block[at] & 0xFF;
            Integer code = codes.get(prefix << 8 | value);
            if (code != null) {
                prefix = code;
                continue;
            }
            writer.write(prefix);
            codes.put(prefix << 8 | value, next++);
            writer.grow(next);
            if (next == 4094) {
                writer.clear();
                codes.clear();
                next = 258;
            }
            prefix = value;
        }
        writer.write(prefix);
        return writer.end();
    }

    private static final class LzwWriter {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int width = 9;
        private int bits;
        private int count;

        void write(int code) {
            bits = bits << width | code;
            count += width;
            while (count >= 8) {
                count -= 8;
                out.write(bits >> count);
            }
        }

        /** The encoder is one entry ahead of the decoder. */
        void grow(int next) {
            if (next == 1 << width && width < 12) {
                width++;
            }
        }

        void clear() {
            write(256);
            width = 9;
        }

        byte[] end() {
            write(257);
            write(0);
            return out.toByteArray();
        }
    }

    /** Writes JPEG blocks, either whole or with their tables in the tag JPEGTables. */
    public static TiffCodec jpeg(boolean sharedTables, boolean ycbcr) {
        return new TiffCodec() {
            @Override
            public int compression() {
                return Compression.JPEG.code();
            }

            @Override
            public byte[] encode(byte[] block, int width, int height, int samples) {
                return jpegImage(block, width, height, samples, sharedTables, ycbcr);
            }

            @Override
            public Map<Integer, TiffValue> tags() {
                TiffValue photometric = TiffValue.of(FieldType.SHORT, ycbcr ? 6 : 1);
                return sharedTables
                        ? Map.of(TagId.JPEG_TABLES, tables(ycbcr), TagId.PHOTOMETRIC, photometric)
                        : Map.of(TagId.PHOTOMETRIC, photometric);
            }
        };
    }

    private static TiffValue tables(boolean ycbcr) {
        byte[] whole = jpegImage(new byte[192], 8, 8, ycbcr ? 3 : 1, false, ycbcr);
        byte[] tables = new byte[whole.length];
        int size = copySegments(whole, tables, true);
        double[] numbers = new double[size];
        Arrays.setAll(numbers, i -> tables[i]);
        return TiffValue.of(FieldType.UNDEFINED, numbers);
    }

    private static byte[] jpegImage(
            byte[] block, int width, int height, int samples, boolean abbreviated, boolean ycbcr) {
        int type = samples == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage image = new BufferedImage(width, height, type);
        for (int i = 0; i < width * height; i++) {
            for (int s = 0; s < samples; s++) {
                image.getRaster().setSample(i % width, i / width, s, block[i * samples + s] & 0xFF);
            }
        }
        byte[] whole = write(image, ycbcr);
        if (!abbreviated) {
            return whole;
        }
        byte[] rest = new byte[whole.length];
        return Arrays.copyOf(rest, copySegments(whole, rest, false));
    }

    private static byte[] write(BufferedImage image, boolean ycbcr) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, ycbcr ? metadata : null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Copies either the table segments (DQT, DHT) or all else, between start and end mark. */
    private static int copySegments(byte[] from, byte[] to, boolean tables) {
        int size = 2;
        System.arraycopy(from, 0, to, 0, 2);
        int at = 2;
        while ((from[at + 1] & 0xFF) != 0xDA) {
            int length = 2 + (from[at + 2] & 0xFF) * 256 + (from[at + 3] & 0xFF);
            boolean table = (from[at + 1] & 0xFF) == 0xDB || (from[at + 1] & 0xFF) == 0xC4;
            if (table == tables) {
                System.arraycopy(from, at, to, size, length);
                size += length;
            }
            at += length;
        }
        int start = tables ? from.length - 2 : at;
        System.arraycopy(from, start, to, size, from.length - start);
        return size + from.length - start;
    }
}

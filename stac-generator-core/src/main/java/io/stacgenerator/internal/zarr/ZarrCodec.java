package io.stacgenerator.internal.zarr;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.budget.AssetBudget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Decompresses the chunks of coordinates, by the names of codecs in numcodecs and in version 3 of the specification.
 */
final class ZarrCodec {

    private static final int BLOSC_HEADER = 16;
    private static final int BLOSC_LZ4 = 1;
    private static final int BLOSC_ZLIB = 3;
    private static final int BLOSC_ZSTD = 4;
    private static final int SHUFFLED = 1;
    private static final int STORED = 2;
    private static final int BITS_SHUFFLED = 4;
    private static final int NOT_SPLIT = 0x10;
    private static final int MOST_STREAMS = 16;
    private static final int LEAST_STREAM = 128;

    private ZarrCodec() {}

    /**
     * Decompresses a chunk.
     *
     * @param codec the name of the codec
     * @param bytes the chunk
     * @param size the bytes that it expands to at most
     * @throws StacGeneratorException with {@code UNSUPPORTED_RASTER} where the codec is not one of these
     */
    static byte[] decode(String codec, byte[] bytes, int size) throws IOException {
        AssetBudget.check();
        return switch (codec) {
            case "gzip" -> inflated(new GZIPInputStream(new ByteArrayInputStream(bytes)), size);
            case "zlib" -> inflated(new InflaterInputStream(new ByteArrayInputStream(bytes)), size);
            case "zstd" -> zstd(bytes, 0, bytes.length, size);
            case "lz4" -> lz4(bytes, Integer.BYTES, bytes.length - Integer.BYTES, size); // behind its size
            case "blosc" -> blosc(bytes, size);
            case "crc32c" -> Arrays.copyOf(bytes, bytes.length - Integer.BYTES);
            default -> throw unsupported(codec);
        };
    }

    private static StacGeneratorException unsupported(String codec) {
        return new StacGeneratorException(
                ErrorCode.UNSUPPORTED_RASTER,
                "coordinates are compressed by %s, expected gzip, zlib, zstd, lz4 or blosc".formatted(codec));
    }

    private static byte[] inflated(InputStream in, int size) throws IOException {
        try (in) {
            return in.readNBytes(size);
        }
    }

    private static byte[] zstd(byte[] bytes, int offset, int length, int size) {
        byte[] decoded = new byte[size];
        return Arrays.copyOf(decoded, new ZstdDecompressor().decompress(bytes, offset, length, decoded, 0, size));
    }

    private static byte[] lz4(byte[] bytes, int offset, int length, int size) {
        byte[] decoded = new byte[size];
        return Arrays.copyOf(decoded, new Lz4Decompressor().decompress(bytes, offset, length, decoded, 0, size));
    }

    /** Blosc 1, by its README_CHUNK_FORMAT: blocks, each of one or as many streams as a value has bytes. */
    private static byte[] blosc(byte[] bytes, int size) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int flags = in.get(2);
        int width = Byte.toUnsignedInt(in.get(3));
        int length = in.getInt(4);
        int blockSize = in.getInt(8);
        if (length < 0 || length > size || blockSize <= 0 || width == 0 || (flags & BITS_SHUFFLED) != 0) {
            throw unsupported("blosc in a form that is not read");
        }
        if ((flags & STORED) != 0) {
            return Arrays.copyOfRange(bytes, BLOSC_HEADER, BLOSC_HEADER + length);
        }
        byte[] decoded = new byte[length];
        for (int start = 0, block = 0; start < length; start += blockSize, block++) {
            AssetBudget.check(); // many blocks can be of the same bytes
            int end = Math.min(length, start + blockSize);
            byte[] plain = block(in, in.getInt(BLOSC_HEADER + Integer.BYTES * block), end - start, width, blockSize);
            byte[] ordered = (flags & SHUFFLED) != 0 && width > 1 ? unshuffled(plain, width) : plain;
            System.arraycopy(ordered, 0, decoded, start, end - start);
        }
        return decoded;
    }

    private static byte[] block(ByteBuffer in, int offset, int length, int width, int blockSize) throws IOException {
        int flags = in.get(2);
        boolean split = (flags & NOT_SPLIT) == 0
                && length == blockSize
                && width <= MOST_STREAMS
                && blockSize / width >= LEAST_STREAM;
        int streams = split ? width : 1;
        byte[] plain = new byte[length];
        int part = length / streams;
        int at = offset;
        for (int i = 0; i < streams; i++) {
            int packed = in.getInt(at);
            at += Integer.BYTES;
            byte[] stream = stream(in.slice(at, packed), flags >> 5 & 7, part);
            System.arraycopy(stream, 0, plain, i * part, part);
            at += packed;
        }
        return plain;
    }

    /** A stream that is as long as what it holds is not compressed. */
    private static byte[] stream(ByteBuffer packed, int codec, int length) throws IOException {
        byte[] bytes = new byte[packed.remaining()];
        packed.get(bytes);
        if (bytes.length == length) {
            return bytes;
        }
        byte[] decoded = switch (codec) {
            case BLOSC_LZ4 -> lz4(bytes, 0, bytes.length, length);
            case BLOSC_ZLIB -> inflated(new InflaterInputStream(new ByteArrayInputStream(bytes)), length);
            case BLOSC_ZSTD -> zstd(bytes, 0, bytes.length, length);
            default -> throw unsupported("blosc with codec " + codec);
        };
        return Arrays.copyOf(decoded, length);
    }

    private static byte[] unshuffled(byte[] bytes, int width) {
        int count = bytes.length / width;
        byte[] ordered = bytes.clone();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < width; j++) {
                ordered[i * width + j] = bytes[j * count + i];
            }
        }
        return ordered;
    }
}

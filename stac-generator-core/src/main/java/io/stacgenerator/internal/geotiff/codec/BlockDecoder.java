package io.stacgenerator.internal.geotiff.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decodes the strips and tiles of an image, one after the other; used by one thread. */
public interface BlockDecoder extends AutoCloseable {

    /** The largest block that is decoded in one piece where a format cannot be decoded row by row. */
    int MAX_WHOLE_BLOCK = 32 << 20;

    /**
     * Decodes a block.
     *
     * @param encoded the bytes in the file
     * @return the rows of pixels; reading it fails with an {@link IOException} or a {@link RuntimeException} where the
     *     bytes are corrupt
     * @throws IOException when the bytes are corrupt or cannot be read
     */
    InputStream decode(InputStream encoded) throws IOException;

    /** Reads the bytes of a block that is decoded in one piece. */
    static byte[] whole(InputStream encoded) throws IOException {
        byte[] bytes = encoded.readNBytes(MAX_WHOLE_BLOCK + 1);
        if (bytes.length > MAX_WHOLE_BLOCK) {
            throw new IOException("the data have more than %d bytes".formatted(MAX_WHOLE_BLOCK));
        }
        return bytes;
    }

    /**
     * Returns what is missing for blocks to be decoded in the least time.
     *
     * @return one sentence; empty where nothing is
     */
    static Optional<String> missing() {
        List<String> missing = Stream.of(Libdeflate.DECOMPRESSION, Libzstd.DECOMPRESSION)
                .flatMap(library -> library.missing().stream())
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("; ", missing) + "; docs/performance.md says how to use them");
    }

    /** Releases what the decoder holds. */
    @Override
    default void close() {}

    /**
     * Returns a decoder.
     *
     * @param compression the method
     * @param shape what a block holds
     * @param jpeg what JPEG data need besides their blocks
     * @return the decoder; empty where the method or such blocks are not supported
     */
    static Optional<BlockDecoder> of(Compression compression, BlockShape shape, JpegDecoder.Settings jpeg) {
        boolean whole = shape.bytes() <= MAX_WHOLE_BLOCK;
        return switch (compression) {
            case NONE -> Optional.of(encoded -> encoded);
            case DEFLATE, OLD_DEFLATE -> Optional.of(new DeflateDecoder(shape.bytes()));
            case LZW -> Optional.of(LzwInputStream::new);
            case PACKBITS -> Optional.of(PackBitsInputStream::new);
            case ZSTD -> whole ? ZstdDecoder.of((int) shape.bytes()) : Optional.empty();
            case JPEG -> whole && shape.bits() == 8 ? Optional.of(new JpegDecoder(shape, jpeg)) : Optional.empty();
            default -> Optional.empty();
        };
    }
}

package io.stacgenerator.internal.geotiff.codec;

import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Zstandard: RFC 8878. A block that expands beyond its declared size is refused by the decompressor. */
final class ZstdDecoder implements BlockDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(ZstdDecoder.class);

    private final ZstdDecompressor decompressor = new ZstdDecompressor();
    private final byte[] decoded;

    private ZstdDecoder(int size) {
        this.decoded = new byte[size];
    }

    /** Makes a decoder; empty where the Java does not allow the access to memory that the decompressor needs. */
    static Optional<BlockDecoder> of(int size) {
        try {
            return Optional.of(new ZstdDecoder(size));
        } catch (LinkageError | RuntimeException e) {
            LOG.warn("ZSTD is not available: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public InputStream decode(InputStream encoded) throws IOException {
        byte[] bytes = BlockDecoder.whole(encoded);
        int length = decompressor.decompress(bytes, 0, bytes.length, decoded, 0, decoded.length);
        return new ByteArrayInputStream(decoded, 0, length);
    }
}

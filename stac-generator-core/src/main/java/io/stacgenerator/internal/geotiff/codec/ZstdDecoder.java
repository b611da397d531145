package io.stacgenerator.internal.geotiff.codec;

import io.airlift.compress.zstd.ZstdDecompressor;
import io.stacgenerator.internal.geotiff.codec.NativeDecompression.Decompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Zstandard: RFC 8878. A block that expands beyond its declared size is refused by the decompressors. */
final class ZstdDecoder implements BlockDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(ZstdDecoder.class);

    /** Where the header of a frame has its flags and the size of its window: RFC 8878 section 3.1.1.1. */
    private static final int FLAGS = 4;

    private static final int WINDOW = 5;
    private static final int SINGLE_SEGMENT = 0x20;

    /** 8 MiB, the most that the decompressor in Java takes. */
    private static final byte MOST_WINDOW = 13 << 3;

    private final ZstdDecompressor decompressor = new ZstdDecompressor();
    private final @Nullable Decompressor libzstd;
    private final byte[] decoded;

    private ZstdDecoder(int size) {
        this.libzstd = Libzstd.DECOMPRESSION.open(size).orElse(null);
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

    /** What libzstd does not find intact is left to the other decompressor, which says why. */
    @Override
    public InputStream decode(InputStream encoded) throws IOException {
        byte[] bytes = BlockDecoder.whole(encoded);
        int length = libzstd == null ? -1 : libzstd.decompress(bytes, decoded);
        if (length < 0) {
            narrow(bytes);
            length = decompressor.decompress(bytes, 0, bytes.length, decoded, 0, decoded.length);
        }
        return new ByteArrayInputStream(decoded, 0, length);
    }

    /** Levels from 20 on announce a window larger than any block, so that none reaches back as far. */
    private static void narrow(byte[] frame) {
        boolean windowed = frame.length > WINDOW && (frame[FLAGS] & SINGLE_SEGMENT) == 0;
        if (windowed && (frame[WINDOW] & 0xFF) > MOST_WINDOW) {
            frame[WINDOW] = MOST_WINDOW;
        }
    }

    @Override
    public void close() {
        if (libzstd != null) {
            libzstd.close();
        }
    }
}

package io.stacgenerator.internal.geotiff.codec;

import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Zstandard: RFC 8878. A block that expands beyond its declared size is refused by the decompressor. */
final class ZstdDecoder implements BlockDecoder {

    private final ZstdDecompressor decompressor = new ZstdDecompressor();
    private final byte[] decoded;

    ZstdDecoder(int size) {
        this.decoded = new byte[size];
    }

    @Override
    public InputStream decode(InputStream encoded) throws IOException {
        byte[] bytes = BlockDecoder.whole(encoded);
        int length = decompressor.decompress(bytes, 0, bytes.length, decoded, 0, decoded.length);
        return new ByteArrayInputStream(decoded, 0, length);
    }
}

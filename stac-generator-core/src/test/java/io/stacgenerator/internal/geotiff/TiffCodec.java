package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.geotiff.codec.Compression;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Encodes blocks of pixels for tests. */
public interface TiffCodec {

    /** Leaves blocks as they are. */
    TiffCodec NONE = of(Compression.NONE.code(), block -> block);

    int compression();

    byte[] encode(byte[] block, int width, int height, int samples);

    /** Tags that the codec adds to an image. */
    default Map<Integer, TiffValue> tags() {
        return Map.of();
    }

    static TiffCodec of(int compression, UnaryOperator<byte[]> encoder) {
        return new TiffCodec() {
            @Override
            public int compression() {
                return compression;
            }

            @Override
            public byte[] encode(byte[] block, int width, int height, int samples) {
                return encoder.apply(block);
            }
        };
    }
}

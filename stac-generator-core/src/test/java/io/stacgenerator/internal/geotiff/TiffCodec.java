package io.stacgenerator.internal.geotiff;

import java.util.Map;

/** Encodes blocks of pixels for tests. */
public interface TiffCodec {

    /** Leaves blocks as they are. */
    TiffCodec NONE = of(Compression.NONE, block -> block);

    int compression();

    byte[] encode(byte[] block, int width, int height, int samples);

    /** Tags that the codec adds to an image. */
    default Map<Integer, TiffValue> tags() {
        return Map.of();
    }

    static TiffCodec of(int compression, java.util.function.UnaryOperator<byte[]> encoder) {
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

package io.stacgenerator.internal.geotiff.codec;

import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Deflate in the zlib format: TIFF supplement 2. */
final class DeflateDecoder implements BlockDecoder {

    private static final int BUFFER = 16 * 1024;

    private final Inflater inflater = new Inflater();

    @Override
    public InputStream decode(InputStream encoded) {
        inflater.reset();
        return new InflaterInputStream(encoded, inflater, BUFFER);
    }

    @Override
    public void close() {
        inflater.end();
    }
}

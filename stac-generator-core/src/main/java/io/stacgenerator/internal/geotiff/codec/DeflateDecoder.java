package io.stacgenerator.internal.geotiff.codec;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Deflate in the zlib format: TIFF supplement 2. */
final class DeflateDecoder implements BlockDecoder {

    private static final int BUFFER = 16 * 1024;

    /** The inflater is slow at the end of the room it is given, so that it is given more than a row. */
    private static final int ROWS = 32 * 1024;

    private final Inflater inflater = new Inflater();

    @Override
    public InputStream decode(InputStream encoded) {
        inflater.reset();
        return new BufferedInputStream(new InflaterInputStream(encoded, inflater, BUFFER), ROWS);
    }

    @Override
    public void close() {
        inflater.end();
    }
}

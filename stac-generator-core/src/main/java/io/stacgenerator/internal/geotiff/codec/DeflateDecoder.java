package io.stacgenerator.internal.geotiff.codec;

import io.stacgenerator.internal.geotiff.codec.NativeDecompression.Decompressor;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Deflate in the zlib format: TIFF supplement 2. */
final class DeflateDecoder implements BlockDecoder {

    private static final int BUFFER = 16 * 1024;

    /** The inflater is slow at the end of the room it is given, so that it is given more than a row. */
    private static final int ROWS = 32 * 1024;

    private final Inflater inflater = new Inflater();
    private final @Nullable Decompressor libdeflate;
    private final byte[] decoded;

    /**
     * Creates a decoder.
     *
     * @param size the bytes of a full block
     */
    DeflateDecoder(long size) {
        this.libdeflate = Libdeflate.DECOMPRESSION.open(size).orElse(null);
        this.decoded = new byte[libdeflate == null ? 0 : (int) size];
    }

    @Override
    public InputStream decode(InputStream encoded) throws IOException {
        return libdeflate == null ? inflated(encoded) : whole(libdeflate, encoded);
    }

    /**
     * What is not intact, or too long, is left to the JDK, which gives its rows up to the fault, and says what it is.
     */
    private InputStream whole(Decompressor libdeflate, InputStream encoded) throws IOException {
        byte[] bytes = encoded.readNBytes(NativeDecompression.MOST);
        int length = bytes.length < NativeDecompression.MOST ? libdeflate.decompress(bytes, decoded) : -1;
        if (length >= 0) {
            return new ByteArrayInputStream(decoded, 0, length);
        }
        return inflated(new SequenceInputStream(new ByteArrayInputStream(bytes), encoded));
    }

    private InputStream inflated(InputStream encoded) {
        inflater.reset();
        return new BufferedInputStream(new InflaterInputStream(encoded, inflater, BUFFER), ROWS);
    }

    @Override
    public void close() {
        inflater.end();
        if (libdeflate != null) {
            libdeflate.close();
        }
    }
}

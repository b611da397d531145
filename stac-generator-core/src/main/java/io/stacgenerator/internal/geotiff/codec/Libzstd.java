package io.stacgenerator.internal.geotiff.codec;

import io.stacgenerator.internal.geotiff.codec.NativeDecompression.Functions;
import io.stacgenerator.internal.geotiff.codec.NativeDecompression.Library;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * Decompresses Zstandard by its own library.
 *
 * @see <a href="https://github.com/facebook/zstd/blob/v1.5.4/lib/zstd.h">zstd.h</a>
 */
final class Libzstd {

    /** The system property that holds the path of the library. */
    static final String PROPERTY = "stacgenerator.libzstd.library";

    static final NativeDecompression DECOMPRESSION = new NativeDecompression(
            PROPERTY,
            new Library("ZSTD", "libzstd", 1),
            new Functions("ZSTD_createDCtx", "ZSTD_decompressDCtx", "ZSTD_freeDCtx"),
            MethodType.methodType(long.class, long.class, byte[].class, long.class, byte[].class, long.class),
            Libzstd::decompress);

    private Libzstd() {}

    /** The codes of errors are less than 0. */
    private static long decompress(MethodHandle function, long decompressor, byte[] in, byte[] out) throws Throwable {
        return (long) function.invokeExact(decompressor, out, (long) out.length, in, (long) in.length);
    }
}

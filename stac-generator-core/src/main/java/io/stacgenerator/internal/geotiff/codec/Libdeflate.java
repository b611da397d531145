package io.stacgenerator.internal.geotiff.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inflates whole blocks by libdeflate, in half or less of the time that the zlib of the JDK takes, where the system has
 * it and the Java lets this library call natives: 22 or newer, with {@code --enable-native-access}. The system property
 * {@value #PROPERTY} names another file of the library, or {@code none}. One object serves one thread.
 *
 * @see <a href="https://github.com/ebiggers/libdeflate/blob/v1.14/libdeflate.h">libdeflate.h</a>
 */
final class Libdeflate implements AutoCloseable {

    /** The system property that holds the path of the library. */
    static final String PROPERTY = "stacgenerator.libdeflate.library";

    private static final Logger LOG = LoggerFactory.getLogger(Libdeflate.class);

    private static final String LIBRARY =
            System.getProperty("os.name", "").startsWith("Mac") ? "libdeflate.0.dylib" : "libdeflate.so.0";

    private static final MethodType ALLOCATION = MethodType.methodType(long.class);
    private static final MethodType INFLATION = MethodType.methodType(
            int.class, long.class, byte[].class, long.class, byte[].class, long.class, long.class);
    private static final MethodType RELEASE = MethodType.methodType(void.class, long.class);

    /** Constants, so that a call compiles to that of the native function; without the library, nothing is allocated. */
    private static final MethodHandle ALLOCATE;

    private static final MethodHandle INFLATE;
    private static final MethodHandle FREE;

    static {
        MethodHandle allocate = MethodHandles.empty(ALLOCATION);
        MethodHandle inflate = MethodHandles.empty(INFLATION);
        MethodHandle free = MethodHandles.empty(RELEASE);
        try {
            NativeFunctions library = new NativeFunctions(System.getProperty(PROPERTY, LIBRARY));
            free = library.find("libdeflate_free_decompressor", RELEASE);
            inflate = library.find("libdeflate_zlib_decompress", INFLATION);
            allocate = library.find("libdeflate_alloc_decompressor", ALLOCATION);
            LOG.debug("Deflate is decoded by libdeflate");
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.debug("Deflate is decoded by the JDK, as libdeflate is not available", e);
        }
        ALLOCATE = allocate;
        INFLATE = inflate;
        FREE = free;
    }

    private long decompressor;

    private Libdeflate(long decompressor) {
        this.decompressor = decompressor;
    }

    /** Returns a decompressor; empty where the library is not available. */
    static Optional<Libdeflate> open() {
        try {
            long decompressor = (long) ALLOCATE.invokeExact();
            return decompressor == 0 ? Optional.empty() : Optional.of(new Libdeflate(decompressor));
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /**
     * Inflates data in the zlib format.
     *
     * @return whether they were intact and filled the output exactly; what the output holds otherwise is undefined
     */
    boolean inflate(byte[] in, byte[] out) {
        if (decompressor == 0) {
            throw new IllegalStateException("the decompressor is closed");
        }
        try {
            // without a place for the size, less output than there is room for is an error too
            return (int) INFLATE.invokeExact(decompressor, in, (long) in.length, out, (long) out.length, 0L) == 0;
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        long closed = decompressor;
        decompressor = 0;
        if (closed != 0) {
            try {
                FREE.invokeExact(closed);
            } catch (Throwable e) {
                throw failure(e);
            }
        }
    }

    /** A native function throws nothing; the JVM may be out of memory. */
    private static RuntimeException failure(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(e);
    }
}

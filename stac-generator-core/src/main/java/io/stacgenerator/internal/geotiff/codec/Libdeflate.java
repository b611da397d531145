package io.stacgenerator.internal.geotiff.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inflates whole blocks by libdeflate, in half or less of the time that the zlib of the JDK takes, where the system has
 * it and the Java lets this library call natives: 22 or newer, with {@code --enable-native-access}. The system property
 * {@value #PROPERTY} names another file of the library, or {@code none}. One object serves one thread.
 *
 * @see <a href="https://github.com/ebiggers/libdeflate/blob/v1.14/libdeflate.h">libdeflate.h</a>
 */
public final class Libdeflate implements AutoCloseable {

    /** The system property that holds the path of the library. */
    static final String PROPERTY = "stacgenerator.libdeflate.library";

    private static final Logger LOG = LoggerFactory.getLogger(Libdeflate.class);

    private static final String LIBRARY =
            System.getProperty("os.name", "").startsWith("Mac") ? "libdeflate.0.dylib" : "libdeflate.so.0";

    private static final MethodType ALLOCATION = MethodType.methodType(long.class);
    private static final MethodType INFLATION = MethodType.methodType(
            int.class, long.class, byte[].class, long.class, byte[].class, long.class, long[].class);
    private static final MethodType RELEASE = MethodType.methodType(void.class, long.class);

    /** Constants, so that a call compiles to that of the native function; without the library, nothing is allocated. */
    private static final MethodHandle ALLOCATE;

    private static final MethodHandle INFLATE;
    private static final MethodHandle FREE;
    private static final @Nullable String FAULT;

    static {
        MethodHandle allocate = MethodHandles.empty(ALLOCATION);
        MethodHandle inflate = MethodHandles.empty(INFLATION);
        MethodHandle free = MethodHandles.empty(RELEASE);
        String fault = null;
        try {
            NativeFunctions library = new NativeFunctions(System.getProperty(PROPERTY, LIBRARY));
            free = library.find("libdeflate_free_decompressor", RELEASE);
            inflate = library.find("libdeflate_zlib_decompress", INFLATION);
            allocate = library.find("libdeflate_alloc_decompressor", ALLOCATION);
            LOG.debug("Deflate is decoded by libdeflate");
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.debug("Deflate is decoded by the JDK, as libdeflate is not available", e);
            Throwable cause = e instanceof InvocationTargetException called ? called.getTargetException() : e;
            fault = String.valueOf(cause.getMessage());
        }
        ALLOCATE = allocate;
        INFLATE = inflate;
        FREE = free;
        FAULT = fault;
    }

    private final long[] length = new long[1];
    private long decompressor;

    private Libdeflate(long decompressor) {
        this.decompressor = decompressor;
    }

    /**
     * Returns what is missing for this library to decode Deflate.
     *
     * @return one sentence; empty where it does so
     */
    public static Optional<String> missing() {
        return Optional.ofNullable(FAULT)
                .map(("Deflate is decoded by the JDK; libdeflate, which takes half the time, is not used: %s; "
                        + "docs/performance.md says how to use it")::formatted);
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
     * @return the number of bytes that they expand to; -1 where they are not intact or do not fit, and then what the
     *     output holds is undefined
     */
    int inflate(byte[] in, byte[] out) {
        if (decompressor == 0) {
            throw new IllegalStateException("the decompressor is closed");
        }
        try {
            int result = (int) INFLATE.invokeExact(decompressor, in, (long) in.length, out, (long) out.length, length);
            return result == 0 ? (int) length[0] : -1;
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

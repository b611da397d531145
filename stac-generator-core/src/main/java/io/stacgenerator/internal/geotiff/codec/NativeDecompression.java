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
 * Decompresses whole blocks by a native library, where the system has it and the Java lets this library call natives:
 * 22 or newer, with {@code --enable-native-access}. Thread-safe.
 */
final class NativeDecompression {

    /** The collector may have to wait for the end of a call, so that larger blocks are decoded otherwise. */
    static final int MOST = 4 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(NativeDecompression.class);

    private static final MethodType ALLOCATION = MethodType.methodType(long.class);
    private static final MethodType RELEASE = MethodType.methodType(void.class, long.class);

    private final Library library;
    private final Call call;
    private final MethodHandle allocate;
    private final MethodHandle decompress;
    private final MethodHandle release;
    private final @Nullable String fault;

    /**
     * Opens a library.
     *
     * @param property the system property that names another file of the library, or {@code none}
     * @param library what it is
     * @param functions the names of its functions that allocate a decompressor, decompress, and release it
     * @param signature the arguments and the result of the second
     * @param call calls the second
     */
    NativeDecompression(String property, Library library, Functions functions, MethodType signature, Call call) {
        this.library = library;
        this.call = call;
        MethodHandle found = MethodHandles.empty(signature);
        MethodHandle allocating = MethodHandles.empty(ALLOCATION);
        MethodHandle releasing = MethodHandles.empty(RELEASE);
        String missing = null;
        try {
            NativeFunctions natives = new NativeFunctions(System.getProperty(property, library.file()));
            releasing = natives.find(functions.release(), RELEASE);
            found = natives.find(functions.decompress(), signature);
            allocating = natives.find(functions.allocate(), ALLOCATION);
            LOG.debug("{} is decoded by {}", library.format(), library.name());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.debug("{} is not available", library.name(), e);
            Throwable cause = e instanceof InvocationTargetException called ? called.getTargetException() : e;
            missing = String.valueOf(cause.getMessage());
        }
        allocate = allocating;
        decompress = found;
        release = releasing;
        fault = missing;
    }

    /**
     * A library of the system.
     *
     * @param format what it decompresses, as users call it
     * @param name its name
     * @param version the version of its interface
     */
    record Library(String format, String name, int version) {

        String file() {
            boolean mac = System.getProperty("os.name", "").startsWith("Mac");
            return mac ? "%s.%d.dylib".formatted(name, version) : "%s.so.%d".formatted(name, version);
        }
    }

    /** The names of functions. */
    record Functions(String allocate, String decompress, String release) {}

    /** Calls a function that decompresses. */
    @FunctionalInterface
    interface Call {

        /** Returns the number of bytes that the data expand to; less than 0 where they are not intact or do not fit. */
        long run(MethodHandle function, long decompressor, byte[] in, byte[] out) throws Throwable;
    }

    /** Returns that the library is not available, and why; empty where it is. */
    Optional<String> missing() {
        return Optional.ofNullable(fault)
                .map(why -> "%s is decoded without %s, which takes less time: %s"
                        .formatted(library.format(), library.name(), why));
    }

    /** Returns a decompressor; empty where the library is not available, or blocks expand to too many bytes. */
    Optional<Decompressor> open(long size) {
        if (size > MOST) {
            return Optional.empty();
        }
        try {
            long decompressor = (long) allocate.invokeExact();
            return decompressor == 0 ? Optional.empty() : Optional.of(new Decompressor(decompressor));
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** Holds memory of the library. One object serves one thread. */
    final class Decompressor implements AutoCloseable {

        private long pointer;

        private Decompressor(long pointer) {
            this.pointer = pointer;
        }

        /**
         * Decompresses a block.
         *
         * @return the number of bytes that it expands to; less than 0 where it is not intact or does not fit, and then
         *     what the output holds is undefined
         */
        int decompress(byte[] in, byte[] out) {
            if (pointer == 0) {
                throw new IllegalStateException("the decompressor is closed");
            }
            try {
                return (int) Math.max(-1, call.run(decompress, pointer, in, out));
            } catch (Throwable e) {
                throw failure(e);
            }
        }

        @Override
        public void close() {
            long closed = pointer;
            pointer = 0;
            if (closed != 0) {
                try {
                    release.invokeExact(closed);
                } catch (Throwable e) {
                    throw failure(e);
                }
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

package io.stacgenerator.internal.gdal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The one thread that works on HDF5 and NetCDF files.
 *
 * <p>HDF5 prints its errors, such as that an optional attribute is not there, unless told not to; NetCDF and GDAL tell
 * it once, which holds for the thread that they do so on.
 */
final class Hdf5Thread {

    private static final ExecutorService ONE = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "stac-generator-hdf5");
        thread.setDaemon(true);
        return thread;
    });

    private Hdf5Thread() {}

    /** Runs work on the thread and waits for its end. */
    static <T> T call(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, ONE).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}

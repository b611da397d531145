package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.budget.AssetBudget;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    /** Runs work on the thread and waits for its end, or for an interruption, after which the work soon stops. */
    static <T> T call(Supplier<T> work) {
        Future<T> result = ONE.submit(AssetBudget.carried(work::get));
        try {
            return result.get();
        } catch (InterruptedException e) {
            AssetBudget.cancel();
            Thread.currentThread().interrupt();
            throw new StacGeneratorException(ErrorCode.CANCELED, "the calling thread was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.util.function.Supplier;
import org.gdal.gdal.gdal;

/**
 * A time in which the calling thread uses GDAL: its messages are kept instead of printed, and it opens nothing in the
 * network. What other threads, and other users of GDAL in this process, have set stays as it is.
 */
final class GdalSession {

    /** Files can name others as their overviews; in the network, only the one file of this name then exists. */
    private static final String NETWORK_FILE = "CPL_VSIL_CURL_ALLOWED_FILENAME";

    private static final String NONE = "none";

    /** SpatiaLite has virtual tables of any file. */
    private static final String SPATIALITE = "SPATIALITE_LOAD";

    private GdalSession() {}

    /** Runs work that uses GDAL; it must not block on anything else, so that it stays on its thread. */
    static <T> T call(Supplier<T> work) {
        return quietly(() -> confined(work));
    }

    /** Runs work that opens nothing, such as a transform of a position, which takes less time than to set options. */
    static <T> T quietly(Supplier<T> work) {
        gdal.PushErrorHandler("CPLQuietErrorHandler");
        try {
            return work.get();
        } finally {
            gdal.PopErrorHandler();
        }
    }

    private static <T> T confined(Supplier<T> work) {
        String before = gdal.GetThreadLocalConfigOption(NETWORK_FILE);
        gdal.SetThreadLocalConfigOption(NETWORK_FILE, NONE);
        String spatialite = gdal.GetThreadLocalConfigOption(SPATIALITE);
        gdal.SetThreadLocalConfigOption(SPATIALITE, "NO");
        try {
            return work.get();
        } finally {
            gdal.SetThreadLocalConfigOption(SPATIALITE, spatialite);
            gdal.SetThreadLocalConfigOption(NETWORK_FILE, before);
        }
    }

    /** Runs work on a file, on the thread that its format needs. */
    static <T> T call(GdalFile file, Supplier<T> work) {
        return file.hdf5() ? Hdf5Thread.call(() -> call(work)) : call(work);
    }

    /** Describes a failure by GDAL's last message to this thread, with the path of the file replaced by its href. */
    static StacGeneratorException failure(ErrorCode code, GdalFile file, String what) {
        String message = gdal.GetLastErrorMsg();
        String reason = message == null || message.isBlank() ? "no reason is given" : message.strip();
        return new StacGeneratorException(
                code, "GDAL cannot %s %s: %s".formatted(what, file.href(), file.withHref(reason)));
    }
}

package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gdal.gdal.gdal;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the calling thread uses GDAL: its messages are kept instead of printed, and it opens nothing in the
 * network. What other threads, and other users of GDAL in this process, have set stays as it is.
 */
final class GdalSession {

    private static final Map<String, String> OPTIONS = Map.of(
            // files can name others as their overviews; in the network, only the one file of this name then exists
            "CPL_VSIL_CURL_ALLOWED_FILENAME",
            "none",
            // SpatiaLite has virtual tables of any file
            "SPATIALITE_LOAD",
            "NO",
            // the rest of a JPEG that ends too early would be gray
            "GDAL_ERROR_ON_LIBJPEG_WARNING",
            "YES");

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
        Map<String, @Nullable String> before = new HashMap<>();
        OPTIONS.forEach((name, value) -> {
            before.put(name, gdal.GetThreadLocalConfigOption(name));
            gdal.SetThreadLocalConfigOption(name, value);
        });
        try {
            return work.get();
        } finally {
            before.forEach(gdal::SetThreadLocalConfigOption);
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

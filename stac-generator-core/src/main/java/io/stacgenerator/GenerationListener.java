package io.stacgenerator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hears what becomes of requests, to log, measure or show it. Set by {@link GenerationOptions.Builder#listener}.
 *
 * <p>Called by the threads that work on a request, several at a time, so that it must be thread-safe and quick. What it
 * throws is logged and changes nothing. The request is the same object in all calls for one request. Hrefs are those
 * that may be published, without credentials.
 *
 * @since 0.1.0
 */
public interface GenerationListener {

    /** The parts of the work on a request, in their order. */
    enum Step {
        /** Metadata files and the Collection are read and parsed. */
        METADATA,
        /** Assets are opened and read. */
        ASSETS,
        /** The Item is put together, merged with the metadata and checked. */
        ITEM
    }

    /**
     * A request is started.
     *
     * @param request the request
     */
    default void started(GenerationRequest request) {}

    /**
     * An asset is about to be read. Its end is reported by {@link #assetRead}, or by {@link #ended} when the request
     * failed.
     *
     * @param request the request
     * @param href the asset
     */
    default void assetStarted(GenerationRequest request, String href) {}

    /**
     * Bytes of a file were read; for the progress of long reads.
     *
     * @param request the request
     * @param href the file
     * @param bytes how many bytes of it have been read so far, those read twice counted twice
     * @param size the size of the file
     */
    default void progressed(GenerationRequest request, String href, long bytes, long size) {}

    /**
     * An asset was read as far as it is needed.
     *
     * @param request the request
     * @param href the asset
     * @param bytes how many bytes of it were read
     * @param time how long it took
     */
    default void assetRead(GenerationRequest request, String href, long bytes, Duration time) {}

    /**
     * A step was done.
     *
     * @param request the request
     * @param step the step
     * @param time how long it took
     */
    default void stepped(GenerationRequest request, Step step, Duration time) {}

    /**
     * There is something that the user should know. It is in the result too, if there is one.
     *
     * @param request the request
     * @param warning the warning
     */
    default void warned(GenerationRequest request, Warning warning) {}

    /**
     * A request has come to its end.
     *
     * @param request the request
     * @param result the result, or null when it failed
     * @param error the error, or null when it succeeded
     * @param time how long it took
     */
    default void ended(
            GenerationRequest request,
            @Nullable GenerationResult result,
            @Nullable StacGeneratorException error,
            Duration time) {}
}

package io.stacgenerator.spi;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.Warning;
import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The request that is being worked on, for services that take part in it. Thread-safe.
 *
 * @since 0.1.0
 */
public interface GenerationContext {

    /**
     * Returns the request.
     *
     * @return the request as it was given
     */
    GenerationRequest request();

    /**
     * Returns how the Item of this request is made.
     *
     * @return the options of the generator or of the call, and before them those of the request
     */
    GenerationOptions options();

    /**
     * Adds a warning to the result.
     *
     * @param warning what the user should know
     */
    void warn(Warning warning);

    /**
     * Returns the form of an href of the request that may be published. No I/O.
     *
     * @param href an absolute href or a path
     * @return absolute and without credentials; the href itself by default
     */
    default String publicHref(String href) {
        return href;
    }

    /**
     * Opens another file through the storage of the generator, under its policy, such as one that lies next to an
     * asset.
     *
     * @param href an absolute href or a path
     * @return the object; the caller closes it
     * @throws io.stacgenerator.StacGeneratorException as {@link StorageResolver#open} says
     * @throws IOException when reading fails
     */
    StorageObject open(String href) throws IOException;

    /**
     * Opens a file as a raster, with the readers of the generator: for an extension that needs pixels, and for a reader
     * that takes a file out of another or measures what others do. A {@link RasterReader} that calls this in
     * {@link RasterReader#open} is not asked itself, so that it may hand on the file that it was given. Where pixels
     * cannot be read by the reader that opened the raster, the next one that recognizes the file is asked for them.
     *
     * <p>In {@link StacExtension#read} the file of the asset is open already: its raster is given, whose
     * {@code close()} does nothing.
     *
     * @param object the file, which stays open until the raster is closed, and is closed by its owner
     * @return the open raster, which the caller closes; empty where no reader recognizes the file, or where all decline
     *     it, which is warned of
     * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_RASTER} when the file is broken
     * @throws IOException when reading fails
     * @throws UnsupportedOperationException when this context is not that of a generator
     */
    default Optional<Raster> openRaster(StorageObject object) throws IOException {
        throw new UnsupportedOperationException("this context opens no rasters");
    }

    /**
     * Runs tasks that take long, several at a time where threads of the generator are free. The calling thread works
     * too, so that it never waits for another. After a failure the tasks that run are interrupted, and this does not
     * wait for their end.
     *
     * @param <T> the type of the results
     * @param tasks what to do; by default one after the other
     * @return the results, in the order of the tasks
     * @throws io.stacgenerator.StacGeneratorException when a task throws it; with {@code CANCELED} when the calling
     *     thread is interrupted; with {@code INTERNAL} when a task throws anything else
     * @throws IOException when a task throws it
     */
    default <T> List<T> runAll(List<Callable<T>> tasks) throws IOException {
        List<T> results = new ArrayList<>(tasks.size());
        for (Callable<T> task : tasks) {
            results.add(Tasks.call(task));
        }
        return results;
    }
}

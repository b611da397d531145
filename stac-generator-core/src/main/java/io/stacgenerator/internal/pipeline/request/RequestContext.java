package io.stacgenerator.internal.pipeline.request;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.pipeline.concurrency.Concurrency;
import io.stacgenerator.internal.pipeline.raster.RasterOpener;
import io.stacgenerator.internal.sink.TargetFiles;
import io.stacgenerator.internal.storage.Storage;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The context of one request; collects its warnings. */
public final class RequestContext implements GenerationContext {

    private final GenerationRequest request;
    private final GenerationOptions options;
    private final Storage storage;
    private final RequestEvents events;
    private final RasterOpener rasters;
    private final Concurrency concurrency;
    private final TargetFiles files;
    private final Queue<Warning> warnings = new ConcurrentLinkedQueue<>();

    /**
     * Creates a context.
     *
     * @param request the request
     * @param options how its Item is made
     * @param storage where its files are
     * @param events hears of what happens
     * @param rasters opens rasters for services
     * @param concurrency runs tasks of services
     * @param files where to write what is made besides the Item
     */
    public RequestContext(
            GenerationRequest request,
            GenerationOptions options,
            Storage storage,
            RequestEvents events,
            RasterOpener rasters,
            Concurrency concurrency,
            TargetFiles files) {
        this.request = request;
        this.options = options;
        this.storage = storage;
        this.events = events;
        this.rasters = rasters;
        this.concurrency = concurrency;
        this.files = files;
    }

    @Override
    public GenerationRequest request() {
        return request;
    }

    @Override
    public GenerationOptions options() {
        return options;
    }

    @Override
    public void warn(Warning warning) {
        warnings.add(warning);
        events.warned(warning);
    }

    @Override
    public String publicHref(String href) {
        return storage.publicHref(href);
    }

    @Override
    public StorageObject open(String href) {
        return storage.open(href);
    }

    @Override
    public Optional<Raster> openRaster(StorageObject object) throws IOException {
        return rasters.open(object, this);
    }

    @Override
    public <T> List<T> runAll(List<Callable<T>> tasks) throws IOException {
        return concurrency.callAll(tasks);
    }

    public RequestEvents events() {
        return events;
    }

    public Storage storage() {
        return storage;
    }

    public TargetFiles files() {
        return files;
    }

    public List<Warning> warnings() {
        return warnings.stream().distinct().toList();
    }
}

package io.stacgenerator.internal.pipeline.service;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.Warning;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The context of a request as one service sees it.
 *
 * @param context the context of the request
 * @param rasters opens rasters for this service
 */
public record ServiceContext(GenerationContext context, Rasters rasters) implements GenerationContext {

    /** Opens rasters. */
    @FunctionalInterface
    public interface Rasters {

        Optional<Raster> open(StorageObject object) throws IOException;
    }

    @Override
    public GenerationRequest request() {
        return context.request();
    }

    @Override
    public GenerationOptions options() {
        return context.options();
    }

    @Override
    public void warn(Warning warning) {
        context.warn(warning);
    }

    @Override
    public String publicHref(String href) {
        return context.publicHref(href);
    }

    @Override
    public StorageObject open(String href) throws IOException {
        return context.open(href);
    }

    @Override
    public Optional<Raster> openRaster(StorageObject object) throws IOException {
        return rasters.open(object);
    }

    @Override
    public <T> List<T> runAll(List<Callable<T>> tasks) throws IOException {
        return context.runAll(tasks);
    }
}

package io.stacgenerator.benchmarks;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.Warning;
import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.internal.storage.FileStorageResolver;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small Cloud Optimized GeoTIFF with an EPSG code, and what a reader asks for next to a file. Thread-safe.
 *
 * @param image the file
 */
record Scene(Path image) implements GenerationContext {

    static Scene write() throws IOException {
        return new Scene(DemoScene.write(Files.createTempDirectory("benchmark")).image());
    }

    StorageObject open() throws IOException {
        return open(image.toString());
    }

    @Override
    public StorageObject open(String href) throws IOException {
        return new FileStorageResolver().open(href, StoragePolicy::open);
    }

    @Override
    public GenerationRequest request() {
        return GenerationRequest.builder().assetPaths(image.toString()).build();
    }

    @Override
    public GenerationOptions options() {
        return GenerationOptions.builder().statistics(StatisticsMode.NONE).build();
    }

    @Override
    public void warn(Warning warning) {}
}

package io.stacgenerator.examples.embedding;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs on the threads of its host. */
public final class HostThreads implements AutoCloseable {

    private final StacGenerator generator;

    /**
     * Creates the generator of an application.
     *
     * @param executor the pool of the host, or {@code Executors.newVirtualThreadPerTaskExecutor()}
     */
    public HostThreads(Executor executor) {
        generator = StacGenerator.builder()
                .executor(executor)
                .concurrency(4)
                .threads(20)
                .build();
    }

    /**
     * Makes an Item on another thread; after a minute the reading is given up.
     *
     * @param request the request
     * @return the result to come
     */
    public CompletableFuture<GenerationResult> item(GenerationRequest request) {
        return generator.generateAsync(request).orTimeout(1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        generator.close();
    }
}

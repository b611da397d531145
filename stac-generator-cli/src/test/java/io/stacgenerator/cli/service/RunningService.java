package io.stacgenerator.cli.service;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.job.JobQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A service on a free port that may read one folder, and a client of it. */
final class RunningService implements AutoCloseable {

    private final StacGenerator generator;
    private final JobQueue queue;
    private final StacService service;
    private final ServiceClient client;

    RunningService(Path root, JobQueue queue, int workers, @Nullable String token) throws IOException {
        this(root, queue, options -> options.workers(workers).token(token));
    }

    RunningService(Path root, JobQueue queue, UnaryOperator<ServiceOptions.Builder> options) throws IOException {
        generator = StacGenerator.builder()
                .storagePolicy(StoragePolicy.builder().roots(root).build())
                .build();
        this.queue = queue;
        ServiceOptions.Builder builder = ServiceOptions.builder().address("127.0.0.1", 0);
        service = new StacService(
                        generator,
                        generator::generate,
                        queue,
                        options.apply(builder).build())
                .start();
        client = new ServiceClient(service.port());
    }

    StacService service() {
        return service;
    }

    ServiceClient client() {
        return client;
    }

    @Override
    public void close() {
        service.close();
        queue.close();
        generator.close();
    }
}

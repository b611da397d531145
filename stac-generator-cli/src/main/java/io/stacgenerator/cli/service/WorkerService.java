package io.stacgenerator.cli.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.job.JobQueue;
import java.net.BindException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs jobs, and reports by HTTP how this process is; it takes no requests. */
public final class WorkerService implements AutoCloseable {

    private final JobQueue queue;
    private final ServiceOptions options;
    private final Metrics metrics;
    private final QueueWatch watch;
    private final ServiceWorker worker;
    private final @Nullable Javalin server;

    /**
     * Prepares a worker.
     *
     * @param generate what turns a request into a result
     * @param queue where the jobs are; it stays open when the worker is closed
     * @param options how many jobs run, and where to listen; with a port of -1 nowhere
     */
    public WorkerService(
            Function<GenerationRequest, GenerationResult> generate, JobQueue queue, ServiceOptions options) {
        this.queue = queue;
        this.options = options;
        metrics = new Metrics(queue);
        watch = new QueueWatch(queue, options.log(), ServiceServer.WATCH_EVERY);
        worker = new ServiceWorker(queue, metrics.timed(generate), options);
        server = options.port() < 0 ? null : Javalin.create(this::configure);
    }

    private void configure(JavalinConfig config) {
        ServiceServer.configure(config, options);
        config.requestLogger.http(metrics::answered);
        config.routes.beforeMatched(Access.check(options.token()));
        new Probes(queue, worker::fault).register(config.routes, metrics);
        Problems.register(config);
    }

    /**
     * Starts to work on jobs, and listens.
     *
     * @return this
     * @throws BindException when the port is not free, or may not be used
     */
    public WorkerService start() throws BindException {
        if (server != null) {
            ServiceServer.start(server, options);
        }
        watch.start();
        worker.start();
        return this;
    }

    /**
     * Returns where the process listens.
     *
     * @return the port, or -1 when it does not
     */
    public int port() {
        return server == null ? -1 : server.port();
    }

    /**
     * Returns what is wrong with this process that a restart would cure.
     *
     * @return a sentence; empty when nothing is
     */
    public Optional<String> fault() {
        return worker.fault();
    }

    /** Takes no more jobs, and gives back those that do not end in time. */
    @Override
    public void close() {
        watch.close();
        worker.close();
        if (server != null) {
            ServiceServer.stop(server, options);
        }
        metrics.close();
    }
}

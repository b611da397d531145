package io.stacgenerator.cli.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobWorker;
import java.net.BindException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs jobs, and reports by HTTP how this process is; it takes no requests. */
public final class WorkerService implements AutoCloseable {

    private final JobQueue queue;
    private final ServiceOptions options;
    private final Metrics metrics;
    private final QueueWatch watch;
    private final Function<GenerationRequest, GenerationResult> generate;
    private final @Nullable Javalin server;
    private volatile @Nullable JobWorker worker;

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
        this.generate = metrics.timed(generate);
        watch = new QueueWatch(queue, options.log(), ServiceServer.WATCH_EVERY);
        server = options.port() < 0 ? null : Javalin.create(this::configure);
    }

    private void configure(JavalinConfig config) {
        ServiceServer.configure(config, options);
        config.requestLogger.http(metrics::answered);
        config.routes.beforeMatched(Access.check(options.token()));
        new Probes(queue, this::stuck).register(config.routes, metrics);
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
            try {
                server.start();
            } catch (JavalinBindException e) {
                throw ServiceServer.unbound(e, options);
            }
        }
        watch.start();
        worker = JobWorker.builder(queue, generate)
                .threads(options.workers())
                .grace(options.grace())
                .timeLimit(options.jobTimeout())
                .onRunEnded(new JobLog(options.log(), queue)::ran)
                .start();
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
     * Returns how many jobs hold a thread beyond their time.
     *
     * @return at least 0; when there are any the process is best replaced
     */
    public int stuck() {
        JobWorker working = worker;
        return working == null ? 0 : working.stuck();
    }

    /** Takes no more jobs, and gives back those that do not end in time. */
    @Override
    public void close() {
        watch.close();
        JobWorker working = worker;
        if (working != null) {
            working.close();
        }
        if (server != null) {
            server.stop();
        }
        metrics.close();
    }
}

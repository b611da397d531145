package io.stacgenerator.cli.service;

import static io.stacgenerator.cli.service.Access.OPEN;
import static io.stacgenerator.cli.service.Access.TOKEN;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.job.JobQueue;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The HTTP service: takes requests, runs them at once or as jobs, and reports on them. */
public final class StacService implements AutoCloseable {

    /**
     * As large as the requests that a queue takes. It holds for many requests in one body too: all bodies that arrive
     * are in memory, and a caller can submit as many in several calls.
     */
    static final int MAX_BODY_BYTES = 1 << 20;

    private final JobQueue queue;
    private final ServiceOptions options;
    private final Metrics metrics;
    private final Function<GenerationRequest, GenerationResult> generate;
    private final UnaryOperator<String> publicHref;
    private final JobFeed feed;
    private final JobLog log;
    private final QueueWatch watch;
    private final Webhooks webhooks;
    private final Javalin server;
    private final ServiceWorker worker;

    /**
     * Prepares the service.
     *
     * @param generator makes the items; it stays open when the service is closed
     * @param jobs what turns the request of a job into its result
     * @param queue where the jobs are; it stays open when the service is closed
     * @param options how the service is reached
     */
    public StacService(
            StacGenerator generator,
            Function<GenerationRequest, GenerationResult> jobs,
            JobQueue queue,
            ServiceOptions options) {
        this.queue = queue;
        this.options = options;
        metrics = new Metrics(queue);
        publicHref = generator::publicHref;
        generate = metrics.timed(generator::generate);
        worker = new ServiceWorker(queue, metrics.timed(jobs), options);
        feed = new JobFeed(queue);
        log = new JobLog(options.log(), queue);
        watch = new QueueWatch(queue, options.log(), ServiceServer.WATCH_EVERY);
        webhooks = new Webhooks(queue, options.webhooks(), options.log());
        server = Javalin.create(this::configure);
    }

    /**
     * Listens, and starts to work on jobs.
     *
     * @return this
     * @throws BindException when the port is not free, or may not be used
     */
    public StacService start() throws BindException {
        ServiceServer.start(server, options);
        watch.start();
        webhooks.start();
        worker.start();
        return this;
    }

    /**
     * Returns where the service listens.
     *
     * @return the port
     */
    public int port() {
        return server.port();
    }

    private void configure(JavalinConfig config) {
        ServiceServer.configure(config, options);
        config.requestLogger.http(metrics::answered);
        Page.register(config, options);
        register(config.routes);
        Origins.allow(config.routes, options.origins());
        Problems.register(config);
    }

    private void register(RoutesConfig routes) {
        LargeAnswers answers = new LargeAnswers();
        JobEndpoints endpoints = new JobEndpoints(queue, log, webhooks, answers);
        routes.beforeMatched(Access.check(options.token()));
        routes.post("/jobs", endpoints::submit, TOKEN);
        routes.get("/jobs", endpoints::list, TOKEN);
        routes.get("/jobs/{job_id}", endpoints::show, TOKEN);
        routes.delete("/jobs/{job_id}", endpoints::delete, TOKEN);
        routes.post("/jobs/requeue", endpoints::requeueAll, TOKEN);
        routes.post("/jobs/{job_id}/cancel", endpoints::cancel, TOKEN);
        routes.post("/jobs/{job_id}/requeue", endpoints::requeue, TOKEN);
        routes.get("/jobs/{job_id}/result", endpoints::showItem, TOKEN);
        routes.get("/jobs/{job_id}/request", new RequestEndpoint(queue, publicHref)::show, TOKEN);
        routes.get("/status/{job_id}", endpoints::status, TOKEN);
        routes.post("/items", new ItemEndpoint(generate, answers)::generate, TOKEN);
        routes.get("/events", feed::open, TOKEN);
        routes.get("/jobs/{job_id}/events", feed::openOne, TOKEN);
        routes.get("/workers", endpoints::listWorkers, TOKEN);
        ThumbnailEndpoint thumbnails = new ThumbnailEndpoint(options.thumbnails());
        routes.get("/thumbnails/{name}", thumbnails::show, TOKEN);
        routes.get("/thumbnails/{collection}/{name}", thumbnails::show, TOKEN);
        routes.get("/settings", new Settings(options)::show, TOKEN);
        new Probes(queue, worker::fault).register(routes, metrics);
        routes.get("/openapi.json", StacService::describe, OPEN);
    }

    /**
     * Returns what is wrong with this process that a restart would cure.
     *
     * @return a sentence; empty when nothing is
     */
    public Optional<String> fault() {
        return worker.fault();
    }

    private static void describe(Context ctx) {
        ctx.contentType(ContentType.JSON).result(StacService.class.getResourceAsStream("openapi.json"));
    }

    /** The routes as the service knows them, such as {@code GET /jobs}. */
    List<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    /** Takes no more calls, lets those that are under way end, and gives back jobs that do not end in time. */
    @Override
    public void close() {
        watch.close();
        webhooks.close();
        feed.close();
        ServiceServer.stop(server, options);
        worker.close();
        metrics.close();
    }
}

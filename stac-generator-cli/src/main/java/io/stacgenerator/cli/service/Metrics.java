package io.stacgenerator.cli.service;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStats;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What the service measures of itself, for Prometheus. */
final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final JobQueue queue;
    private final MultiGauge jobs = MultiGauge.builder("stac.generator.jobs")
            .description("jobs in the queue, by state")
            .register(registry);
    private final MultiGauge oldest = MultiGauge.builder("stac.generator.jobs.oldest.queued")
            .description("how long the job has waited that was queued first")
            .baseUnit("seconds")
            .register(registry);

    Metrics(JobQueue queue) {
        this.queue = queue;
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
    }

    /** Measures how long requests take, by what becomes of them. */
    Function<GenerationRequest, GenerationResult> timed(Function<GenerationRequest, GenerationResult> generate) {
        return request -> {
            Timer.Sample sample = Timer.start(registry);
            String outcome = "INTERNAL";
            try {
                GenerationResult result = generate.apply(request);
                outcome = "OK";
                return result;
            } catch (StacGeneratorException e) {
                outcome = e.code().name();
                throw e;
            } finally {
                sample.stop(registry.timer("stac.generator.generation", "outcome", outcome));
            }
        };
    }

    void answered(Context ctx, Float milliseconds) {
        Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        registry.timer(
                        "http.server.requests",
                        "method",
                        endpoint == null ? "other" : endpoint.method.name(),
                        "route",
                        endpoint == null ? "other" : endpoint.path,
                        "status",
                        Integer.toString(ctx.statusCode()))
                .record(Duration.ofNanos((long) (milliseconds * 1e6)));
    }

    void show(Context ctx) {
        JobStats stats = queue.stats();
        jobs.register(
                Arrays.stream(JobState.values())
                        .map(state -> MultiGauge.Row.of(Tags.of("state", state.jsonName()), stats.count(state)))
                        .toList(),
                true);
        oldest.register(
                stats.oldestQueued() == null
                        ? List.of()
                        : List.of(MultiGauge.Row.of(
                                Tags.empty(), stats.oldestQueued().toMillis() / 1e3)),
                true);
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}

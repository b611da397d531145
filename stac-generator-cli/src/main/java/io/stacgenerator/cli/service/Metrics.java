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
import io.stacgenerator.job.QueueMemory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the service measures of itself, for Prometheus. */
final class Metrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    /** The buckets of the histograms: calls are answered in milliseconds, items made in seconds or minutes. */
    private static final Duration[] CALL_BOUNDS = millis(5, 25, 100, 500, 2000, 10_000);

    private static final Duration[] GENERATION_BOUNDS = millis(50, 200, 1000, 5000, 30_000, 120_000, 600_000);

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

    private final MultiGauge memory = MultiGauge.builder("stac.generator.queue.memory")
            .description("memory of the server that holds the queue: what it uses, and its limit where it has one")
            .baseUnit("bytes")
            .register(registry);

    private final AtomicInteger queueAnswers =
            Objects.requireNonNull(registry.gauge("stac.generator.queue.answers", new AtomicInteger(1)));

    Metrics(JobQueue queue) {
        this.queue = queue;
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
    }

    private static Duration[] millis(long... bounds) {
        return Arrays.stream(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
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
                sample.stop(Timer.builder("stac.generator.generation")
                        .tag("outcome", outcome)
                        .serviceLevelObjectives(GENERATION_BOUNDS)
                        .register(registry));
            }
        };
    }

    void answered(Context ctx, Float milliseconds) {
        Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        Timer.builder("http.server.requests")
                .tag("method", endpoint == null ? "other" : endpoint.method.name())
                .tag("route", endpoint == null ? "other" : endpoint.path)
                .tag("status", Integer.toString(ctx.statusCode()))
                .serviceLevelObjectives(CALL_BOUNDS)
                .register(registry)
                .record(Duration.ofNanos((long) (milliseconds * 1e6)));
    }

    void show(Context ctx) {
        try {
            tell(queue.stats());
            queueAnswers.set(1);
        } catch (StacGeneratorException e) {
            // what the service measures of itself is of most use when something is broken
            LOG.warn("the queue cannot be measured: {}", e.getMessage());
            jobs.register(List.of(), true);
            oldest.register(List.of(), true);
            memory.register(List.of(), true);
            queueAnswers.set(0);
        }
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    private void tell(JobStats stats) {
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
        memory.register(stats.memory() == null ? List.of() : rows(stats.memory()), true);
    }

    private static List<MultiGauge.Row<?>> rows(QueueMemory memory) {
        MultiGauge.Row<?> used = MultiGauge.Row.of(Tags.of("kind", "used"), memory.usedBytes());
        MultiGauge.Row<?> limit = MultiGauge.Row.of(Tags.of("kind", "limit"), memory.limitBytes());
        return memory.limitBytes() == 0 ? List.of(used) : List.of(used, limit);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}

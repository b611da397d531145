package io.stacgenerator.cli.service;

import static io.stacgenerator.cli.service.Access.OPEN;
import static io.stacgenerator.cli.service.Access.TOKEN;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.stacgenerator.job.JobQueue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reports to those who watch a process how it is. */
final class Probes {

    private final JobQueue queue;
    private final Supplier<Optional<String>> fault;

    /** @param fault what is wrong with the process that a restart would cure */
    Probes(JobQueue queue, Supplier<Optional<String>> fault) {
        this.queue = queue;
        this.fault = fault;
    }

    void register(RoutesConfig routes, Metrics metrics) {
        routes.get("/health", this::showReadiness, OPEN);
        routes.get("/ready", this::showReadiness, OPEN);
        routes.get("/live", this::showLife, OPEN);
        routes.get("/metrics", metrics::show, TOKEN);
    }

    private void showReadiness(Context ctx) {
        queue.ping();
        up(ctx);
    }

    private void showLife(Context ctx) {
        fault.get().ifPresent(reason -> {
            throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, reason);
        });
        up(ctx);
    }

    private static void up(Context ctx) {
        Json.answer(ctx, Map.of("status", "up"));
    }
}

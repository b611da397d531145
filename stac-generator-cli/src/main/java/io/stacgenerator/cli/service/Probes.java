package io.stacgenerator.cli.service;

import static io.stacgenerator.cli.service.Access.OPEN;
import static io.stacgenerator.cli.service.Access.TOKEN;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.stacgenerator.job.JobQueue;
import java.util.Map;
import java.util.function.IntSupplier;

/** Reports to those who watch a process how it is. */
final class Probes {

    private final JobQueue queue;
    private final IntSupplier stuck;

    /** @param stuck how many jobs of the process hold a thread beyond their time */
    Probes(JobQueue queue, IntSupplier stuck) {
        this.queue = queue;
        this.stuck = stuck;
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

    /** Fails when a restart would help: threads that do not end hold memory, and perhaps a lock. */
    private void showLife(Context ctx) {
        int jobs = stuck.getAsInt();
        if (jobs > 0) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "%d jobs did not end in their time, and hold their threads".formatted(jobs));
        }
        up(ctx);
    }

    private static void up(Context ctx) {
        Json.answer(ctx, Map.of("status", "up"));
    }
}

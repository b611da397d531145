package io.stacgenerator.cli.option;

import io.stacgenerator.job.InMemoryJobQueue;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.redis.RedisJobQueue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the jobs are, and how long they stay. */
public final class QueueOptions {

    private static final JobQueueOptions DEFAULTS = JobQueueOptions.ofDefaults();

    @Option(
            names = "--redis",
            paramLabel = "URL",
            defaultValue = "${env:STAC_GENERATOR_REDIS}",
            description =
                    "The Redis that holds the jobs, such as redis://localhost:6379 or rediss://user:password@host; "
                            + "taken from the environment variable STAC_GENERATOR_REDIS where it is left out.")
    private @Nullable String redis;

    @Option(
            names = "--lease",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long a worker may be silent before others get its jobs, such as 90s or 5m; 60s by "
                    + "default. The same for all processes of a queue, as the next five.")
    private Duration lease = DEFAULTS.lease();

    @Option(
            names = "--attempts",
            paramLabel = "N",
            description = "How many times a job is tried that fails for a reason that may pass; 3 by default.")
    private int attempts = DEFAULTS.maxAttempts();

    @Option(
            names = "--backoff",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long the first retry waits; 5s by default. Each further one waits twice as long, 5m at "
                    + "most.")
    private Duration backoff = DEFAULTS.backoff();

    @Option(
            names = "--keep-results",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long finished jobs are kept with their items; 24h by default.")
    private Duration resultRetention = DEFAULTS.resultRetention();

    @Option(
            names = "--keep-failures",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long failed, stopped and canceled jobs are kept; 7d by default.")
    private Duration failureRetention = DEFAULTS.failureRetention();

    @Option(names = "--capacity", paramLabel = "N", description = "How many jobs may wait; 100,000 by default.")
    private int capacity = DEFAULTS.capacity();

    public boolean isRedis() {
        return redis != null && !redis.isEmpty();
    }

    public String place() {
        return isRedis() ? "on Redis" : "in memory";
    }

    JobQueue open(CommandLine command) {
        JobQueueOptions options = options(command);
        if (redis == null || redis.isEmpty()) {
            return new InMemoryJobQueue(options);
        }
        try {
            return RedisJobQueue.builder(redis).options(options).open();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, String.valueOf(e.getMessage()), e);
        }
    }

    private JobQueueOptions options(CommandLine command) {
        require(command, "--attempts", attempts);
        require(command, "--capacity", capacity);
        Duration longest = backoff.compareTo(DEFAULTS.maxBackoff()) > 0 ? backoff : DEFAULTS.maxBackoff();
        return JobQueueOptions.builder()
                .lease(lease)
                .maxAttempts(attempts)
                .backoff(backoff, longest)
                .resultRetention(resultRetention)
                .failureRetention(failureRetention)
                .capacity(capacity)
                .build();
    }

    private static void require(CommandLine command, String name, int value) {
        if (value < 1) {
            throw new ParameterException(command, "%s is %d, expected at least 1".formatted(name, value));
        }
    }
}

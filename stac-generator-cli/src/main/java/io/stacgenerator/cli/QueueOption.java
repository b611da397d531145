package io.stacgenerator.cli;

import io.stacgenerator.job.InMemoryJobQueue;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.redis.RedisJobQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the jobs are. */
final class QueueOption {

    @Option(
            names = "--redis",
            paramLabel = "URL",
            defaultValue = "${env:STAC_GENERATOR_REDIS}",
            description =
                    "The Redis that holds the jobs, such as redis://localhost:6379 or rediss://user:password@host; "
                            + "taken from the environment variable STAC_GENERATOR_REDIS where it is left out.")
    private @Nullable String redis;

    boolean isRedis() {
        return redis != null && !redis.isEmpty();
    }

    String place() {
        return isRedis() ? "on Redis" : "in memory";
    }

    JobQueue open(CommandLine command) {
        if (redis == null || redis.isEmpty()) {
            return new InMemoryJobQueue();
        }
        try {
            return RedisJobQueue.open(redis);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, String.valueOf(e.getMessage()), e);
        }
    }
}

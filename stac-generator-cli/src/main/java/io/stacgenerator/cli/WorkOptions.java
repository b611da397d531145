package io.stacgenerator.cli;

import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How many jobs run at a time, and how they end. */
final class WorkOptions {

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many jobs to run at a time; by default the number of processors.")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--grace",
            paramLabel = "SECONDS",
            description = "How long jobs may go on after SIGTERM or Ctrl-C, 25 by default. What has not ended then is "
                    + "given back to the queue.")
    private int grace = 25;

    int workers(CommandLine command, int least) {
        if (workers < least) {
            throw new ParameterException(command, "--workers is %d, expected at least %d".formatted(workers, least));
        }
        return workers;
    }

    Duration grace(CommandLine command) {
        if (grace < 0) {
            throw new ParameterException(command, "--grace is %d, expected at least 0".formatted(grace));
        }
        return Duration.ofSeconds(grace);
    }
}

package io.stacgenerator.cli;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobWorker;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Runs jobs of a queue that others fill. */
@Command(
        name = "worker",
        description =
                "Runs the jobs that services put on Redis, on any number of machines. It ends on SIGTERM or Ctrl-C.",
        customSynopsis = "${COMMAND-FULL-NAME} --redis URL [OPTIONS]",
        footer = "  ${COMMAND-FULL-NAME} --redis redis://queue:6379 --allow-root /data --workers 8")
final class WorkerCommand extends Subcommand {

    @Mixin
    private QueueOption queue = new QueueOption();

    @Mixin
    private AllowOptions allowed = new AllowOptions();

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Mixin
    private GeneratorOptions options = new GeneratorOptions();

    @Override
    @SuppressWarnings("try") // the worker works by itself until it is closed
    public Integer call() {
        if (!queue.isRedis()) {
            throw new ParameterException(command(), "no queue to work on, expected --redis URL");
        }
        int workers = work.workers(command(), 1);
        Duration grace = work.grace(command());
        StoragePolicy policy = allowed.policy(command());
        try (Termination termination = new Termination();
                StacGenerator generator =
                        options.generator().storagePolicy(policy).build();
                JobQueue jobs = queue.open(command());
                JobWorker worker = JobWorker.builder(jobs, generator::generate)
                        .threads(workers)
                        .grace(grace)
                        .start()) {
            console().note("working on jobs %s, %d at a time".formatted(queue.place(), workers));
            allowed.warnIfNone(console());
            termination.await();
            console().note(Termination.note(grace));
        }
        return CommandLine.ExitCode.OK;
    }
}

package io.stacgenerator.cli;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobWorker;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Runs jobs of a queue that others fill. */
@Command(
        name = "worker",
        description = {
            "Runs the jobs that services put on Redis, on any number of machines. It ends on SIGTERM or Ctrl-C.",
            "",
            "The jobs run in a process of their own, which is replaced when it dies, is out of memory, or has a job "
                    + "that does not end in its time."
        },
        customSynopsis = "${COMMAND-FULL-NAME} --redis URL [OPTIONS]",
        footer = "  ${COMMAND-FULL-NAME} --redis redis://queue:6379 --allow-root /data --workers 8")
final class WorkerCommand extends Subcommand {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Override
    public Integer call() {
        if (!work.queue().isRedis()) {
            throw new ParameterException(command(), "no queue to work on, expected --redis URL");
        }
        int workers = work.workers(command(), 1);
        Duration grace = work.grace(command());
        Long supervisor = Supervisor.current();
        return supervisor == null ? supervise(grace) : work(supervisor, workers, grace);
    }

    /** Opens what the worker process will open, so that what is wrong with the options ends this command. */
    @SuppressWarnings("try") // opened to see whether it can be
    private int supervise(Duration grace) {
        try (StacGenerator generator = work.generator(command());
                JobQueue jobs = work.openQueue(command())) {
            work.allowed().warnIfNone(console());
        }
        try (Termination termination = Termination.awaited()) {
            new Supervisor(arguments(), grace, console()).run(termination);
        }
        return ExitCode.OK;
    }

    private int work(long supervisor, int workers, Duration grace) {
        try (Termination termination = Termination.awaited();
                StacGenerator generator = work.generator(command());
                JobQueue jobs = work.openQueue(command());
                JobWorker worker = JobWorker.builder(jobs, generator::generate)
                        .threads(workers)
                        .grace(grace)
                        .timeLimit(work.jobTimeout())
                        .start()) {
            termination.follow(supervisor);
            console().note("working on jobs %s, %d at a time".formatted(work.queue().place(), workers));
            while (!termination.await(LOOK_EVERY)) {
                if (worker.stuck() > 0) {
                    return ExitCode.STUCK;
                }
            }
            console().note(Termination.note(grace));
        }
        return ExitCode.OK;
    }
}

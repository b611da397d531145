package io.stacgenerator.cli;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.cli.console.Termination;
import io.stacgenerator.cli.option.WorkOptions;
import io.stacgenerator.cli.service.ServiceLog;
import io.stacgenerator.cli.service.ServiceOptions;
import io.stacgenerator.cli.service.WorkerService;
import io.stacgenerator.job.JobQueue;
import java.net.BindException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port for health and metrics, at /live, /ready and /metrics; 0 for any that is free. "
                    + "None by default.")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen on with --port; 127.0.0.1 by default, 0.0.0.0 for all of the machine.")
    private String host = "127.0.0.1";

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Override
    public Integer call() {
        if (!work.queue().isRedis()) {
            throw new ParameterException(command(), "no queue to work on, expected --redis URL");
        }
        if (port != null) {
            ServeCommand.requirePort(command(), port);
        }
        ServeCommand.token(command());
        int workers = work.workers(command(), 1);
        Duration grace = work.grace(command());
        ServiceLog log = work.log(command());
        Long supervisor = Supervisor.current();
        return supervisor == null ? supervise(grace, log) : work(supervisor, workers, grace, log);
    }

    private int supervise(Duration grace, ServiceLog log) {
        work.check(command());
        if (port != null) {
            ServeCommand.requireFree(command(), host, port);
        }
        work.allowed().warnIfNone(log);
        return Supervisor.run(this, true, grace, log);
    }

    private int work(long supervisor, int workers, Duration grace, ServiceLog log) {
        ServiceOptions options = ServiceOptions.builder()
                .address(host, port == null ? -1 : port)
                .token(ServeCommand.token(command()))
                .workers(workers)
                .grace(grace)
                .jobTimeout(work.jobTimeout())
                .log(log)
                .build();
        try (Termination termination = Termination.awaited();
                StacGenerator generator = work.generator(command());
                JobQueue jobs = work.openQueue(command());
                WorkerService worker = new WorkerService(work.jobs(generator, command()), jobs, options).start()) {
            termination.follow(supervisor);
            log.note("working on jobs %s, %d at a time".formatted(work.queue().place(), workers));
            if (worker.port() >= 0) {
                log.note("health and metrics on http://%s:%d".formatted(host, worker.port()));
            }
            return Supervisor.awaitEnd(termination, worker::fault, grace, log);
        } catch (BindException e) {
            throw ServeCommand.unbound(command(), String.valueOf(e.getMessage()), e);
        }
    }
}

package io.stacgenerator.cli.option;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.ItemPublisher;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.cli.console.Console;
import io.stacgenerator.cli.service.ServiceLog;
import io.stacgenerator.cli.service.Thumbnails;
import io.stacgenerator.job.JobQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What all processes share that run jobs: where these are, what they may read, how many run, and how they end. */
public final class WorkOptions {

    @Mixin
    private AllowOptions allowed = new AllowOptions();

    @Mixin
    private QueueOptions queue = new QueueOptions();

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

    @Option(
            names = "--job-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long a job may run, such as 90s or 5m, before it is stopped and fails with TIMED_OUT; "
                    + "15m by default.")
    private Duration jobTimeout = Duration.ofMinutes(15); // more than the 10 minutes that one request may read

    @Option(
            names = "--log",
            paramLabel = "FORMAT",
            description = "How to log what becomes of jobs and of the queue, on stderr: text or json; text by default.")
    private LogFormat log = LogFormat.TEXT;

    @Mixin
    private GeneratorOptions options = new GeneratorOptions();

    @Mixin
    private SinkArguments sinks = new SinkArguments();

    public QueueOptions queue() {
        return queue;
    }

    public AllowOptions allowed() {
        return allowed;
    }

    public Duration jobTimeout() {
        return jobTimeout;
    }

    /** Checks all options, and makes what the jobs are run by. */
    public StacGenerator generator(CommandLine command) {
        return options.generator().storagePolicy(allowed.policy(command)).build();
    }

    /** Returns the thumbnails that the service shows, or null where they are not in a folder of this machine. */
    public @Nullable Thumbnails thumbnails(StacGenerator generator) {
        String folder = options.thumbnailFolder();
        if (folder == null || folder.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            return null;
        }
        String href = options.thumbnailHref();
        return new Thumbnails(Path.of(folder), href == null ? generator.publicHref(folder) : href);
    }

    public ServiceLog log(CommandLine command) {
        Console console = Console.of(command);
        return log == LogFormat.TEXT ? ServiceLog.text(console) : ServiceLog.json(console::line, console::errorLine);
    }

    public boolean publishes() {
        return sinks.given();
    }

    /** Makes what runs a job: its item is at each target before the job is finished. */
    public Function<GenerationRequest, GenerationResult> jobs(StacGenerator generator, CommandLine command) {
        List<ItemPublisher> publishers = sinks.publishers(generator, command);
        return request -> {
            GenerationResult result = generator.generate(request);
            publishers.forEach(publisher -> publisher.publish(result.item()));
            return result;
        };
    }

    /** Opens what a process that runs jobs will open, so that what is wrong with the options ends its supervisor. */
    @SuppressWarnings("try") // opened to see whether it can be
    public void check(CommandLine command) {
        try (StacGenerator generator = generator(command);
                JobQueue jobs = openQueue(command)) {
            SinkArguments.opened(() -> jobs(generator, command), command);
        }
    }

    public JobQueue openQueue(CommandLine command) {
        return queue.open(command);
    }

    public int workers(CommandLine command, int least) {
        if (workers < least) {
            throw new ParameterException(command, "--workers is %d, expected at least %d".formatted(workers, least));
        }
        return workers;
    }

    public Duration grace(CommandLine command) {
        if (grace < 0) {
            throw new ParameterException(command, "--grace is %d, expected at least 0".formatted(grace));
        }
        return Duration.ofSeconds(grace);
    }
}

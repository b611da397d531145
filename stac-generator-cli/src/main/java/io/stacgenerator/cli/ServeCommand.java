package io.stacgenerator.cli;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.cli.console.Termination;
import io.stacgenerator.cli.option.WorkOptions;
import io.stacgenerator.cli.service.MapTiles;
import io.stacgenerator.cli.service.ServiceLog;
import io.stacgenerator.cli.service.ServiceOptions;
import io.stacgenerator.cli.service.StacService;
import io.stacgenerator.cli.service.WebhookOptions;
import io.stacgenerator.job.JobQueue;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Runs the HTTP service. */
@Command(
        name = "serve",
        description = {
            "Runs the HTTP service, with a page to submit requests and watch them. It ends on SIGTERM or Ctrl-C.",
            "",
            "It runs in a process of its own, which is replaced when it dies. With jobs on Redis it is replaced too when "
                    + "it is out of memory or has a job that does not end in its time.",
            "",
            "Callers have to show the token that the environment variable STAC_GENERATOR_TOKEN holds; without it "
                    + "everybody may call."
        },
        customSynopsis = "${COMMAND-FULL-NAME} [OPTIONS]",
        footer = {
            "  # jobs in memory, files below /data",
            "  ${COMMAND-FULL-NAME} --allow-root /data",
            "  # items of jobs are published",
            "  ${COMMAND-FULL-NAME} --allow-root /data --to https://example.com/stac --to-header Authorization=STAC_TOKEN",
            "  # jobs on Redis, run by other machines",
            "  ${COMMAND-FULL-NAME} --redis redis://queue:6379 --workers 0 --host 0.0.0.0"
        })
final class ServeCommand extends Subcommand {

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?");
    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen on; 127.0.0.1 by default, 0.0.0.0 for all of the machine.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen on; 7070 by default, 0 for any that is free.")
    private int port = 7070;

    @Option(
            names = "--map-tiles",
            paramLabel = "URL",
            description = "Tiles below the map of the page, such as https://tiles.example.com/{z}/{x}/{y}.png; none by "
                    + "default. Browsers that show the page fetch them.")
    private @Nullable String tiles;

    @Option(
            names = "--map-attribution",
            paramLabel = "TEXT",
            description = "Whom the map names as the source of its tiles.")
    private String attribution = "";

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            description = "Let pages of another site call the service from a browser, such as "
                    + "https://app.example.com; repeat it for more, * for all. None by default.")
    private List<String> origins = List.of();

    @Option(
            names = "--webhook",
            paramLabel = "ORIGIN",
            description = "Let callers name a URL of this origin to be called when their job has ended, such as "
                    + "https://hooks.example.com; repeat it for more. None by default. The environment variable "
                    + "STAC_GENERATOR_WEBHOOK_SECRET holds what the calls are signed with.")
    private List<String> webhooks = List.of();

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Override
    public Integer call() {
        requirePort(command(), port);
        int workers = workers();
        if (workers == 0 && work.publishes()) {
            throw new ParameterException(
                    command(), "--to is for the jobs that this process runs, expected --workers of at least 1");
        }
        Duration grace = work.grace(command());
        String token = token(command());
        ServiceLog log = work.log(command());
        ServiceOptions.Builder options = ServiceOptions.builder()
                .address(host, port)
                .token(token)
                .workers(workers)
                .grace(grace)
                .jobTimeout(work.jobTimeout())
                .allowed(
                        work.allowed().roots(),
                        work.allowed().hosts(),
                        work.allowed().prefixes())
                .tiles(tiles())
                .origins(origins())
                .webhooks(webhooks())
                .log(log);
        Long supervisor = Supervisor.current();
        return supervisor == null ? supervise(grace, log) : serve(supervisor, options, log);
    }

    private int workers() {
        return work.workers(command(), work.queue().isRedis() ? 0 : 1);
    }

    private int supervise(Duration grace, ServiceLog log) {
        work.check(command());
        requireFree(command(), host, port);
        return Supervisor.run(this, losesNothing(), grace, log);
    }

    /** Jobs in memory end with their process, so that it does not end itself. */
    private boolean losesNothing() {
        return work.queue().isRedis();
    }

    private int serve(long supervisor, ServiceOptions.Builder options, ServiceLog log) {
        try (Termination termination = Termination.awaited();
                StacGenerator generator = work.generator(command());
                JobQueue jobs = work.openQueue(command());
                StacService running = new StacService(
                                generator,
                                work.jobs(generator, command()),
                                jobs,
                                options.thumbnails(work.thumbnails(generator)).build())
                        .start()) {
            termination.follow(supervisor);
            tell(log, running.port(), workers(), token(command()) != null);
            return Supervisor.awaitEnd(
                    termination, losesNothing() ? running::fault : Optional::empty, work.grace(command()), log);
        } catch (BindException e) {
            throw unbound(command(), String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> origins() {
        origins.stream().filter(origin -> !origin.equals("*")).forEach(origin -> requireOrigin("--cors", origin));
        return origins;
    }

    private WebhookOptions webhooks() {
        webhooks.forEach(origin -> requireOrigin("--webhook", origin));
        String secret = System.getenv("STAC_GENERATOR_WEBHOOK_SECRET");
        if (webhooks.isEmpty()) {
            return WebhookOptions.none();
        }
        if (secret == null || secret.isBlank()) {
            throw new ParameterException(
                    command(), "the variable STAC_GENERATOR_WEBHOOK_SECRET is empty, expected what to sign calls with");
        }
        return WebhookOptions.of(webhooks, secret);
    }

    /** The form of an origin (RFC 6454) is that of a URL without a path. */
    private void requireOrigin(String option, String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new ParameterException(
                    command(), "%s is '%s', expected an origin such as https://example.com".formatted(option, origin));
        }
    }

    private @Nullable MapTiles tiles() {
        try {
            return tiles == null ? null : new MapTiles(tiles, attribution);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command(), "--map-tiles is " + e.getMessage(), e);
        }
    }

    static void requirePort(CommandLine command, int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new ParameterException(command, "--port is %d, expected 0 to %d".formatted(port, MAX_PORT));
        }
    }

    /** Listens for a moment, so that a port that is not free ends the supervisor. */
    static void requireFree(CommandLine command, String host, int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getByName(host)).close();
        } catch (IOException e) {
            throw unbound(command, "cannot listen on %s:%d: %s".formatted(host, port, e.getMessage()), e);
        }
    }

    static ParameterException unbound(CommandLine command, String message, IOException reason) {
        return new ParameterException(command, message + ", expected another --port or --host", reason);
    }

    /** An empty token is one that was meant to be there. */
    static @Nullable String token(CommandLine command) {
        String token = System.getenv("STAC_GENERATOR_TOKEN");
        if (token != null && token.isBlank()) {
            throw new ParameterException(
                    command,
                    "the variable STAC_GENERATOR_TOKEN is empty, expected a token; unset it to let everybody call");
        }
        return token;
    }

    private void tell(ServiceLog log, int port, int workers, boolean closed) {
        log.note("listening on http://%s:%d, jobs %s, %d at a time, %s"
                .formatted(
                        host.equals("0.0.0.0") ? "localhost" : host,
                        port,
                        work.queue().place(),
                        workers,
                        closed ? "for those who have the token" : "open to everybody"));
        work.allowed().warnIfNone(log);
        if (!closed && !InetAddress.getLoopbackAddress().getHostAddress().equals(host) && !host.equals("localhost")) {
            log.warning("open-service", "everybody who reaches %s may call: set STAC_GENERATOR_TOKEN".formatted(host));
        }
    }
}

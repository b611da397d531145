package io.stacgenerator.cli.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** What all servers have in common. */
final class ServiceServer {

    /** So often a process looks whether its queue answers: soon enough for people, and next to nothing for Redis. */
    static final Duration WATCH_EVERY = Duration.ofSeconds(2);

    private ServiceServer() {}

    static void configure(JavalinConfig config, ServiceOptions options) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = StacService.MAX_BODY_BYTES;
        config.http.prefer405over404 = true;
        config.jetty.host = options.host();
        config.jetty.port = options.port();
        config.jetty.modifyServer(jetty -> configure(jetty, options));
    }

    private static void configure(Server jetty, ServiceOptions options) {
        jetty.setErrorHandler(new BareProblems());
        jetty.insertHandler(new SlowCallers(options.patience()));
        jetty.insertHandler(new GracefulHandler());
        jetty.setStopTimeout(options.grace().toMillis());
    }

    static void start(Javalin server, ServiceOptions options) throws BindException {
        try {
            server.start();
        } catch (JavalinBindException e) {
            throw unbound(e, options);
        }
    }

    /** Lets calls that are under way end, and cuts off those that do not in time. */
    static void stop(Javalin server, ServiceOptions options) {
        try {
            server.stop();
        } catch (JavalinException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
            options.log()
                    .warning(
                            "cut-off",
                            "callers still connected after %d ms were cut off"
                                    .formatted(options.grace().toMillis()));
        }
    }

    private static BindException unbound(JavalinBindException e, ServiceOptions options) {
        Throwable reason = e;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        BindException failure = new BindException(
                "cannot listen on %s:%d: %s".formatted(options.host(), options.port(), reason.getMessage()));
        failure.initCause(e);
        return failure;
    }
}

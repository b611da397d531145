package io.stacgenerator.cli.service;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what handlers throw into problems; a fault of the service itself is logged, and its answer reveals nothing of
 * it.
 */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String SECONDS_TO_WAIT = "1";
    private static final Problem BROKEN =
            new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "a fault of the service, see its log");

    private Problems() {}

    static void register(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.before(RequestId::answer);
        routes.exception(StacGeneratorException.class, (failure, ctx) -> failed(ctx, failure));
        routes.exception(Refusal.class, (refusal, ctx) -> answer(ctx, refusal.problem()));
        routes.exception(HttpResponseException.class, (answer, ctx) -> unrouted(ctx, answer));
        routes.exception(Exception.class, (failure, ctx) -> broken(ctx, failure));
        config.router.javaLangErrorHandler(Problems::broken);
    }

    static void answer(Context ctx, Problem problem) {
        if (problem.passes()) {
            ctx.header(Header.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.toJson());
    }

    private static void failed(Context ctx, StacGeneratorException failure) {
        Problem problem = Problem.of(failure);
        if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
            LOG.error("{} {} failed, request {}", ctx.method(), ctx.path(), RequestId.of(ctx), failure);
        }
        answer(ctx, problem);
    }

    /**
     * Answers what Javalin itself refuses: unknown paths, methods that a path does not know, bodies that are too large.
     */
    private static void unrouted(Context ctx, HttpResponseException answer) {
        HttpStatus status = HttpStatus.forStatus(answer.getStatus());
        answer.getDetails().values().forEach(methods -> ctx.header(Header.ALLOW, methods));
        answer(ctx, new Problem(status, detail(ctx, status)));
    }

    private static String detail(Context ctx, HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "there is no %s; /openapi.json lists what there is".formatted(ctx.path());
            case METHOD_NOT_ALLOWED -> "%s is not a method of %s".formatted(ctx.method(), ctx.path());
            case CONTENT_TOO_LARGE ->
                "the body is larger than %d bytes; submit many requests in several calls"
                        .formatted(StacService.MAX_BODY_BYTES);
            default -> status.getMessage();
        };
    }

    private static void broken(Context ctx, Exception failure) {
        LOG.error("{} {} failed, request {}", ctx.method(), ctx.path(), RequestId.of(ctx), withoutCredentials(failure));
        answer(ctx, BROKEN);
    }

    /** The exception of the library hides them in its message and in what led to it. */
    private static StacGeneratorException withoutCredentials(Throwable failure) {
        return new StacGeneratorException(ErrorCode.INTERNAL, failure.toString(), failure);
    }

    private static void broken(HttpServletResponse response, Error failure) {
        LOG.error("the service failed", withoutCredentials(failure));
        response.setStatus(BROKEN.status().getCode());
    }
}

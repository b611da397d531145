package io.stacgenerator.cli.service;

import io.javalin.http.HttpStatus;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what never gets as far as a route, such as a malformed path, without the server's own page. */
final class BareProblems extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        HttpStatus status = HttpStatus.forStatus(code);
        Problem problem = new Problem(status, detail(status));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        Content.Sink.write(response, true, problem.toJson(), callback);
    }

    private static String detail(HttpStatus status) {
        return status == HttpStatus.REQUEST_TIMEOUT
                ? "the body did not arrive in time"
                : "the request is not well-formed HTTP, or too large";
    }
}

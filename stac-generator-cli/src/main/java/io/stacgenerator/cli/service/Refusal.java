package io.stacgenerator.cli.service;

import io.javalin.http.HttpStatus;

/** What a handler throws to answer with a problem of HTTP, rather than of the generator. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    Refusal(HttpStatus status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    Problem problem() {
        return new Problem(status, String.valueOf(getMessage()));
    }
}

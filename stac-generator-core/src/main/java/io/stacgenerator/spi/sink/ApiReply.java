package io.stacgenerator.spi.sink;

import static java.util.Objects.requireNonNull;

/**
 * What a service answered at last.
 *
 * @param status the status of HTTP, none of those that pass: they were tried again
 * @param body the text of the answer; the start of one that is long, but for a document that was asked for
 * @since 0.1.0
 */
public record ApiReply(int status, String body) {

    /** Checks that there is a body. */
    public ApiReply {
        requireNonNull(body, "body");
    }

    /**
     * Returns whether the service has done, or will do, what was asked.
     *
     * @return true for a status of 200 to 299
     */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}

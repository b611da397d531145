package io.stacgenerator.spi.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;

/**
 * What a storage answered at last.
 *
 * @param status the status of HTTP, none of those that pass: they were tried again
 * @param headers the headers
 * @param body what was asked for, or the start of another answer; it may repeat what proves who asks
 * @since 0.1.0
 */
public record StorageReply(int status, HttpHeaders headers, ByteBuffer body) {

    /** Checks that all is there. */
    public StorageReply {
        requireNonNull(headers, "headers");
        body = body.asReadOnlyBuffer();
    }

    /**
     * Returns whether the storage has done what was asked.
     *
     * @return true for a status of 200 to 299
     */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Returns a buffer of its own for each caller, at the start of the bytes. */
    @Override
    public ByteBuffer body() {
        return body.duplicate();
    }

    /**
     * Returns the body as a string.
     *
     * @return the body, which is taken for UTF-8
     */
    public String text() {
        return UTF_8.decode(body()).toString();
    }

    /** Shows the status alone. */
    @Override
    public String toString() {
        return "status " + status;
    }
}

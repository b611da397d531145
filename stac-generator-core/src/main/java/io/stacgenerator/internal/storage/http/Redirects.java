package io.stacgenerator.internal.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where redirects of a request lead to. */
final class Redirects {

    /** Downloads are redirected once or twice; more is mostly a circle. */
    private static final int MOST = 5;

    /** Below it, servers did what was asked. */
    private static final int LEAST_ELSEWHERE = 300;

    private static final Set<Integer> OF_READS = Set.of(301, 302, 303, 307, 308);

    /** Those that keep method and body (RFC 9110, section 15.4). */
    private static final Set<Integer> OF_WRITES = Set.of(307, 308);

    private Redirects() {}

    /**
     * The last answer.
     *
     * @param source who gave it
     * @param response the answer
     */
    record Arrival(HttpTarget source, HttpResponse<ByteBuffer> response) {}

    /** Sends a request to a target. */
    @FunctionalInterface
    interface Sender {

        HttpResponse<ByteBuffer> send(HttpTarget target) throws IOException, InterruptedException;
    }

    /**
     * Reads, following redirects.
     *
     * @param name what is read, for messages
     */
    static Arrival ofRead(String name, HttpTarget first, Sender sender) throws IOException, InterruptedException {
        return follow(name, first, OF_READS, sender);
    }

    /**
     * Writes, where the server says that it is to be written elsewhere in the same way.
     *
     * @param name what is written to, for messages
     */
    static Arrival ofWrite(String name, HttpTarget first, Sender sender) throws IOException, InterruptedException {
        return follow(name, first, OF_WRITES, sender);
    }

    private static Arrival follow(String name, HttpTarget first, Set<Integer> followed, Sender sender)
            throws IOException, InterruptedException {
        HttpTarget target = first;
        for (int redirects = 0; redirects <= MOST; redirects++) {
            HttpResponse<ByteBuffer> response = sender.send(target);
            HttpTarget next = next(target, response, followed);
            if (next == null) {
                return new Arrival(target, response);
            }
            target = next;
        }
        throw new StacGeneratorException(
                ErrorCode.STORAGE_UNAVAILABLE, "%s redirects more than %d times".formatted(name, MOST));
    }

    private static @Nullable HttpTarget next(
            HttpTarget target, HttpResponse<ByteBuffer> response, Set<Integer> followed) {
        int status = response.statusCode();
        if (status < LEAST_ELSEWHERE) {
            return null;
        }
        String body = UTF_8.decode(response.body().duplicate()).toString();
        Optional<URI> elsewhere = target.signer().elsewhere(target.uri(), status, response.headers(), body);
        if (elsewhere.isPresent()) {
            return target.movedTo(elsewhere.get());
        }
        String location = response.headers().firstValue("Location").orElse("");
        return location.isEmpty() || !followed.contains(status) ? null : target.redirectedTo(location);
    }
}

package io.stacgenerator.internal.storage.http;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way. The client's own timeout ends with the headers of the answer; here the body is watched too.
 */
final class HttpExchange {

    private final AtomicLong progress = new AtomicLong();
    private final Future<HttpResponse<ByteBuffer>> answer;

    /** Starts it on a thread of its own: {@code sendAsync} ends on the common pool, which the host may keep busy. */
    HttpExchange(ExecutorService threads, HttpClient client, HttpRequest request, Bodies bodies) {
        answer = threads.submit(() -> client.send(request, info -> bodies.body(info, progress::incrementAndGet)));
    }

    /** Chooses how to take the body of an answer. */
    @FunctionalInterface
    interface Bodies {

        BoundedBody body(ResponseInfo info, Runnable progress);
    }

    /** Waits for the whole answer, as long as something arrives and the deadline is ahead. */
    HttpResponse<ByteBuffer> await(Duration silence, @Nullable Instant deadline, InstantSource clock)
            throws IOException, InterruptedException {
        while (true) {
            long before = progress.get();
            Duration patience = patience(silence, deadline, clock);
            try {
                return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (patience.equals(silence) && progress.get() == before) {
                    throw new HttpTimeoutException("the server was silent for " + silence);
                }
            } catch (ExecutionException e) {
                throw unwrapped(e.getCause());
            }
        }
    }

    void cancel() {
        answer.cancel(true);
    }

    private static Duration patience(Duration silence, @Nullable Instant deadline, InstantSource clock) {
        Duration left = deadline == null ? silence : Duration.between(clock.instant(), deadline);
        if (left.isNegative() || left.isZero()) {
            throw new StacGeneratorException(
                    ErrorCode.LIMIT_EXCEEDED, "reading was given up: the time of the request was up at " + deadline);
        }
        return left.compareTo(silence) < 0 ? left : silence;
    }

    private static IOException unwrapped(@Nullable Throwable failure) {
        if (failure instanceof UncheckedIOException e) {
            return new IOException(e.getCause());
        }
        if (failure instanceof IllegalArgumentException e && e.getCause() instanceof NumberFormatException) {
            return new IOException("the server sent a header with an impossible number", e); // as a Content-Length
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof IOException e) {
            throwIfOurs(e.getCause());
            return e;
        }
        return new IOException(failure);
    }

    /** The client wraps what the taker of a body throws. */
    private static void throwIfOurs(@Nullable Throwable cause) {
        if (cause instanceof StacGeneratorException e) {
            throw e;
        }
    }
}

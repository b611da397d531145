package io.stacgenerator.cli.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * Bounds what answers with Items hold while their callers read them, which may be as slowly as {@link SlowCallers} lets
 * them: memory, and a thread each.
 */
final class LargeAnswers {

    /** Smaller ones fit into the buffers of a connection. */
    private static final int LARGE = 1 << 16;

    /** Leaves two thirds of the threads of the server for other calls. */
    private static final int AT_A_TIME = 64;

    private static final int PART_OF_HEAP = 8;

    /** Making an answer takes several times its size: no more of them than processors gain anything. */
    private final Semaphore making = new Semaphore(Runtime.getRuntime().availableProcessors());

    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final Semaphore bytes;
    private final int most;

    LargeAnswers() {
        most = (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
        bytes = new Semaphore(most);
    }

    /** Sends a text, which is not made before its turn comes. */
    void answer(Context ctx, String mediaType, Supplier<String> text) {
        byte[] answer = made(text);
        if (answer.length > LARGE) {
            hold(ctx, answer.length);
        }
        ctx.contentType(mediaType).result(answer);
    }

    private byte[] made(Supplier<String> text) {
        making.acquireUninterruptibly();
        try {
            return text.get().getBytes(UTF_8);
        } finally {
            making.release();
        }
    }

    private void hold(Context ctx, int size) {
        if (!places.tryAcquire()) {
            throw refusal("%d large answers".formatted(AT_A_TIME));
        }
        if (!bytes.tryAcquire(size)) {
            places.release();
            throw refusal("answers of %d bytes in all".formatted(most));
        }
        Request.addCompletionListener(ServletContextRequest.getServletContextRequest(ctx.req()), failure -> {
            bytes.release(size);
            places.release();
        });
    }

    private static Refusal refusal(String what) {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "callers are reading %s, the most at a time; try again".formatted(what));
    }
}

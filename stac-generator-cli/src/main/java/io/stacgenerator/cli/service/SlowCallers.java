package io.stacgenerator.cli.service;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps slow callers from holding threads: a body is passed on when all of it is there, and refused when that takes too
 * long; a caller that does not read its answer is disconnected.
 */
final class SlowCallers extends Handler.Wrapper {

    private final Duration patience;

    /**
     * @param patience how long a whole body may take to come, and a part of an answer, 32 kB mostly, to be read; slower
     *     than any link that is of use
     */
    SlowCallers(Duration patience) {
        this.patience = patience;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Response timed = new TimedResponse(request, response);
        if (!hasBody(request) || isRefused(request.getLength())) {
            return super.handle(request, timed, callback);
        }
        new Body(request, timed, callback).read();
        return true;
    }

    private static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Javalin refuses a body by its length, which it takes for an int, before it reads it. */
    private static boolean isRefused(long length) {
        return length > StacService.MAX_BODY_BYTES && length <= Integer.MAX_VALUE;
    }

    private void pass(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    private Scheduler.Task after(Request request, Runnable task) {
        return request.getComponents().getScheduler().schedule(task, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A body while it is read, by whichever thread has the next part of it. */
    private final class Body implements Runnable {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final Scheduler.Task alarm;
        private ByteBuffer bytes = ByteBuffer.allocate(1 << 10);
        private boolean ended;

        Body(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            alarm = after(request, this::timeOut);
        }

        void read() {
            for (Content.Chunk chunk = next(); chunk != null; chunk = next()) {
                if (Content.Chunk.isFailure(chunk)) {
                    if (end()) {
                        callback.failed(chunk.getFailure());
                    }
                    return;
                }
                append(chunk.getByteBuffer());
                chunk.release();
                // one byte more than is allowed: the service refuses it as it refuses all that are too large
                if (chunk.isLast() || bytes.position() > StacService.MAX_BODY_BYTES) {
                    if (end()) {
                        request.getContext().execute(this);
                    }
                    return;
                }
            }
        }

        private Content.@Nullable Chunk next() {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this::read);
            }
            return chunk;
        }

        private void append(ByteBuffer part) {
            if (bytes.remaining() < part.remaining()) {
                bytes = ByteBuffer.allocate(2 * (bytes.position() + part.remaining()))
                        .put(bytes.flip());
            }
            bytes.put(part);
        }

        @Override
        public void run() {
            pass(new WholeRequest(request, bytes.flip()), response, callback);
        }

        private void timeOut() {
            if (end()) {
                response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
                Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
            }
        }

        private synchronized boolean end() {
            boolean first = !ended;
            ended = true;
            alarm.cancel();
            return first;
        }
    }

    /** An answer that is cut off when its caller does not read it. */
    private final class TimedResponse extends Response.Wrapper {

        TimedResponse(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer bytes, Callback written) {
            Scheduler.Task alarm = after(getRequest(), this::hangUp);
            super.write(last, bytes, Callback.from(alarm::cancel, written));
        }

        private void hangUp() {
            getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
        }
    }

    /** A request whose whole body is in memory. */
    private static final class WholeRequest extends Request.Wrapper {

        private final Content.Source body;

        WholeRequest(Request request, ByteBuffer bytes) {
            super(request);
            body = new ByteBufferContentSource(bytes);
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable demandCallback) {
            body.demand(demandCallback);
        }
    }
}

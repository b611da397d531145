package io.stacgenerator.cli.service;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import io.stacgenerator.job.JobEvent;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobSubscription;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends clients the changes of jobs, as Server-Sent Events. */
final class JobFeed implements AutoCloseable {

    private static final int MAX_CLIENTS = 100;
    private static final String MEDIA_TYPE = "text/event-stream";
    private static final List<String> ACCEPTED = List.of(MEDIA_TYPE, "text/*", "*/*");

    private final Set<ChangedJobs> clients = ConcurrentHashMap.newKeySet();
    private final Handler stream = new SseHandler(0, this::serve);
    private final JobSubscription subscription;

    JobFeed(JobQueue queue) {
        subscription = queue.listen(this::changed);
    }

    void open(Context ctx) throws Exception {
        String accept = ctx.header(Header.ACCEPT);
        if (accept != null && ACCEPTED.stream().noneMatch(accept::contains)) {
            throw new Refusal(
                    HttpStatus.NOT_ACCEPTABLE, "the header Accept is '%s', expected %s".formatted(accept, MEDIA_TYPE));
        }
        if (clients.size() >= MAX_CLIENTS) {
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "%d clients listen already".formatted(MAX_CLIENTS));
        }
        stream.handle(ctx);
    }

    private void changed(JobEvent event) {
        clients.forEach(client -> client.add(event));
    }

    /** Keeps the thread until the client is gone or the feed is closed. */
    private void serve(SseClient client) {
        ChangedJobs changes = new ChangedJobs();
        clients.add(changes);
        try {
            changes.sendAll(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(changes);
        }
    }

    @Override
    public void close() {
        subscription.close();
        clients.forEach(ChangedJobs::close);
    }
}

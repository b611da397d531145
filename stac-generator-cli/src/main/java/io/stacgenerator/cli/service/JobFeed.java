package io.stacgenerator.cli.service;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.JobEvent;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobStatus;
import io.stacgenerator.job.JobSubscription;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends clients the changes of jobs, as Server-Sent Events. */
final class JobFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobFeed.class);
    private static final int MAX_CLIENTS = 100;
    private static final List<String> ACCEPTED = List.of(EventStream.MEDIA_TYPE, "text/*", "*/*");

    private final Set<ChangedJobs> clients = ConcurrentHashMap.newKeySet();
    private final JobQueue queue;
    private final JobSubscription subscription;

    JobFeed(JobQueue queue) {
        this.queue = queue;
        subscription = queue.listen(this::changed);
    }

    void open(Context ctx) {
        serve(ctx, new ChangedJobs(null));
    }

    /** Tells of one job: where it stands, and each change until it has ended. */
    void openOne(Context ctx) {
        JobId id = JobEndpoints.id(ctx);
        queue.status(id); // fails where there is none
        serve(ctx, new ChangedJobs(id));
    }

    private static void requireAccepted(Context ctx) {
        String accept = ctx.header(Header.ACCEPT);
        if (accept != null && ACCEPTED.stream().noneMatch(accept::contains)) {
            throw new Refusal(
                    HttpStatus.NOT_ACCEPTABLE,
                    "the header Accept is '%s', expected %s".formatted(accept, EventStream.MEDIA_TYPE));
        }
    }

    private void changed(JobEvent event) {
        clients.forEach(client -> client.add(event));
    }

    /** Keeps the thread until the client is gone, the job has ended or the feed is closed. */
    private void serve(Context ctx, ChangedJobs changes) {
        requireAccepted(ctx);
        if (clients.size() >= MAX_CLIENTS) {
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "%d clients listen already".formatted(MAX_CLIENTS));
        }
        clients.add(changes);
        try {
            send(EventStream.open(ctx), changes);
        } catch (StacGeneratorException | IOException e) {
            LOG.debug("a stream of events ends: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(changes);
        }
    }

    private void send(EventStream client, ChangedJobs changes) throws IOException, InterruptedException {
        JobId only = changes.only();
        if (only == null) {
            changes.sendAll(client);
        } else {
            changes.sendUntilEnd(client, () -> event(queue.status(only)));
        }
    }

    private static JobEvent event(JobStatus status) {
        Instant since = status.startedAt().orElse(status.enqueuedAt());
        return new JobEvent(status.id(), status.state(), status.endedAt().orElse(since));
    }

    @Override
    public void close() {
        subscription.close();
        clients.forEach(ChangedJobs::close);
    }
}

package io.stacgenerator.cli.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.HttpStatus;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.JobCallback;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.model.JsonText;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls those who asked for it at the end of jobs, at allowed origins alone. */
final class Webhooks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_EVERY_MILLIS = 1000;
    private static final int AT_A_TIME = 20;

    private final JobQueue queue;
    private final WebhookOptions options;
    private final ServiceLog log;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER) // they would lead past the allowed origins
            .build();
    private final CountDownLatch closed = new CountDownLatch(1);

    Webhooks(JobQueue queue, WebhookOptions options, ServiceLog log) {
        this.queue = queue;
        this.options = options;
        this.log = log;
    }

    /** Starts to look for calls that are due, if any may be made. */
    void start() {
        if (options.isUsed()) {
            Thread thread = new Thread(this::run, "stac-generator-webhooks");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Reads whom a caller wants to be called; null for nobody. */
    @Nullable URI allowed(@Nullable String url) {
        if (url == null) {
            return null;
        }
        return options.allowed(url)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.BAD_REQUEST,
                        "parameter webhook is '%s', expected a URL that begins with %s"
                                .formatted(url, options.expected())));
    }

    private void run() {
        try {
            while (!closed.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                callAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void callAll() {
        try {
            List<JobCallback> due = queue.callbacks(AT_A_TIME);
            CompletableFuture.allOf(due.stream().map(this::call).toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (StacGeneratorException | CompletionException e) {
            LOG.debug("calls at the end of jobs wait for the queue", e); // what was taken is given again
        }
    }

    private CompletableFuture<?> call(JobCallback callback) {
        return http.sendAsync(request(callback), BodyHandlers.discarding())
                .handle((answer, failure) -> answered(callback, answer, failure));
    }

    private HttpRequest request(JobCallback callback) {
        String id = callback.id().value();
        String body = JsonText.compact(queue.status(callback.id()).toMap());
        long seconds = Instant.now().getEpochSecond();
        return HttpRequest.newBuilder(callback.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", options.signature(id, seconds, body))
                .POST(BodyPublishers.ofByteArray(body.getBytes(UTF_8)))
                .build();
    }

    private @Nullable Void answered(
            JobCallback callback, @Nullable HttpResponse<?> answer, @Nullable Throwable failure) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("job_id", callback.id().value());
        members.put("host", callback.url().getHost());
        members.put("attempt", callback.attempt());
        if (answer == null) {
            members.put("message", String.valueOf(failure));
        } else {
            members.put("status", answer.statusCode());
            if (answer.statusCode() / 100 == 2) {
                queue.calledBack(callback.id());
            }
        }
        log.tell("webhook", members);
        return null;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}

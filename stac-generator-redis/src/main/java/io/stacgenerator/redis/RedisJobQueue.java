package io.stacgenerator.redis;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.Job;
import io.stacgenerator.job.JobCallback;
import io.stacgenerator.job.JobEvent;
import io.stacgenerator.job.JobFilter;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobLeases;
import io.stacgenerator.job.JobPage;
import io.stacgenerator.job.JobPayload;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStats;
import io.stacgenerator.job.JobStatus;
import io.stacgenerator.job.JobSubject;
import io.stacgenerator.job.JobSubscription;
import io.stacgenerator.job.WorkerStatus;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A queue on a Redis, shared by all processes that name the same one. Redis 6.2 or later. Thread-safe.
 *
 * <p>Jobs wait in a stream with the consumer group {@code workers}, and each has a record in a hash. All keys of a
 * queue begin with {@code stac:{NAME}}, so that they are on one node of a cluster. Requests are stored as JSON until
 * their job is finished or its record expires, with the credentials that their hrefs hold: whoever reads the Redis can
 * read them.
 *
 * @since 0.1.0
 */
public final class RedisJobQueue implements JobQueue {

    private static final Set<JobState> ENDS =
            Stream.of(JobState.values()).filter(JobState::ended).collect(Collectors.toUnmodifiableSet());
    private static final int JOBS_AT_A_TIME = 100;
    private static final long LOOK_EVERY_MILLIS = 1000;
    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,15}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final Redis redis;
    private final RedisEvents events;
    private final JobQueueOptions options;

    private RedisJobQueue(Builder builder) {
        String root = "stac:{%s}".formatted(builder.name);
        options = builder.options;
        JedisClients clients = new JedisClients(builder.url, builder.ssl);
        redis = new Redis(clients, root);
        events = new RedisEvents(clients, root);
    }

    /**
     * Opens a queue with default options and the name {@code default}.
     *
     * @param url where the Redis is, as for {@link #builder}
     * @return a queue; the caller closes it
     * @throws IllegalArgumentException when the URL has none of the known forms
     * @throws StacGeneratorException as {@link Builder#open()}
     */
    public static RedisJobQueue open(String url) {
        return builder(url).open();
    }

    /**
     * Starts from the defaults.
     *
     * @param url {@code redis://[user:password@]host[:port][/database]},
     *     {@code redis-cluster://[user:password@]host[:port][,host[:port]]...} or
     *     {@code redis-sentinel://[user:password@]host[:port][,host[:port]].../master[/database]}; each with
     *     {@code rediss} for TLS, where the name in the certificate is checked. User and password are percent-encoded
     * @return a builder
     * @throws IllegalArgumentException when the URL has none of these forms
     */
    public static Builder builder(String url) {
        return new Builder(RedisUrl.parse(requireNonNull(url, "url")));
    }

    @Override
    public boolean submit(Job job) {
        return submitAll(List.of(job)) == 1;
    }

    @Override
    public int submitAll(List<Job> jobs) {
        int added = 0;
        for (int from = 0; from < jobs.size(); from += JOBS_AT_A_TIME) {
            added += submitSome(jobs.subList(from, Math.min(jobs.size(), from + JOBS_AT_A_TIME)));
        }
        return added;
    }

    private int submitSome(List<Job> jobs) {
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(options.capacity()), WorkerGroup.VERSION));
        for (Job job : jobs) {
            arguments.add(job.id().value());
            arguments.add(JobPayload.of(job.request(), options));
            JobSubject subject = JobSubject.of(job.request());
            String callback = job.callback() == null ? null : job.callback().toString();
            Stream.of(subject.itemId(), subject.asset(), subject.provider(), callback)
                    .forEach(each -> arguments.add(each == null ? "" : each));
        }
        List<?> reply = (List<?>) requireNonNull(redis.run(Script.SUBMIT, arguments));
        if (reply.size() > 1) {
            throw refusal(String.valueOf(reply.get(1)), String.valueOf(reply.get(2)));
        }
        return ((Long) reply.get(0)).intValue();
    }

    private StacGeneratorException refusal(String code, String detail) {
        return code.equals("QUEUE_FULL") ? full(detail) : conflict(detail);
    }

    private static StacGeneratorException conflict(String id) {
        return new StacGeneratorException(
                ErrorCode.JOB_CONFLICT,
                "job '%s' is there with another request, expected the same request or an id of its own".formatted(id));
    }

    private StacGeneratorException full(String waiting) {
        return new StacGeneratorException(
                ErrorCode.QUEUE_FULL,
                "%s jobs wait in the queue, expected less than %d (capacity)".formatted(waiting, options.capacity()));
    }

    @Override
    public JobStatus status(JobId id) {
        return StatusReply.read(known(id, redis.run(Script.STATUS, List.of(id.value()))));
    }

    @Override
    public Optional<GenerationResult> result(JobId id) {
        return kept(id, Script.RESULT).map(GenerationResult::fromJson);
    }

    @Override
    public Optional<GenerationRequest> request(JobId id) {
        return kept(id, Script.REQUEST).map(GenerationRequest::fromJson);
    }

    private Optional<String> kept(JobId id, Script script) {
        List<?> reply = (List<?>) known(id, redis.run(script, List.of(id.value())));
        return reply.size() < 2 || reply.get(1) == null ? Optional.empty() : Optional.of(String.valueOf(reply.get(1)));
    }

    private static Object known(JobId id, @Nullable Object reply) {
        if (reply == null) {
            throw new StacGeneratorException(
                    ErrorCode.UNKNOWN_JOB, "job '%s' is not known: there was none, or it has expired".formatted(id));
        }
        return reply;
    }

    @Override
    public JobStatus await(JobId id, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        Semaphore ends = new Semaphore(0);
        JobSubscription subscription = listen(ENDS, event -> {
            if (event.id().equals(id)) {
                ends.release();
            }
        });
        try {
            JobStatus status = status(id);
            while (!status.state().ended() && sleep(ends, deadline)) {
                status = status(id);
            }
            return status;
        } finally {
            subscription.close();
        }
    }

    /**
     * Waits for an event, but not long, as events may be lost; false when the time is over or the thread interrupted.
     */
    private static boolean sleep(Semaphore ends, long deadline) {
        long rest = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        try {
            return rest > 0
                    && (ends.tryAcquire(Math.min(rest, LOOK_EVERY_MILLIS), TimeUnit.MILLISECONDS)
                            || System.nanoTime() < deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean cancel(JobId id) {
        String retention = String.valueOf(options.failureRetention().toMillis());
        return known(id, redis.run(Script.CANCEL, List.of(id.value(), retention)))
                .equals(1L);
    }

    @Override
    public boolean requeue(JobId id) {
        String capacity = String.valueOf(options.capacity());
        long reply = (Long) known(id, redis.run(Script.REQUEUE, List.of(id.value(), capacity)));
        if (reply < 0) {
            throw full("as many as may");
        }
        return reply == 1;
    }

    @Override
    public boolean delete(JobId id) {
        return known(id, redis.run(Script.DELETE, List.of(id.value()))).equals(1L);
    }

    @Override
    public JobPage list(JobFilter filter, @Nullable String after, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is %d, expected at least 1".formatted(limit));
        }
        if (after != null && !CURSOR.matcher(after).matches()) {
            throw new IllegalArgumentException("'%s' is not the next of a page of this queue".formatted(after));
        }
        return new FoundJobs(redis, filter, limit).after(after);
    }

    @Override
    public List<JobCallback> callbacks(int max) {
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(max)));
        for (int attempt = 1; attempt < JobQueueOptions.MAX_CALLBACKS; attempt++) {
            arguments.add(String.valueOf(options.callbackAfter(attempt).toMillis()));
        }
        List<?> reply = (List<?>) requireNonNull(redis.run(Script.CALLBACKS, arguments));
        return reply.stream().map(RedisJobQueue::callback).toList();
    }

    private static JobCallback callback(Object reply) {
        List<?> fields = (List<?>) reply;
        return new JobCallback(
                new JobId(String.valueOf(fields.get(0))),
                URI.create(String.valueOf(fields.get(1))),
                ((Long) fields.get(2)).intValue());
    }

    @Override
    public void calledBack(JobId id) {
        redis.run(Script.CALLED_BACK, List.of(id.value()));
    }

    @Override
    public List<WorkerStatus> workers() {
        String lease = String.valueOf(options.lease().toMillis());
        List<?> reply = (List<?>) requireNonNull(redis.run(Script.WORKERS, List.of(lease)));
        return reply.stream()
                .map(WorkerReply::read)
                .sorted(Comparator.comparing(WorkerStatus::since))
                .toList();
    }

    @Override
    public JobStats stats() {
        List<JobState> states = List.of(JobState.values());
        List<?> reply = (List<?>) requireNonNull(
                redis.run(Script.STATS, states.stream().map(JobState::jsonName).toList()));
        Map<JobState, Long> counts = new EnumMap<>(JobState.class);
        for (int i = 0; i < states.size(); i++) {
            counts.put(states.get(i), (Long) reply.get(i));
        }
        long oldest = (Long) reply.get(states.size());
        return new JobStats(
                counts,
                oldest < 0 ? null : Duration.ofMillis(oldest),
                Fitness.memory(String.valueOf(reply.get(states.size() + 1))));
    }

    @Override
    public JobSubscription listen(Set<JobState> states, Consumer<JobEvent> listener) {
        requireNonNull(listener, "listener");
        redis.requireOpen();
        return events.add(Set.copyOf(states), listener);
    }

    @Override
    public void ping() {
        redis.call(client -> client.ping());
    }

    @Override
    public JobLeases leases(String worker) {
        if (!NAME.matcher(worker).matches()) {
            throw new IllegalArgumentException(
                    "worker '%s' is not made of 1 to 100 of the characters A-Z a-z 0-9 . - _".formatted(worker));
        }
        return new RedisLeases(redis, options, worker);
    }

    @Override
    public void close() {
        events.close();
        redis.close();
    }

    /** Configures a queue; not thread-safe. */
    public static final class Builder {

        private final RedisUrl url;
        private JobQueueOptions options = JobQueueOptions.ofDefaults();
        private String name = "default";
        private @Nullable SSLContext ssl;

        private Builder(RedisUrl url) {
            this.url = url;
        }

        /**
         * Sets the limits of the queue, the same for all processes that share it.
         *
         * @param options the options; {@link JobQueueOptions#ofDefaults()} by default
         * @return this
         */
        public Builder options(JobQueueOptions options) {
            this.options = requireNonNull(options, "options");
            return this;
        }

        /**
         * Names the queue: one Redis may hold several.
         *
         * @param name 1 to 100 of the characters {@code A-Z a-z 0-9 . - _}; {@code default} by default
         * @return this
         * @throws IllegalArgumentException when it has another form
         */
        public Builder name(String name) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "queue '%s' is not made of 1 to 100 of the characters A-Z a-z 0-9 . - _".formatted(name));
            }
            this.name = name;
            return this;
        }

        /**
         * Sets whom to trust and which certificate to show, for URLs with {@code rediss}.
         *
         * @param ssl a context; by default that of the platform, which the properties {@code javax.net.ssl.trustStore}
         *     and {@code javax.net.ssl.keyStore} configure
         * @return this
         */
        public Builder sslContext(SSLContext ssl) {
            this.ssl = requireNonNull(ssl, "ssl");
            return this;
        }

        /**
         * Opens the queue and looks whether the Redis is fit for it: version 6.2 or later, and a
         * {@code maxmemory-policy} of {@code noeviction}, without which it would throw jobs away.
         *
         * @return a queue; the caller closes it
         * @throws StacGeneratorException with {@code QUEUE_UNAVAILABLE} when the Redis does not answer or is not fit
         */
        public RedisJobQueue open() {
            RedisJobQueue queue = new RedisJobQueue(this);
            try {
                Fitness.check(queue.redis, url);
                WorkerGroup.create(queue.redis);
                return queue;
            } catch (RuntimeException e) {
                queue.close();
                throw e;
            }
        }
    }
}

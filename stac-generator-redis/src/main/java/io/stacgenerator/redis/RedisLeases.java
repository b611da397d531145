package io.stacgenerator.redis;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobLeases;
import io.stacgenerator.job.JobPayload;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.job.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/** A worker as a consumer of the group. */
final class RedisLeases implements JobLeases {

    private static final Logger LOG = LoggerFactory.getLogger(RedisLeases.class);

    private final Redis redis;
    private final JobQueueOptions options;
    private final String consumer;
    private final String stream;
    private final long lookEveryMillis;
    private final AtomicLong lastLook;

    RedisLeases(Redis redis, JobQueueOptions options, String worker) {
        this.redis = redis;
        this.options = options;
        consumer = WorkerReply.id(worker);
        stream = WorkerGroup.stream(redis);
        lookEveryMillis = Math.max(10, Math.min(1000, options.lease().toMillis() / 4));
        lastLook = new AtomicLong(System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(lookEveryMillis));
    }

    @Override
    public Duration duration() {
        return options.lease();
    }

    @Override
    public List<Lease> claim(int max, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            List<Lease> taken = take(max, List.of());
            long rest = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (!taken.isEmpty() || rest <= 0 || Thread.currentThread().isInterrupted()) {
                return taken;
            }
            List<Lease> woken = read(Math.min(rest, lookEveryMillis));
            if (!woken.isEmpty()) {
                return woken;
            }
        }
    }

    /** Waits for one job; whoever dies before it is marked as started leaves it to be found when its lease is over. */
    private List<Lease> read(long millis) {
        Map<String, StreamEntryID> unread = Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY);
        XReadGroupParams one = XReadGroupParams.xReadGroupParams().count(1).block((int) millis);
        List<Map.Entry<String, List<StreamEntry>>> reply =
                inGroup(() -> redis.call(client -> client.xreadGroup(WorkerGroup.NAME, consumer, one, unread)));
        return reply == null || reply.isEmpty()
                ? List.of()
                : take(1, reply.get(0).getValue());
    }

    private List<Lease> take(int max, List<StreamEntry> read) {
        List<String> arguments = new ArrayList<>(List.of(
                consumer,
                WorkerGroup.VERSION,
                String.valueOf(max),
                String.valueOf(options.lease().toMillis()),
                String.valueOf(options.failureRetention().toMillis()),
                isTimeToLook() ? "1" : "0"));
        read.forEach(entry -> {
            arguments.add(entry.getID().toString());
            arguments.add(entry.getFields().get("job"));
        });
        List<?> taken = (List<?>) requireNonNull(inGroup(() -> redis.run(Script.CLAIM, arguments)));
        return taken.stream().map(RedisLeases::lease).toList();
    }

    private static Lease lease(Object reply) {
        List<?> fields = (List<?>) reply;
        return new Lease(
                new JobId(String.valueOf(fields.get(0))),
                ((Long) fields.get(1)).intValue(),
                GenerationRequest.fromJson(String.valueOf(fields.get(2))),
                fields.get(3).equals(1L));
    }

    private boolean isTimeToLook() {
        long last = lastLook.get();
        long now = System.nanoTime();
        return now - last >= TimeUnit.MILLISECONDS.toNanos(lookEveryMillis) && lastLook.compareAndSet(last, now);
    }

    /** Makes the group anew when it has gone, as after a restart of a Redis that keeps nothing. */
    private <T extends @Nullable Object> T inGroup(Supplier<T> command) {
        try {
            return command.get();
        } catch (StacGeneratorException e) {
            if (!String.valueOf(e.getMessage()).contains("NOGROUP")) {
                throw e;
            }
            LOG.warn("stream {} has lost its group, which is made anew: {}", stream, e.getMessage());
            WorkerGroup.create(redis);
            return command.get();
        }
    }

    @Override
    public Set<Lease> renew(Collection<Lease> leases) {
        List<Lease> asked = List.copyOf(leases);
        if (asked.isEmpty()) {
            return Set.of();
        }
        List<String> arguments =
                new ArrayList<>(List.of(consumer, String.valueOf(options.lease().toMillis())));
        asked.forEach(lease -> Collections.addAll(arguments, id(lease), claim(lease)));
        List<?> held = (List<?>) requireNonNull(redis.run(Script.RENEW, arguments));
        return IntStream.range(0, asked.size())
                .filter(i -> held.get(i).equals(1L))
                .mapToObj(asked::get)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isolate(Lease lease) {
        return isDone(redis.run(Script.ISOLATE, List.of(id(lease), claim(lease))));
    }

    @Override
    public boolean finish(Lease lease, GenerationResult result) {
        return isDone(redis.run(
                Script.FINISH,
                List.of(
                        id(lease),
                        claim(lease),
                        String.valueOf(options.resultRetention().toMillis()),
                        JobPayload.of(result, options),
                        WrittenWarnings.write(result.warnings()),
                        result.item().id(),
                        result.item().geometry().isEmpty() ? "1" : "0",
                        JobPayload.withoutCredentials(lease.request()))));
    }

    @Override
    public boolean fail(Lease lease, StacGeneratorException error) {
        List<String> arguments = new ArrayList<>(List.of(
                id(lease),
                claim(lease),
                String.valueOf(options.failureRetention().toMillis()),
                error.code().name(),
                String.valueOf(error.getMessage())));
        for (int attempt = 1; error.code().retryable() && attempt < options.maxAttempts(); attempt++) {
            arguments.add(String.valueOf(options.backoffAfter(attempt).toMillis()));
        }
        return isDone(redis.run(Script.FAIL, arguments));
    }

    @Override
    public boolean release(Lease lease) {
        return isDone(redis.run(Script.RELEASE, List.of(id(lease), claim(lease))));
    }

    private static String id(Lease lease) {
        return lease.id().value();
    }

    private static String claim(Lease lease) {
        return String.valueOf(lease.attempt());
    }

    private static boolean isDone(@Nullable Object reply) {
        return Long.valueOf(1).equals(reply);
    }

    @Override
    public void close() {
        if (redis.isClosed()) {
            return;
        }
        try {
            redis.run(Script.LEAVE, List.of(consumer, WorkerGroup.VERSION));
        } catch (StacGeneratorException e) {
            LOG.debug("consumer {} is left to be forgotten later: {}", consumer, e.getMessage());
        }
    }
}

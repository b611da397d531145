package io.stacgenerator.redis;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Runs the scripts of one queue on a Redis. A command whose connection breaks, or that meets a Redis which is starting,
 * is sent again for a while: each script may run twice. Thread-safe.
 */
final class Redis implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE_MILLIS = 50;

    private final RedisUrl url;
    private final String root;
    private final UnifiedJedis jedis;
    private volatile boolean closed;

    Redis(JedisClients clients, String root) {
        url = clients.url();
        this.root = root;
        jedis = clients.forCommands();
    }

    /** Returns the text that each key of the queue begins with. */
    String root() {
        return root;
    }

    @Nullable Object run(Script script, List<String> arguments) {
        return call(client -> {
            try {
                return client.evalsha(script.digest(), List.of(root), arguments);
            } catch (JedisNoScriptException e) {
                return client.eval(script.text(), List.of(root), arguments);
            }
        });
    }

    <T> T call(Function<UnifiedJedis, T> command) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            requireOpen();
            try {
                return command.apply(jedis);
            } catch (JedisException e) {
                if (!passes(e) || System.nanoTime() > deadline || !pause()) {
                    throw failure(e);
                }
            }
        }
    }

    /**
     * Redis answers that it is loading while it reads its log after a restart. A failed connection comes as such, or as
     * suppressed by the exception that says that no attempt is left.
     */
    private static boolean passes(JedisException e) {
        return e instanceof JedisConnectionException
                || Stream.of(e.getSuppressed()).anyMatch(JedisConnectionException.class::isInstance)
                || String.valueOf(e.getMessage()).startsWith("LOADING");
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private StacGeneratorException failure(JedisException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("OOM command not allowed")) {
            return new StacGeneratorException(
                    ErrorCode.QUEUE_FULL, "Redis at %s has no memory left for the queue".formatted(url), e);
        }
        return unavailable(url, e);
    }

    static StacGeneratorException unavailable(RedisUrl url, JedisException e) {
        return new StacGeneratorException(
                ErrorCode.QUEUE_UNAVAILABLE,
                "Redis at %s failed: %s%s".formatted(url, reason(e), url.tls() ? TlsAdvice.of(e) : ""),
                e);
    }

    private static String reason(JedisException e) {
        Throwable[] before = e.getSuppressed();
        return String.valueOf((before.length == 0 ? e : before[before.length - 1]).getMessage());
    }

    void requireOpen() {
        if (closed) {
            throw new StacGeneratorException(ErrorCode.CANCELED, "the job queue is closed");
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            jedis.close();
        }
    }
}

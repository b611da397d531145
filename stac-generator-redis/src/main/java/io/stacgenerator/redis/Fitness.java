package io.stacgenerator.redis;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.QueueMemory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisAccessControlException;

/** Looks whether a Redis is fit to hold a queue. */
final class Fitness {

    private static final Logger LOG = LoggerFactory.getLogger(Fitness.class);
    private static final Pattern VERSION = Pattern.compile("redis_version:(\\d+)\\.(\\d+)");
    private static final Pattern POLICY = Pattern.compile("maxmemory_policy:(\\S+)");

    private static final Pattern USED = Pattern.compile("used_memory:(\\d{1,18})");
    private static final Pattern LIMIT = Pattern.compile("maxmemory:(\\d{1,18})");

    private Fitness() {}

    static void check(Redis redis, RedisUrl url) {
        String info = redis.call(client -> {
            try {
                return client.info();
            } catch (JedisAccessControlException e) {
                LOG.warn(
                        "Redis at {} does not let this user ask for INFO: see that its maxmemory-policy is noeviction",
                        url);
                return client.ping();
            }
        });
        Matcher version = VERSION.matcher(info);
        if (version.find() && Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2)) < 602) {
            throw unfit(url, "has version %s.%s, expected 6.2 or later".formatted(version.group(1), version.group(2)));
        }
        Matcher policy = POLICY.matcher(info);
        if (policy.find() && !policy.group(1).equals("noeviction")) {
            throw unfit(
                    url,
                    "has the maxmemory-policy %s and would throw jobs away, expected noeviction"
                            .formatted(policy.group(1)));
        }
    }

    /** Reads what {@code INFO memory} says; null when it says nothing. */
    static @Nullable QueueMemory memory(String info) {
        Matcher used = USED.matcher(info);
        Matcher limit = LIMIT.matcher(info);
        return used.find() && limit.find()
                ? new QueueMemory(Long.parseLong(used.group(1)), Long.parseLong(limit.group(1)))
                : null;
    }

    private static StacGeneratorException unfit(RedisUrl url, String why) {
        return new StacGeneratorException(ErrorCode.QUEUE_UNAVAILABLE, "Redis at %s %s".formatted(url, why));
    }
}

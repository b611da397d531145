package io.stacgenerator.redis;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;

/** The stream of a queue, and the consumer group that reads it. */
final class WorkerGroup {

    static final String NAME = "workers";

    /**
     * The version of the requests in the stream: each has a stream of its own, so that older workers leave it alone.
     */
    static final String VERSION = "1";

    private WorkerGroup() {}

    static String stream(Redis redis) {
        return redis.root() + ":stream:" + VERSION;
    }

    /**
     * Makes the group where there is none. A Redis that is full does not say whether there is one: then it is left to
     * the first claim to find out.
     */
    static void create(Redis redis) {
        try {
            redis.call(client -> {
                try {
                    return client.xgroupCreate(stream(redis), NAME, new StreamEntryID(), true);
                } catch (JedisDataException e) {
                    if (String.valueOf(e.getMessage()).startsWith("BUSYGROUP")) {
                        return "OK";
                    }
                    throw e;
                }
            });
        } catch (StacGeneratorException e) {
            if (e.code() != ErrorCode.QUEUE_FULL) {
                throw e;
            }
        }
    }
}

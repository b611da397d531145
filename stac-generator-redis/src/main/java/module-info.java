/** A job queue on a Redis Stream with a consumer group. */
module io.stacgenerator.redis {
    requires transitive io.stacgenerator;
    requires static transitive org.jspecify;
    requires org.apache.commons.pool2;
    requires org.slf4j;
    requires redis.clients.jedis;

    exports io.stacgenerator.redis;
}

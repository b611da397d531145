/** A job queue on a Redis Stream with a consumer group. */
module io.stacgenerator.redis {
    requires io.stacgenerator;
    requires static transitive org.jspecify;
}

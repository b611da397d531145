package io.stacgenerator.redis;

import java.time.Duration;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Makes clients for the URLs. That of a single server connects when it is first used. */
final class JedisClients {

    /** How long a command that blocks is waited for: longer than any of ours blocks. */
    private static final int BLOCKING_MILLIS = 10_000;

    /** How long a listener waits for a message before it makes sure that its connection still stands. */
    private static final int LISTENING_MILLIS = 30_000;

    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 5_000;
    private static final int MOST_CONNECTIONS = 256;

    private JedisClients() {}

    static UnifiedJedis forCommands(RedisUrl url) {
        return client(url, BLOCKING_MILLIS);
    }

    static UnifiedJedis forListening(RedisUrl url) {
        return client(url, LISTENING_MILLIS);
    }

    private static UnifiedJedis client(RedisUrl url, int blockingMillis) {
        try {
            return client(url, config(url, blockingMillis));
        } catch (JedisException e) {
            throw Redis.unavailable(url, e);
        }
    }

    private static UnifiedJedis client(RedisUrl url, DefaultJedisClientConfig config) {
        return switch (url.form()) {
            case "redis-cluster" ->
                RedisClusterClient.builder()
                        .nodes(url.hosts())
                        .clientConfig(config)
                        .poolConfig(pool())
                        .build();
            case "redis-sentinel" ->
                RedisSentinelClient.builder()
                        .masterName(url.master())
                        .sentinels(url.hosts())
                        .sentinelClientConfig(sentinelConfig(url))
                        .clientConfig(config)
                        .poolConfig(pool())
                        .build();
            default ->
                RedisClient.builder()
                        .hostAndPort(url.hosts().iterator().next())
                        .clientConfig(config)
                        .poolConfig(pool())
                        .build();
        };
    }

    private static DefaultJedisClientConfig config(RedisUrl url, int blockingMillis) {
        return transport(url)
                .blockingSocketTimeoutMillis(blockingMillis)
                .user(url.user())
                .password(url.password())
                .database(url.database())
                .build();
    }

    /** Sentinels are asked without the credentials, which are those of the servers. */
    private static DefaultJedisClientConfig sentinelConfig(RedisUrl url) {
        return transport(url).build();
    }

    /** Speaks RESP 2 and says nothing of the client, so that a user who may run few commands needs no more. */
    private static DefaultJedisClientConfig.Builder transport(RedisUrl url) {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .resp2()
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .connectionTimeoutMillis(CONNECT_MILLIS)
                .socketTimeoutMillis(ANSWER_MILLIS);
        return url.tls()
                ? config.sslOptions(
                        SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build())
                : config;
    }

    private static ConnectionPoolConfig pool() {
        ConnectionPoolConfig config = new ConnectionPoolConfig();
        config.setMaxTotal(MOST_CONNECTIONS);
        config.setMaxIdle(MOST_CONNECTIONS);
        config.setMaxWait(Duration.ofMillis(ANSWER_MILLIS));
        return config;
    }
}

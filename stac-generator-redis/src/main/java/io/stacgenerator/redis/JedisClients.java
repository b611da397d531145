package io.stacgenerator.redis;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.ConnectionProvider;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.providers.SentineledConnectionProvider;

/**
 * Makes clients for the URL of a Redis. That of a single server connects when it is first used.
 *
 * <p>Of Jedis, only what its versions 6, 7 and 8 share is used: Spring Boot manages the first two.
 */
final class JedisClients {
    /** How long a command that blocks is waited for: longer than any of ours blocks. */
    private static final int BLOCKING_MILLIS = 10_000;

    /** How long a listener waits for a message before it makes sure that its connection still stands. */
    private static final int LISTENING_MILLIS = 30_000;

    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 5_000;
    private static final int MOST_CONNECTIONS = 256;

    /** Once: {@link Redis} tries again itself, and distinguishes a lost connection from other faults. */
    private static final int ATTEMPTS = 1;

    /** A cluster redirects: as often as Jedis does by default. */
    private static final int CLUSTER_ATTEMPTS = 5;

    private final RedisUrl url;
    private final @Nullable SSLContext ssl;

    JedisClients(RedisUrl url, @Nullable SSLContext ssl) {
        this.url = url;
        this.ssl = ssl;
    }

    RedisUrl url() {
        return url;
    }

    UnifiedJedis forCommands() {
        return client(BLOCKING_MILLIS);
    }

    UnifiedJedis forListening() {
        return client(LISTENING_MILLIS);
    }

    private UnifiedJedis client(int blockingMillis) {
        try {
            return client(config(blockingMillis));
        } catch (JedisException e) {
            throw Redis.unavailable(url, e);
        }
    }

    @SuppressWarnings("deprecation") // what Jedis 8 has in place of JedisCluster is not in Jedis 6
    private UnifiedJedis client(DefaultJedisClientConfig config) {
        return switch (url.form()) {
            case "redis-cluster" ->
                new JedisCluster(url.hosts(), config, CLUSTER_ATTEMPTS, Duration.ofMillis(ANSWER_MILLIS), pool());
            case "redis-sentinel" ->
                client(new SentineledConnectionProvider(
                        url.master(), config, pool(), url.hosts(), transport().build()));
            default ->
                client(new PooledConnectionProvider(url.hosts().iterator().next(), config, pool()));
        };
    }

    @SuppressWarnings("deprecation") // what Jedis 8 has in its place is not in Jedis 6
    private static UnifiedJedis client(ConnectionProvider provider) {
        return new UnifiedJedis(provider, ATTEMPTS, Duration.ofMillis(ANSWER_MILLIS));
    }

    private DefaultJedisClientConfig config(int blockingMillis) {
        return transport()
                .blockingSocketTimeoutMillis(blockingMillis)
                .user(url.user())
                .password(url.password())
                .database(url.database())
                .build();
    }

    /**
     * Speaks RESP 2 and says nothing of the client, so that a user who may run few commands needs no more. Sentinels
     * are asked without the credentials, which are those of the servers.
     */
    private DefaultJedisClientConfig.Builder transport() {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .protocol(RedisProtocol.RESP2)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .connectionTimeoutMillis(CONNECT_MILLIS)
                .socketTimeoutMillis(ANSWER_MILLIS);
        return url.tls() ? withTls(config) : config;
    }

    @SuppressWarnings("deprecation") // SslOptions, which replace these, take files and no SSLContext
    private DefaultJedisClientConfig.Builder withTls(DefaultJedisClientConfig.Builder config) {
        SSLParameters checksTheHost = new SSLParameters();
        checksTheHost.setEndpointIdentificationAlgorithm("HTTPS");
        config.ssl(true).sslParameters(checksTheHost);
        return ssl == null ? config : config.sslSocketFactory(ssl.getSocketFactory());
    }

    private static ConnectionPoolConfig pool() {
        ConnectionPoolConfig config = new ConnectionPoolConfig();
        config.setMaxTotal(MOST_CONNECTIONS);
        config.setMaxIdle(MOST_CONNECTIONS);
        config.setMaxWait(Duration.ofMillis(ANSWER_MILLIS));
        return config;
    }
}

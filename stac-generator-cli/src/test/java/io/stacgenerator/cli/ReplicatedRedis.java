package io.stacgenerator.cli;

import io.stacgenerator.testkit.SlowProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientPauseMode;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Two Redis servers, one a replica of the other, and a sentinel that watches them. Each server is behind a network of
 * its own, by which clients, replica and sentinel reach it.
 */
final class ReplicatedRedis implements AutoCloseable {

    private static final String NAME = "scenes";

    /** A master that is merely slow, or away for a restart, is not replaced. */
    private static final Duration PATIENT = Duration.ofHours(1);

    private static final Duration IMPATIENT = Duration.ofMillis(500);

    private final List<Node> nodes;
    private final LocalRedis sentinel;

    private ReplicatedRedis(List<Node> nodes, LocalRedis sentinel) {
        this.nodes = nodes;
        this.sentinel = sentinel;
    }

    private record Node(LocalRedis redis, SlowProxy network) {

        /** Starts a server that says from its beginning by which port the others reach it. */
        static Node start(Path folder) throws IOException {
            int port = LocalRedis.freePort();
            SlowProxy network = SlowProxy.start(port, Duration.ofMillis(1));
            LocalRedis redis = LocalRedis.start(
                    port,
                    Files.createDirectory(folder),
                    "--replica-announce-ip",
                    "127.0.0.1",
                    "--replica-announce-port",
                    "" + network.port());
            return new Node(redis, network);
        }

        /** Asks anew each time, for a server that changes its role ends all connections. */
        boolean says(String line) {
            try (Jedis jedis = redis.connect()) {
                return jedis.info("replication").lines().anyMatch(line::equals);
            } catch (JedisException e) {
                return false;
            }
        }
    }

    static ReplicatedRedis start(Path folder) throws IOException {
        Node first = Node.start(folder.resolve("first"));
        Node second = Node.start(folder.resolve("second"));
        try (Jedis jedis = second.redis.connect()) {
            jedis.replicaof("127.0.0.1", first.network.port());
        }
        LocalRedis sentinel = LocalRedis.startSentinel(Files.createDirectory(folder.resolve("sentinel")), """
                sentinel monitor %1$s 127.0.0.1 %2$d 1
                sentinel down-after-milliseconds %1$s %3$d
                sentinel failover-timeout %1$s 4000
                """.formatted(
                        NAME, first.network.port(), PATIENT.toMillis()));
        ReplicatedRedis redis = new ReplicatedRedis(List.of(first, second), sentinel);
        redis.awaitReplica();
        return redis;
    }

    private void awaitReplica() {
        await(() -> replica().says("master_link_status:up"));
        try (Jedis jedis = sentinel.connect()) {
            await(() -> !jedis.sentinelReplicas(NAME).isEmpty());
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    String url() {
        return "redis-sentinel://127.0.0.1:%d/%s".formatted(sentinel.port(), NAME);
    }

    /** Connects to the master past its network. */
    Jedis connect() {
        return master().redis.connect();
    }

    private Node master() {
        return nodes.get(0).says("role:master") ? nodes.get(0) : nodes.get(1);
    }

    private Node replica() {
        return nodes.get(master().equals(nodes.get(0)) ? 1 : 0);
    }

    void cut() {
        nodes.forEach(node -> node.network.cut());
    }

    void delay(Duration most) {
        nodes.forEach(node -> node.network.delay(most));
    }

    /** Ends the master as {@code kill -9} does, and starts it anew. */
    void restart() throws IOException {
        master().redis.restart();
    }

    /** Gives the master so much memory that it has none left, or as much as it wants. */
    void fill(boolean full) {
        try (Jedis jedis = connect()) {
            jedis.configSet("maxmemory", full ? "1" : "0");
        }
    }

    /**
     * Ends the master as {@code kill -9} does, waits until the sentinel has promoted the replica, and starts what was
     * the master as a replica. What a master has acknowledged and not copied is lost with it, which is not what is
     * tested here: it takes no writes from when it is to die, and dies when all is copied.
     */
    void promote() throws IOException {
        Node old = master();
        Node next = replica();
        await(() -> next.says("master_link_status:up"));
        try (Jedis jedis = old.redis.connect()) {
            jedis.clientPause(PATIENT.toMillis(), ClientPauseMode.WRITE);
            await(() -> next.says("slave_repl_offset:" + offset(jedis)));
        }
        old.redis.close();
        replaceAfter(IMPATIENT);
        await(() -> next.says("role:master"));
        replaceAfter(PATIENT);
        old.redis.restart("--replicaof", "127.0.0.1", "" + next.network.port());
        awaitReplica();
    }

    private static String offset(Jedis master) {
        String name = "master_repl_offset:";
        return master.info("replication")
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow()
                .substring(name.length());
    }

    private void replaceAfter(Duration silence) {
        try (Jedis jedis = sentinel.connect()) {
            jedis.sentinelSet(NAME, Map.of("down-after-milliseconds", "" + silence.toMillis()));
        }
    }

    @Override
    public void close() {
        sentinel.close();
        nodes.forEach(node -> {
            node.network.close();
            node.redis.close();
        });
    }
}

package io.stacgenerator.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A Redis that ends with a test, and before it where the test wants that. */
final class LocalRedis implements AutoCloseable {

    private final RedisServer server;
    private final String url;

    private LocalRedis(RedisServer server, int port) throws IOException {
        this.server = server;
        url = "redis://127.0.0.1:" + port;
        server.start();
    }

    /**
     * Starts a server.
     *
     * @param folder where it has on disk whatever it has acknowledged
     */
    static LocalRedis start(Path folder) throws IOException {
        int port = freePort();
        RedisServerBuilder builder = RedisServer.newRedisServer()
                .port(port)
                .setting("save \"\"")
                .setting("appendonly yes")
                .setting("appendfsync always")
                .setting("dir " + folder)
                .onShutdownForceStop(true);
        return new LocalRedis(builder.build(), port);
    }

    /** Below the ports of clients: one that tries to reach a server that is away may be given the very port of it. */
    static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // taken: another one is tried
            }
        }
    }

    String url() {
        return url;
    }

    /** Ends the server as {@code kill -9} does, and starts it anew. */
    void restart() throws IOException {
        close();
        server.start();
    }

    /** Ends the server as {@code kill -9} does. */
    @Override
    public void close() throws IOException {
        server.stop();
    }
}

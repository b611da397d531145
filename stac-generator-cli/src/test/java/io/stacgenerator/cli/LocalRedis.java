package io.stacgenerator.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
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

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
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

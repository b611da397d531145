package io.stacgenerator.cli;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis as a process, which ends with a test, and before it where the test wants that: the one that the property
 * names, or the one of the test dependency.
 */
final class LocalRedis implements AutoCloseable {

    private static final String SERVER = System.getProperty("stacgenerator.redisServer", "");

    private final int port;
    private final Path log;
    private final List<String> command;
    private Process process;

    private LocalRedis(int port, Path folder, List<String> arguments) throws IOException {
        this.port = port;
        log = folder.resolve("redis.log");
        command = new ArrayList<>(List.of(executable()));
        command.addAll(arguments);
        command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--dir", folder.toString()));
        process = begin();
        awaitAnswer();
    }

    /**
     * Starts a server.
     *
     * @param folder where it has on disk whatever it has acknowledged
     */
    static LocalRedis start(Path folder) throws IOException {
        return start(freePort(), folder);
    }

    /**
     * Starts a server on a port.
     *
     * @param folder where it has on disk whatever it has acknowledged
     * @param settings further ones, such as {@code --maxmemory 8mb}, by words
     */
    static LocalRedis start(int port, Path folder, String... settings) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--save", "", "--appendonly", "yes", "--appendfsync", "always"));
        arguments.addAll(List.of(settings));
        return new LocalRedis(port, folder, arguments);
    }

    /**
     * Starts a sentinel.
     *
     * @param settings the lines of its configuration
     */
    static LocalRedis startSentinel(Path folder, String settings) throws IOException {
        Path configuration = Files.writeString(folder.resolve("sentinel.conf"), settings);
        return new LocalRedis(freePort(), folder, List.of(configuration.toString(), "--sentinel"));
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

    private static String executable() throws IOException {
        if (!SERVER.isEmpty()) {
            return SERVER;
        }
        File embedded = ExecutableProvider.newJarResourceProvider().get();
        return embedded.getPath();
    }

    private Process begin(String... settings) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(settings));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private void awaitAnswer() throws IOException {
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IOException("Redis did not start: " + Files.readString(log));
            }
        }
    }

    private boolean answers() {
        try (Jedis jedis = connect()) {
            return jedis.ping().equals("PONG");
        } catch (JedisException e) {
            return false;
        }
    }

    Jedis connect() {
        return new Jedis("127.0.0.1", port);
    }

    int port() {
        return port;
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /**
     * Ends the server as {@code kill -9} does, and starts it anew.
     *
     * @param settings further ones, by words
     */
    void restart(String... settings) throws IOException {
        close();
        process = begin(settings);
        awaitAnswer();
    }

    /** Ends the server as {@code kill -9} does; it holds its port until it has ended, which a busy disk delays. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}

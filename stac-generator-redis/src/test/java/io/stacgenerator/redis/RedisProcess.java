package io.stacgenerator.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** A Redis server of its own on a free port: the one that the property names, or the one of the test dependency. */
final class RedisProcess implements AutoCloseable {

    private static final String SERVER = System.getProperty("stacgenerator.redisServer", "");

    private final int port = freePort();
    private final List<String> arguments;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    private RedisProcess(List<String> arguments) {
        this.arguments = arguments;
        try {
            folder = Files.createTempDirectory("stac-generator-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a server that keeps nothing on disk unless told otherwise.
     *
     * @param settings such as {@code --appendonly yes}, by words
     */
    static RedisProcess start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--save", ""));
        arguments.addAll(List.of(settings));
        return started(arguments);
    }

    /**
     * Starts a server whose clock stands still.
     *
     * @param clock the file that holds its time
     * @param library what reads the time from it in place of the system
     */
    static RedisProcess startAt(Path clock, Path library) {
        RedisProcess redis = new RedisProcess(List.of("--save", ""));
        redis.environment.putAll(Map.of("CLOCK", clock.toString(), "LD_PRELOAD", library.toString()));
        redis.restart();
        return redis;
    }

    static RedisProcess startSentinel(Path settings) {
        return started(List.of(settings.toString(), "--sentinel"));
    }

    private static RedisProcess started(List<String> arguments) {
        RedisProcess redis = new RedisProcess(arguments);
        redis.restart();
        return redis;
    }

    void restart() {
        begin();
        awaitAnswer();
    }

    /** Starts the server without waiting until it answers. */
    void begin(String... settings) {
        List<String> command = new ArrayList<>(List.of(executable()));
        command.addAll(arguments);
        command.addAll(List.of(settings));
        command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--dir", "" + folder));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile());
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String executable() {
        if (!SERVER.isEmpty()) {
            return SERVER;
        }
        try {
            File embedded = ExecutableProvider.newJarResourceProvider().get();
            return embedded.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Redis did not start: " + log());
            }
        }
    }

    private boolean answers() {
        try (Jedis jedis = connect()) {
            return jedis.ping().equals("PONG");
        } catch (JedisException e) {
            return String.valueOf(e.getMessage()).startsWith("NOAUTH");
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    int port() {
        return port;
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    Jedis connect() {
        return new Jedis("127.0.0.1", port);
    }

    /** Ends the server as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, "" + process.pid())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below the ports of clients: one that tries to reach a server that is away may be given the very port of it. */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // taken: another one is tried
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

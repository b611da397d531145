package io.stacgenerator.pgstac;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of the tests in a folder of its own, run by a user without privileges, as it refuses root. */
final class Postgres {

    /** The file with the SQL of pgstac. */
    static final String PROPERTY = "stacgenerator.pgstac";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path bin;
    private final Path folder;
    private final int port;

    private Postgres(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /** Returns the folder of the newest installed server; empty when there is none. */
    static Optional<Path> installed() {
        try (Stream<Path> versions = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.empty()) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Postgres start() throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("pgstac-");
        Postgres server = new Postgres(installed().orElseThrow(), folder, freePort());
        if (ROOT) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        server.control("initdb", "-D", server.data(), "-U", "stac", "-A", "trust", "-N", "--no-locale", "-E", "UTF8");
        server.startServer();
        server.execute("CREATE DATABASE empty", "postgres");
        server.execute("CREATE DATABASE stac", "postgres");
        server.execute(Files.readString(Path.of(System.getProperty(PROPERTY))), "stac");
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    void startServer() throws IOException, InterruptedException {
        String options = "-p %d -k %s -c listen_addresses=127.0.0.1".formatted(port, folder);
        control("pg_ctl", "-D", data(), "-l", folder.resolve("log").toString(), "-w", "-o", options, "start");
    }

    void stopServer() throws IOException, InterruptedException {
        control("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
    }

    private void control(String program, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(ROOT ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(args));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("postgres-", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("%s failed: %s".formatted(command, Files.readString(log)));
        }
        Files.delete(log);
    }

    String url(String database) {
        return "postgresql://127.0.0.1:%d/%s?user=stac".formatted(port, database);
    }

    private void execute(String sql, String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:" + url(database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the first column of what a query in the database of pgstac finds. */
    List<String> select(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:" + url("stac"));
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = pgstac, public");
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }

    void close() throws IOException, InterruptedException {
        stopServer();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

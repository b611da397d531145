package io.stacgenerator.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stacgenerator.table.StacTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster of one master and two workers, each a process, to which the jar of everything is submitted; its path is the
 * system property {@code stacgenerator.sparkJar}.
 */
final class SparkClusterTest {

    /** The first compiler alone: these processes end before the second one would pay. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();
    private Path home;

    /** Executors are started with the jars of a Spark home, so one is laid out: links to those of the tests. */
    @BeforeEach
    void layOutHome() throws IOException {
        assumeThat(System.getProperty("stacgenerator.sparkJar"))
                .as("-Dstacgenerator.sparkJar, the jar with the classifier all")
                .isNotNull();
        home = folder.resolve("home");
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String entry : System.getProperty("java.class.path").split(":", -1)) {
            if (entry.endsWith(".jar") && !isOurs(entry)) {
                Files.createSymbolicLink(jars.resolve(Path.of(entry).getFileName()), Path.of(entry));
            }
        }
    }

    /** What only the jar of everything may bring. */
    private static boolean isOurs(String jar) {
        return Stream.of("/stac-generator", "/tools/jackson/", "/proj4j", "/aircompressor", "/jspecify")
                .anyMatch(jar::contains);
    }

    @AfterEach
    void stop() {
        processes.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void losesNothingWhenAnExecutorIsKilled() throws Exception {
        Path requests =
                Files.write(folder.resolve("requests.ndjson"), TestScenes.requests(folder.resolve("scenes"), 20_000));
        String master = started("org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0")
                .line("Starting Spark master at ");
        Daemon first = worker(master);
        Daemon second = worker(master);
        Path table = folder.resolve("table");

        Process job = submit(master, requests, table, 40);
        ProcessHandle victim = executor(first, job);
        waitForFiles(table, job);
        victim.destroyForcibly();

        assertThat(job.waitFor(4, TimeUnit.MINUTES)).as("the job ends").isTrue();
        assertThat(job.exitValue()).as(() -> log("job")).isZero();
        assertThat(ids(table)).hasSize(19_800).doesNotHaveDuplicates();
        assertThat(second.process().isAlive()).isTrue();
    }

    private Daemon worker(String master) throws IOException {
        Daemon worker = started(
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                folder.resolve("work" + processes.size()).toString(),
                master);
        worker.line("Successfully registered with master ");
        return worker;
    }

    private Daemon started(String main, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(java(), SHORT_LIVED, "-Xmx256m", "-cp", home.resolve("jars") + "/*", main));
        command.addAll(List.of(arguments));
        Process process = process(command).redirectErrorStream(true).start();
        processes.add(process);
        return new Daemon(process, process.inputReader());
    }

    private Process submit(String master, Path requests, Path table, int tasks) throws IOException {
        List<String> command = List.of(
                java(),
                SHORT_LIVED,
                "-Xmx512m",
                "-cp",
                home.resolve("jars") + "/*",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.executor.memory=512m",
                "--conf",
                "spark.executor.extraJavaOptions=" + SHORT_LIVED,
                "--conf",
                "spark.ui.enabled=false",
                "--jars",
                System.getProperty("stacgenerator.sparkJar"),
                "--class",
                ClusterJob.class.getName(),
                jobJar().toString(),
                requests.toString(),
                table.toString(),
                Integer.toString(tasks));
        Process job = process(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("job.log").toFile())
                .start();
        processes.add(job);
        return job;
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_HOME", home.toString());
        // Without it the worker looks for the folders of a build of Spark.
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Path jobJar() throws IOException {
        String name = ClusterJob.class.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve("job.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                var code = ClusterJob.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            code.transferTo(out);
        }
        return jar;
    }

    /** Returns the executor that a worker has started, while the job runs. */
    private ProcessHandle executor(Daemon worker, Process job) throws InterruptedException {
        while (goesOn(job)) {
            var executor = worker.process().children().findFirst();
            if (executor.isPresent()) {
                return executor.get();
            }
        }
        throw new AssertionError("the job ended before a worker had an executor: " + log("job"));
    }

    /** Until a task has a file, so that the kill is in the middle. */
    private void waitForFiles(Path table, Process job) throws IOException, InterruptedException {
        while (goesOn(job)) {
            try (Stream<Path> files = Files.exists(table) ? Files.walk(table) : Stream.empty()) {
                if (files.anyMatch(file -> file.toString().endsWith(".parquet"))) {
                    return;
                }
            }
        }
        throw new AssertionError("the job ended before a task had a file: " + log("job"));
    }

    /** Leaves the processors to the job between two looks at it. */
    private static boolean goesOn(Process job) throws InterruptedException {
        return !job.waitFor(50, TimeUnit.MILLISECONDS);
    }

    private String log(String name) {
        try {
            return Files.readString(folder.resolve(name + ".log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<String> ids(Path table) throws IOException {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> files = Files.list(table)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".parquet")).toList()) {
                try (var items = StacTable.read(file)) {
                    items.forEach(item -> ids.add(item.id()));
                }
            }
        }
        return ids;
    }

    /** A process that tells on its output what it does. */
    private record Daemon(Process process, BufferedReader output) {

        /** Reads up to a line that has these words, and returns what follows them; the rest is read by nobody. */
        String line(String words) throws IOException {
            List<String> read = new ArrayList<>();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                read.add(line);
                int at = line.indexOf(words);
                if (at >= 0) {
                    drain();
                    return line.substring(at + words.length()).trim();
                }
            }
            throw new AssertionError("it ended without '%s': %s".formatted(words, read));
        }

        /** So that a full pipe does not stop the process. */
        private void drain() {
            Thread drain = new Thread(() -> output.lines().forEach(line -> {}));
            drain.setDaemon(true);
            drain.start();
        }
    }
}

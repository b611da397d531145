package io.stacgenerator.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line as a process of its own. */
final class Program implements AutoCloseable {

    /** The first compiler alone, as the launcher has it for short commands: half of the CPU time. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final BufferedReader err;

    private Program(Process process) {
        this.process = process;
        err = process.errorReader();
    }

    static Program start(Object... args) {
        return start(List.of(), Map.of(), args);
    }

    static Program start(List<String> javaOptions, Map<String, String> environment, Object... args) {
        return start(System.getProperty("java.class.path"), javaOptions, environment, args);
    }

    /**
     * Starts the command line with a limit on the size of files, in blocks of 512 bytes or 1 KiB, as the shell has it.
     */
    static Program startLimited(int blocks, Object... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "ulimit -f %d; exec \"$@\"".formatted(blocks),
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData", // a file that is larger
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        Arrays.stream(args).map(Object::toString).forEach(command::add);
        return new Program(new ProcessBuilder(command).start());
    }

    /** Starts the command line with the services of a folder too. */
    static Program startWith(Path services, List<String> javaOptions, Object... args) {
        String classPath = services + File.pathSeparator + System.getProperty("java.class.path");
        return start(classPath, javaOptions, Map.of(), args);
    }

    private static Program start(
            String classPath, List<String> javaOptions, Map<String, String> environment, Object... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIVED);
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", classPath, Main.class.getName()));
        Arrays.stream(args).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            return new Program(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads stderr up to a line that holds the pattern. */
    Matcher awaitLine(String pattern) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            Matcher matcher = Pattern.compile(pattern).matcher(line);
            if (matcher.find()) {
                return matcher;
            }
            read.append(line).append('\n');
        }
        throw new AssertionError("no line with '%s' in:%n%s".formatted(pattern, read));
    }

    /** Reads the rest of stderr. */
    String err() throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            read.append(line).append('\n');
        }
        return read.toString();
    }

    String out() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Sends SIGTERM, and leaves stderr open. */
    void terminate() {
        process.toHandle().destroy();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** The processes that this one has started and that have not ended. */
    List<ProcessHandle> children() {
        return process.children().filter(ProcessHandle::isAlive).toList();
    }

    /** Ends the process as a crash does. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("the process does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}

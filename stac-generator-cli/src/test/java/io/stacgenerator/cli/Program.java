package io.stacgenerator.cli;

import java.io.BufferedReader;
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
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
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

    String out() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Sends SIGTERM, and leaves stderr open. */
    void terminate() {
        process.toHandle().destroy();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("the process does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

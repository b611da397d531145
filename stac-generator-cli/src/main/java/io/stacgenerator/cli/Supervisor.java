package io.stacgenerator.cli;

import io.stacgenerator.cli.console.ExitCode;
import io.stacgenerator.cli.console.Termination;
import io.stacgenerator.cli.service.ServiceLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a command in a process of its own, and replaces that process when it dies. */
final class Supervisor {

    private static final String SUPERVISOR = "stac-generator.supervisor";

    /** A process that dies at once is not replaced in a tight loop, and one that a restart cures is back soon. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** What has run for so long dies of something new: the pauses begin again. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** Beyond the time of grace, for closing connections and ending the JVM. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final List<String> arguments;
    private final boolean memoryCounts;
    private final Duration grace;
    private final ServiceLog log;

    private Supervisor(List<String> arguments, boolean memoryCounts, Duration grace, ServiceLog log) {
        this.arguments = List.copyOf(arguments);
        this.memoryCounts = memoryCounts;
        this.grace = grace;
        this.log = log;
    }

    /** Returns the process that supervises this one, or null when none does. */
    static @Nullable Long current() {
        return Long.getLong(SUPERVISOR);
    }

    /**
     * Runs the command of this process in another one.
     *
     * @param memoryCounts whether that ends when it is out of memory
     * @return its exit code, once it is told to end or a restart would not help
     */
    static int run(Subcommand command, boolean memoryCounts, Duration grace, ServiceLog log) {
        try (Termination termination = Termination.awaited()) {
            return new Supervisor(command.arguments(), memoryCounts, grace, log).run(termination);
        }
    }

    /**
     * Waits in the other process until it is told to end, or has a fault that a restart cures.
     *
     * @return the exit code
     */
    static int awaitEnd(Termination termination, Supplier<Optional<String>> fault, Duration grace, ServiceLog log) {
        while (!termination.await(LOOK_EVERY)) {
            Optional<String> reason = fault.get();
            if (reason.isPresent()) {
                log.note(reason.get());
                return ExitCode.STUCK;
            }
        }
        log.note(Termination.note(grace));
        return ExitCode.OK;
    }

    /** Returns when this process is told to end and its child has ended, or when a restart of that would not help. */
    private int run(Termination termination) {
        Duration pause = FIRST_PAUSE;
        boolean first = true;
        boolean ended = false;
        while (!ended) {
            long start = System.nanoTime();
            Process process = start();
            if (await(process, termination)) {
                return ExitCode.OK;
            }
            if (isFinal(process.exitValue(), first)) {
                return process.exitValue();
            }
            first = false;
            pause = System.nanoTime() - start > STEADY.toNanos() ? FIRST_PAUSE : pause;
            log.error("the process %d %s, and is replaced"
                    .formatted(process.pid(), ExitCode.reason(process.exitValue())));
            ended = termination.await(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        return ExitCode.OK;
    }

    /** What is wrong with options, or from the beginning, stays wrong. */
    private static boolean isFinal(int code, boolean first) {
        return code == ExitCode.USAGE || (first && code == ExitCode.FAILED);
    }

    private Process start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        if (memoryCounts) {
            // no thread can be trusted after the first that had no memory, also that of a job that runs next to it
            command.add("-XX:+ExitOnOutOfMemoryError");
        }
        command.add("-D%s=%d".formatted(SUPERVISOR, ProcessHandle.current().pid()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a process: " + e.getMessage(), e);
        }
    }

    /** Returns true when the end of the process was wanted, false when it has died. */
    private boolean await(Process process, Termination termination) {
        while (process.isAlive()) {
            if (termination.await(LOOK_EVERY)) {
                end(process);
                return true;
            }
        }
        return process.exitValue() == ExitCode.OK;
    }

    private void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(grace.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS)) {
                log.error("the process %d does not end, and is killed".formatted(process.pid()));
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

package io.stacgenerator.cli.console;

import picocli.CommandLine;

/** How a process of the command line reports why it ended; what is not here is a signal or a crash of the JVM. */
public final class ExitCode {

    public static final int OK = CommandLine.ExitCode.OK;
    public static final int FAILED = CommandLine.ExitCode.SOFTWARE;
    public static final int USAGE = CommandLine.ExitCode.USAGE;

    /** That of a JVM with {@code -XX:+ExitOnOutOfMemoryError}. */
    static final int OUT_OF_MEMORY = 3;

    /** A thread that runs jobs does not end, or has died: the process is best replaced. */
    public static final int STUCK = 4;

    /** What shells and the JVM add to the number of the signal that ended a process. */
    private static final int SIGNAL = 128;

    private ExitCode() {}

    public static String reason(int code) {
        return switch (code) {
            case OUT_OF_MEMORY -> "was out of memory";
            case STUCK -> "cannot go on";
            default -> code > SIGNAL ? "was ended by signal " + (code - SIGNAL) : "ended with exit code " + code;
        };
    }
}

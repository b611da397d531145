package io.stacgenerator.cli.console;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.Fault;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.cli.service.ServiceLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Reports to people on stderr what happens, one line each. */
public final class Console implements ServiceLog.Messages {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final PrintWriter err;
    private final CommandSpec spec;
    private final boolean terminal;
    private final boolean quiet;
    private final boolean verbose;
    private final Ansi ansi;

    /** How much a command line tells. */
    public interface Verbosity {

        boolean quiet();

        boolean verbose();
    }

    private Console(PrintWriter err, CommandSpec spec, boolean terminal, boolean quiet, boolean verbose) {
        this.err = err;
        this.spec = spec;
        this.terminal = terminal;
        this.quiet = quiet;
        this.verbose = verbose;
        this.ansi = terminal ? Ansi.AUTO : Ansi.OFF;
    }

    /** The launcher knows whether stderr is a terminal: Java knows of stdout only. */
    public static Console of(CommandLine command) {
        boolean terminal = Boolean.getBoolean("stac-generator.terminal");
        return command.getCommandSpec().root().userObject() instanceof Verbosity chosen
                ? new Console(command.getErr(), command.getCommandSpec(), terminal, chosen.quiet(), chosen.verbose())
                : new Console(command.getErr(), command.getCommandSpec(), terminal, false, false);
    }

    /** Returns whether there is somebody to show a progress to. */
    public boolean terminal() {
        return terminal && !quiet;
    }

    public boolean verbose() {
        return verbose;
    }

    @Override
    public void note(String message) {
        if (!quiet) {
            err.println(oneLine(message));
        }
    }

    /** Prints a line that is made for programs, and is clean by itself. */
    public void line(String line) {
        if (!quiet) {
            err.println(line);
        }
    }

    /** Prints a line of an error, which is made for programs, even when quiet. */
    public void errorLine(String line) {
        err.println(line);
    }

    @Override
    public void warning(String code, String message) {
        if (quiet) {
            return;
        }
        err.println(ansi.string("@|bold,yellow warning:|@ ") + oneLine(code + ": " + message));
    }

    @Override
    public void error(String message) {
        err.println(ansi.string("@|bold,red error:|@ ") + oneLine(message));
    }

    public void error(ErrorCode code, String message) {
        error(code + ": " + Flags.in(message, spec));
    }

    /** Replaces the line that the cursor is in. */
    public void overwrite(String line) {
        err.print("\r\033[K" + line);
        err.flush();
    }

    public int failure(Exception failure, boolean trace) {
        if (trace) {
            withoutCredentials(failure).printStackTrace(err);
        }
        if (failure instanceof StacGeneratorException known) {
            known.warnings().forEach(warning -> warning(warning.code(), warning.message()));
            error(known.code(), String.valueOf(known.getMessage()));
        } else if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            error(ErrorCode.STORAGE_UNAVAILABLE, String.valueOf(failure.getMessage()));
        } else {
            error(ErrorCode.INTERNAL, failure + (trace ? "" : "; --verbose prints the stack trace"));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static StacGeneratorException withoutCredentials(Exception failure) {
        return failure instanceof StacGeneratorException known
                ? known
                : new StacGeneratorException(ErrorCode.INTERNAL, failure.toString(), failure);
    }

    /** Messages may quote arguments and what files hold: a fault hides credentials, and none steers the terminal. */
    private static String oneLine(String text) {
        return CONTROL.matcher(new Fault("", text).message()).replaceAll(" ");
    }
}

package io.stacgenerator.cli;

import io.stacgenerator.cli.console.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that returns its exit code. */
abstract class Subcommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    final CommandLine command() {
        return spec.commandLine();
    }

    /** The arguments of the whole command line, as they were given. */
    final List<String> arguments() {
        CommandLine root = command();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root.getParseResult().originalArgs();
    }

    final Console console() {
        return Console.of(command());
    }
}

package io.stacgenerator.cli.console;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command, and in a second one how to get help. */
public final class UsageErrorHandler implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        Console console = Console.of(command);
        console.error(e instanceof UnmatchedArgumentException unmatched ? message(unmatched) : plain(e));
        console.note("try '%s --help'".formatted(command.getCommandSpec().qualifiedName()));
        return CommandLine.ExitCode.USAGE;
    }

    /** Only the most similar name is suggested: the others share no more than a few letters. */
    private static String message(UnmatchedArgumentException e) {
        String meant = e.getSuggestions().stream()
                .findFirst()
                .map(", did you mean %s?"::formatted)
                .orElse("");
        return "unknown %s '%s'%s".formatted(kind(e), e.getUnmatched().get(0), meant);
    }

    private static String kind(UnmatchedArgumentException e) {
        if (e.isUnknownOption()) {
            return "option";
        }
        return e.getCommandLine().getSubcommands().isEmpty() ? "argument" : "command";
    }

    /** Words the messages of picocli as others are. */
    private static String plain(ParameterException e) {
        String message = String.valueOf(e.getMessage())
                .replaceFirst("^Error: ", "")
                .replace("option option", "option")
                .replaceFirst("is not an (int|long)$", "is not a whole number")
                .replaceFirst(" \\(([^()]+)\\) should be in KEY=VALUE format but was (.*)$", " is '$2', expected $1");
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}

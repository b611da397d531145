package io.stacgenerator.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command, and in a second one how to get help. */
final class UsageErrorHandler implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        Console console = Console.of(command);
        console.error(e instanceof UnmatchedArgumentException unmatched ? message(unmatched) : decapitalised(e));
        console.note("try '%s --help'".formatted(command.getCommandSpec().qualifiedName()));
        return CommandLine.ExitCode.USAGE;
    }

    private static String message(UnmatchedArgumentException e) {
        List<String> suggestions = e.getSuggestions();
        return "unknown %s '%s'%s"
                .formatted(
                        kind(e),
                        e.getUnmatched().get(0),
                        suggestions.isEmpty() ? "" : ", did you mean " + String.join(" or ", suggestions) + "?");
    }

    private static String kind(UnmatchedArgumentException e) {
        if (e.isUnknownOption()) {
            return "option";
        }
        return e.getCommandLine().getSubcommands().isEmpty() ? "argument" : "command";
    }

    private static String decapitalised(ParameterException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}

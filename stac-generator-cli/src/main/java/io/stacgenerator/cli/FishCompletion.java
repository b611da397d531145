package io.stacgenerator.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the completion of a command for fish, which picocli has for bash and zsh alone. */
final class FishCompletion {

    private static final String AT_ROOT = "__fish_use_subcommand";

    private FishCompletion() {}

    static String of(CommandLine main) {
        String name = main.getCommandName();
        return lines(name, main, List.of()).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> lines(String name, CommandLine command, List<String> path) {
        String start = "complete -c %s -n %s".formatted(name, quoted(condition(path, command)));
        Stream<String> commands = command.getSubcommands().entrySet().stream()
                .map(each -> "%s -f -a %s -d %s"
                        .formatted(
                                start,
                                each.getKey(),
                                quoted(firstSentence(each.getValue()
                                        .getCommandSpec()
                                        .usageMessage()
                                        .description()))));
        Stream<String> options = command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(option -> "complete -c %s -n %s%s".formatted(name, quoted(seen(path)), flags(option)));
        Stream<String> below = command.getSubcommands().entrySet().stream()
                .flatMap(each -> lines(
                        name,
                        each.getValue(),
                        Stream.concat(path.stream(), Stream.of(each.getKey())).toList()));
        return Stream.of(commands, options, below).flatMap(each -> each);
    }

    /** Where a command is expected: none of its level has been typed. */
    private static String condition(List<String> path, CommandLine command) {
        return path.isEmpty()
                ? AT_ROOT
                : "%s; and not __fish_seen_subcommand_from %s"
                        .formatted(
                                seen(path),
                                String.join(" ", command.getSubcommands().keySet()));
    }

    private static String seen(List<String> path) {
        return path.isEmpty()
                ? AT_ROOT
                : path.stream().map("__fish_seen_subcommand_from "::concat).collect(Collectors.joining("; and "));
    }

    private static String flags(OptionSpec option) {
        String names = Arrays.stream(option.names())
                .map(each -> each.startsWith("--") ? " -l " + each.substring(2) : " -s " + each.substring(1))
                .collect(Collectors.joining());
        return names
                + (option.arity().max() == 0 ? "" : " -r" + values(option))
                + " -d " + quoted(firstSentence(option.description()));
    }

    /** The values of an option whose label lists them. */
    private static String values(OptionSpec option) {
        return option.paramLabel().contains("|")
                ? " -f -a " + quoted(option.paramLabel().replace('|', ' '))
                : "";
    }

    private static String firstSentence(String... description) {
        String text = Ansi.OFF.string(String.join(" ", description)).replace("%n", " ");
        return text.replaceFirst("[.;:] .*", "").replaceFirst("[.]$", "");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}

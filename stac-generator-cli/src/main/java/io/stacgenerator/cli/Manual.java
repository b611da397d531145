package io.stacgenerator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the manual page and the completion from the descriptions of the commands, for the distribution. */
public final class Manual {

    private final StringBuilder text = new StringBuilder();

    private Manual() {}

    /**
     * Writes {@code man/man1/stac-generator.1}, {@code completion/stac-generator}, which bash and zsh source, and
     * {@code completion/stac-generator.fish}.
     *
     * @param args the folder
     * @throws IOException when a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0], "man", "man1", "stac-generator.1"), page());
        write(Path.of(args[0], "completion", "stac-generator"), AutoComplete.bash("stac-generator", commandLine()));
        write(Path.of(args[0], "completion", "stac-generator.fish"), FishCompletion.of(commandLine()));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static CommandLine commandLine() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Main.commandLine(nowhere, nowhere);
    }

    static String page() {
        CommandLine main = commandLine();
        Manual page = new Manual();
        page.text.append(".TH STAC\\-GENERATOR 1\n.SH NAME\nstac\\-generator \\- ");
        page.paragraph(description(main));
        page.text.append(".SH SYNOPSIS\n");
        page.paragraph(synopsis(main));
        page.text.append(".SH OPTIONS\n");
        page.arguments(main.getCommandSpec());
        page.text.append(".SH COMMANDS\n");
        commandsOf(main).forEach(page::command);
        page.text.append(".SH EXIT STATUS\n");
        main.getCommandSpec().usageMessage().exitCodeList().forEach(page::term);
        return page.text.toString();
    }

    private static Stream<CommandLine> commandsOf(CommandLine parent) {
        return parent.getSubcommands().values().stream()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden())
                .flatMap(command -> Stream.concat(Stream.of(command), commandsOf(command)));
    }

    private void command(CommandLine command) {
        text.append(".SS ").append(escaped(synopsis(command))).append('\n');
        paragraph(description(command));
        arguments(command.getCommandSpec());
        List<String> examples = List.of(command.getCommandSpec().usageMessage().footer());
        if (!examples.isEmpty()) {
            text.append(".PP\nExamples:\n.nf\n");
            Arrays.stream(help(command).footer().split("\\R")).forEach(this::paragraph);
            text.append(".fi\n");
        }
    }

    private void arguments(CommandSpec command) {
        command.positionalParameters().forEach(parameter -> term(parameter.paramLabel(), description(parameter)));
        command.options().stream()
                .filter(option -> !option.hidden() && !option.inherited())
                .forEach(option -> term(label(option), description(option)));
    }

    private static String label(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private static String description(ArgSpec argument) {
        return Arrays.stream(argument.description())
                .map(line -> Ansi.OFF.string(line).replace("%n", " "))
                .collect(Collectors.joining(" "));
    }

    private static String description(CommandLine command) {
        return help(command).description().strip();
    }

    private static String synopsis(CommandLine command) {
        return help(command).synopsis(0).replaceAll("\\s+", " ").strip();
    }

    private static Help help(CommandLine command) {
        return new Help(command.getCommandSpec(), Help.defaultColorScheme(Ansi.OFF));
    }

    private void term(String label, String description) {
        text.append(".TP\n\\fB").append(escaped(label)).append("\\fR\n");
        paragraph(description);
    }

    private void paragraph(String paragraph) {
        text.append(escaped(paragraph)).append('\n');
    }

    /** A line that starts with a dot or an apostrophe would be a request to roff. */
    private static String escaped(String raw) {
        return raw.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^(?=[.'])", "\\\\&");
    }
}

package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class ManualTest {

    private static final String PAGE = Manual.page();

    static Stream<CommandLine> commands() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return Main.commandLine(nowhere, nowhere).getSubcommands().values().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void namesEachCommandWithItsOptions(CommandLine command) {
        assertThat(PAGE).contains(".SS stac\\-generator " + command.getCommandName());
        assertThat(command.getCommandSpec().options())
                .allSatisfy(option -> assertThat(PAGE)
                        .contains("\\fB" + String.join(", ", option.names()).replace("-", "\\-")));
    }

    @Test
    void leavesNoVariableAndNoRequestOfItsOwn() {
        assertThat(PAGE).doesNotContain("${").doesNotContain("%n");
        assertThat(PAGE.lines().filter(line -> line.startsWith(".")).map(line -> line.split(" ", 2)[0]))
                .isSubsetOf(List.of(".TH", ".SH", ".SS", ".PP", ".TP", ".nf", ".fi"));
    }
}

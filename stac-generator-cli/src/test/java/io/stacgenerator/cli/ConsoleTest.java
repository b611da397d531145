package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.cli.console.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class ConsoleTest {

    private final StringWriter written = new StringWriter();

    @Test
    void whoAsksForQuietSeesErrorsAloneForPeopleAndForPrograms() {
        PrintWriter err = new PrintWriter(written, true);
        CommandLine command = Main.commandLine(err, err);
        command.parseArgs("worker", "-q");
        Console console = Console.of(command);

        console.note("a note");
        console.line("{\"event\":\"note\"}");
        console.warning("open", "everybody may call");
        console.error("the process ended");
        console.errorLine("{\"event\":\"error\"}");

        assertThat(written.toString().lines()).containsExactly("error: the process ended", "{\"event\":\"error\"}");
    }
}

package io.stacgenerator.cli.option;

import io.stacgenerator.cli.file.Input;
import io.stacgenerator.cli.file.Output;
import io.stacgenerator.model.JsonText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Where a command writes what it has found or made. */
public final class OutputArgument {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears complete or not at all, instead of stdout.")
    private Path file = Input.STANDARD;

    public Output open(CommandLine command) {
        return Output.open(command, file);
    }

    /** Writes one document. */
    public void write(Map<String, Object> document, CommandLine command) throws IOException {
        try (Output target = open(command)) {
            target.write(JsonText.pretty(document));
            target.commit();
        }
    }
}

package io.stacgenerator.cli.option;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.azure.EntraToken;
import io.stacgenerator.cli.file.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The headers of calls to a service, from where no secret stands on the command line. */
final class CallHeaders {

    private static final String FILE = "@";
    private static final String ENTRA = "entra:";

    private CallHeaders() {}

    /** Makes what is asked for the headers of each call; the sources are those of --to-header. */
    static Supplier<Map<String, String>> of(Map<String, String> sources, CommandLine command) {
        Map<String, Supplier<String>> values = new LinkedHashMap<>();
        sources.forEach((name, source) -> values.put(name, value(name, source, command)));
        return () -> {
            Map<String, String> headers = new LinkedHashMap<>();
            values.forEach((name, value) -> headers.put(name, value.get()));
            return headers;
        };
    }

    private static Supplier<String> value(String name, String source, CommandLine command) {
        if (source.startsWith(ENTRA)) {
            EntraToken token = EntraToken.ofProcess(source.substring(ENTRA.length()));
            return () -> token.get().get("Authorization");
        }
        if (source.startsWith(FILE)) {
            Path file = Path.of(source.substring(FILE.length()));
            if (!Files.isReadable(file)) {
                throw new ParameterException(
                        command, "--to-header names the file %s, which cannot be read, for %s".formatted(file, name));
            }
            return () -> read(file);
        }
        String value = System.getenv(source);
        if (value == null) {
            // What was typed may be the secret itself.
            throw new ParameterException(
                    command,
                    "--to-header names an environment variable that is not set, expected one that holds the value of "
                            + name);
        }
        return () -> value;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StacGeneratorException(
                    ErrorCode.ACCESS_DENIED, "the header in %s cannot be read: %s".formatted(file, Input.reason(e)), e);
        }
    }
}

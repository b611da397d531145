package io.stacgenerator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.StacCollections;
import io.stacgenerator.spi.sink.SinkOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where items are published. */
final class SinkArguments {

    @Option(
            names = "--to",
            paramLabel = "TARGET",
            description = "Where items are published: a file such as items.parquet or items.ndjson, or FORMAT:TARGET "
                    + "such as catalog:folder; may be repeated. \"describe\" lists the sinks.")
    private List<String> targets = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The format of --to, where the target does not say it.")
    private @Nullable String format;

    @Option(
            names = "--to-option",
            paramLabel = "NAME=VALUE",
            description = "How --to is written, such as hrefs=absolute; may be repeated. FORMAT.NAME is for targets of "
                    + "this format only.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--to-collection",
            paramLabel = "FILE",
            description = "A collection to publish with its items; may be repeated.")
    private List<Path> collections = List.of();

    @Option(
            names = "--to-header",
            paramLabel = "NAME=VARIABLE",
            description = "A header for calls to a service, with the value of an environment variable, such as "
                    + "Authorization=STAC_TOKEN; may be repeated.")
    private Map<String, String> headers = new LinkedHashMap<>();

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "Where items go that were not published, one in each line with the reason.")
    private @Nullable Path rejected;

    boolean given() {
        return !targets.isEmpty();
    }

    List<String> targets() {
        return targets;
    }

    Optional<Path> rejected() {
        return Optional.ofNullable(rejected);
    }

    SinkOptions.Builder options(CommandLine command) {
        SinkOptions.Builder options = SinkOptions.builder().format(format);
        values.forEach(options::set);
        headers.forEach((name, variable) -> require(command, name, variable));
        options.headers(this::headers);
        collections.forEach(file -> options.collection(collection(command, file)));
        return options;
    }

    private static void require(CommandLine command, String name, String variable) {
        if (System.getenv(variable) == null) {
            throw new ParameterException(
                    command, "--to-header %s names the variable %s, which is not set".formatted(name, variable));
        }
    }

    private Map<String, String> headers() {
        Map<String, String> current = new LinkedHashMap<>();
        headers.forEach((name, variable) -> current.put(name, String.valueOf(System.getenv(variable))));
        return current;
    }

    private static Map<String, Object> collection(CommandLine command, Path file) {
        try (InputStream in = Input.open(command, file)) {
            return StacCollections.parse(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new ParameterException(command, "cannot read %s: %s".formatted(file, Input.reason(e)), e);
        }
    }
}

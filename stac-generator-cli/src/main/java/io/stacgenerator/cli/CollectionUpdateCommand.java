package io.stacgenerator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.StacCollections;
import io.stacgenerator.model.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes what a Collection says of its Items. */
@Command(
        name = "update",
        description = "Computes the extent, the summaries and the item assets of a collection from all its items.",
        customSynopsis = "${COMMAND-FULL-NAME} [OPTIONS] COLLECTION ITEMS...",
        footer = {
            "  ${COMMAND-FULL-NAME} collection.json items.ndjson -o collection.json",
            "  ${COMMAND-FULL-NAME} collection.json items/*.json"
        })
final class CollectionUpdateCommand extends Subcommand {

    private static final List<String> LINES = List.of(".ndjson", ".jsonl", ".geojsonl");

    @Parameters(index = "0", paramLabel = "COLLECTION", description = "The collection, a file of JSON.")
    private Path collection = Input.STANDARD;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "ITEMS",
            description =
                    "Files with an item each, or with an item in each line (.ndjson, .jsonl), or - for lines of stdin.")
    private List<Path> items = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears complete or not at all, instead of stdout.")
    private Path output = Input.STANDARD;

    @Override
    public Integer call() throws IOException {
        String before = text(collection);
        try (Stream<String> all = items.stream().flatMap(this::documents);
                Output target = Output.open(command(), output)) {
            Map<String, Object> updated = StacCollections.update(before, all);
            target.write(JsonText.pretty(updated));
            target.commit();
        }
        return CommandLine.ExitCode.OK;
    }

    private Stream<String> documents(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return file.equals(Input.STANDARD) || LINES.stream().anyMatch(name::endsWith)
                ? lines(file)
                : Stream.of(file).map(this::text);
    }

    private Stream<String> lines(Path file) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(Input.open(command(), file), UTF_8));
        return reader.lines().filter(line -> !line.isBlank()).onClose(() -> close(reader));
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Path file) {
        try (InputStream in = Input.open(command(), file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s: %s".formatted(file, Input.reason(e)), e);
        }
    }
}

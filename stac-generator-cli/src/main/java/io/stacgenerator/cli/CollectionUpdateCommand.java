package io.stacgenerator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.StacCollections;
import io.stacgenerator.cli.console.ExitCode;
import io.stacgenerator.cli.file.Input;
import io.stacgenerator.cli.option.OutputArgument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Computes what a Collection says of its Items. */
@Command(
        name = "update",
        description = "Computes the extent, the summaries and the item assets of a collection from all its items.",
        customSynopsis = "${COMMAND-FULL-NAME} [OPTIONS] COLLECTION ITEMS...",
        footer = {
            "  ${COMMAND-FULL-NAME} collection.json items.ndjson -o collection.json",
            "  ${COMMAND-FULL-NAME} collection.json items/*.json",
            "  # new items, with what is known of those before",
            "  ${COMMAND-FULL-NAME} --partial state.json collection.json new.ndjson -o collection.json"
        })
final class CollectionUpdateCommand extends Subcommand {

    @Parameters(index = "0", paramLabel = "COLLECTION", description = "The collection, a file of JSON.")
    private Path collection = Input.STANDARD;

    @Parameters(index = "1..*", paramLabel = "ITEMS", description = CollectionItems.DESCRIPTION)
    private List<String> items = List.of();

    @Mixin
    private CollectionItems earlier = new CollectionItems();

    @Mixin
    private OutputArgument output = new OutputArgument();

    @Override
    public Integer call() throws IOException {
        Map<String, Object> before = read();
        Map<String, Object> updated = earlier.summarize(items, command()).applyTo(before);
        output.write(updated, command());
        return ExitCode.OK;
    }

    private Map<String, Object> read() throws IOException {
        try (InputStream in = Input.open(command(), collection)) {
            return StacCollections.parse(new String(in.readAllBytes(), UTF_8));
        }
    }
}

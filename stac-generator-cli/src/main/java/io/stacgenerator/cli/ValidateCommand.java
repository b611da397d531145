package io.stacgenerator.cli;

import io.stacgenerator.Fault;
import io.stacgenerator.StacDocument;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.cli.console.ExitCode;
import io.stacgenerator.cli.file.Output;
import io.stacgenerator.cli.option.OutputArgument;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.table.StacTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks documents of any origin. */
@Command(
        name = "validate",
        description =
                "Checks items, catalogs and collections by the rules of STAC 1.1.0 or 1.0.0 and of the extensions that "
                        + "they declare, without reading schemas. Writes each fault as a line of JSON; exit code 1 when there "
                        + "is one.",
        customSynopsis = "${COMMAND-FULL-NAME} [OPTIONS] DOCUMENTS...",
        footer = {
            "  ${COMMAND-FULL-NAME} item.json items.ndjson folder/",
            "  ${COMMAND-FULL-NAME} --against-assets scene/item.json",
            "  ${COMMAND-FULL-NAME} --recursive https://stac.example.com/catalog.json"
        })
final class ValidateCommand extends Subcommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "DOCUMENTS",
            description = "Files or URLs of a document each, of an item in each line (.ndjson, .jsonl), or of a "
                    + "FeatureCollection, folders, and local tables (.parquet).")
    private List<String> documents = List.of();

    @Option(
            names = "--recursive",
            description = "Follow the links to children and items, and check that they lead there and back.")
    private boolean recursive;

    @Option(
            names = "--against-assets",
            description = "Open the assets of items too, and report where an item contradicts them: shape, transform, "
                    + "code, bounds, size, checksum.")
    private boolean againstAssets;

    @Mixin
    private OutputArgument output = new OutputArgument();

    private long checked;
    private long invalid;

    @Override
    public Integer call() throws IOException {
        try (StacGenerator generator = StacGenerator.create();
                Output target = output.open(command())) {
            for (String href : documents) {
                try (Stream<StacDocument> all = documents(href, generator)) {
                    // not by an iterator, which would keep all documents of a file in a folder
                    all.forEachOrdered(document -> tell(document, faults(document, generator), target));
                }
            }
            target.commit();
        }
        console().note("%d documents, %d invalid".formatted(checked, invalid));
        return invalid == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private Stream<StacDocument> documents(String href, StacGenerator generator) {
        if (CollectionItems.isTable(href)) {
            return rows(href);
        }
        return recursive ? generator.catalog(href) : generator.documents(href);
    }

    private static Stream<StacDocument> rows(String file) {
        AtomicLong number = new AtomicLong();
        return StacTable.read(Path.of(file))
                .map(item -> new StacDocument(file + ":" + number.incrementAndGet(), item.toMap(), List.of()));
    }

    private List<Fault> faults(StacDocument document, StacGenerator generator) {
        List<Fault> faults = new ArrayList<>(generator.validate(document));
        if (againstAssets) {
            faults.addAll(generator.compareAssets(document));
        }
        return faults;
    }

    private void tell(StacDocument document, List<Fault> faults, Output target) {
        checked++;
        invalid += faults.isEmpty() ? 0 : 1;
        for (Fault fault : faults) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("href", document.href());
            JsonValues.string(document.members().get("id")).ifPresent(id -> line.put("id", id));
            line.putAll(fault.toMap());
            write(JsonText.compact(line), target);
        }
    }

    private static void write(String line, Output target) {
        try {
            target.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}

package io.stacgenerator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacCollections;
import io.stacgenerator.StacDocument;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.cli.file.Output;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.CollectionSummary;
import io.stacgenerator.table.StacTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The Items that a Collection is computed from, and what is known of others. */
final class CollectionItems {

    private static final Set<String> CATALOGS = Set.of("Catalog", "Collection");

    static final String DESCRIPTION = "Files of an item each, of an item in each line (.ndjson, .jsonl), of a "
            + "FeatureCollection or a table (.parquet), catalogs, collections and folders; or - for lines of stdin.";

    @Option(
            names = "--partial",
            paramLabel = "FILE",
            description = "What is known of the items of earlier runs: read where it is there, and written anew with "
                    + "the items of this run added.")
    private @Nullable Path partial;

    @Option(
            names = "--merge",
            paramLabel = "FILE",
            description = "What is known of other items, which --partial or a table of Spark has written; may be "
                    + "repeated. It is not added to the file of --partial.")
    private List<Path> others = List.of();

    /** Summarizes all Items, those of earlier runs included. */
    CollectionSummary summarize(List<String> items, CommandLine command) throws IOException {
        if (items.isEmpty() && partial == null && others.isEmpty()) {
            throw new ParameterException(command, "no items given, expected files, folders, --partial or --merge");
        }
        CollectionSummary summary = partial != null && Files.exists(partial)
                ? StacCollections.summary(Files.readString(partial))
                : StacCollections.summary();
        try (StacGenerator generator = StacGenerator.create()) {
            for (String href : items) {
                try (Stream<StacItem> each = items(href, generator)) {
                    each.forEachOrdered(summary::add);
                }
            }
        }
        if (partial != null) {
            try (Output target = Output.open(command, partial)) {
                target.write(summary.toJson());
                target.commit();
            }
        }
        for (Path other : others) {
            summary.merge(JsonText.parse(Files.readString(other)));
        }
        return summary;
    }

    static boolean isTable(String href) {
        return href.toLowerCase(Locale.ROOT).endsWith("parquet");
    }

    private static Stream<StacItem> items(String href, StacGenerator generator) {
        if (href.equals("-")) {
            return new BufferedReader(new InputStreamReader(System.in, UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(StacItem::parse);
        }
        if (isTable(href)) {
            return StacTable.read(Path.of(href));
        }
        boolean folder = href.endsWith("/") || Files.isDirectory(Path.of(href));
        return generator
                .documents(href)
                .flatMap(document ->
                        !folder && CATALOGS.contains(document.type()) ? generator.catalog(href) : Stream.of(document))
                .filter(document -> !CATALOGS.contains(document.type()))
                .map(CollectionItems::item);
    }

    private static StacItem item(StacDocument document) {
        if (document.isRead() && document.type().equals("Feature")) {
            return StacItem.of(document.members());
        }
        String message = document.isRead()
                ? "%s has the type '%s', expected Feature".formatted(document.href(), document.type())
                : document.href() + " is not an Item";
        throw document.faults().isEmpty()
                ? new StacGeneratorException(ErrorCode.INVALID_ITEM, message)
                : new StacGeneratorException(ErrorCode.INVALID_ITEM, message, document.faults());
    }
}

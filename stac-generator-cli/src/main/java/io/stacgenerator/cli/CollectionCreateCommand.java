package io.stacgenerator.cli;

import io.stacgenerator.StacCollections;
import io.stacgenerator.cli.console.ExitCode;
import io.stacgenerator.cli.option.OutputArgument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a Collection of its Items. */
@Command(
        name = "create",
        description = "Makes a collection with the extent, the summaries and the item assets of its items.",
        customSynopsis = "${COMMAND-FULL-NAME} --id ID [OPTIONS] ITEMS...",
        footer = {
            "  ${COMMAND-FULL-NAME} --id acme --license CC-BY-4.0 items.ndjson -o collection.json",
            "  # several machines, each with a part of the items",
            "  ${COMMAND-FULL-NAME} --id acme --partial state.json part-1.parquet -o collection.json",
            "  ${COMMAND-FULL-NAME} --id acme --partial state.json part-2.parquet -o collection.json"
        })
final class CollectionCreateCommand extends Subcommand {

    @Parameters(index = "0..*", paramLabel = "ITEMS", description = CollectionItems.DESCRIPTION)
    private List<String> items = List.of();

    @Mixin
    private CollectionItems earlier = new CollectionItems();

    @Option(names = "--id", required = true, paramLabel = "ID", description = "The id of the collection.")
    private String id = "";

    @Option(names = "--title", paramLabel = "TITLE", description = "Its title.")
    private @Nullable String title;

    @Option(
            names = "--description",
            paramLabel = "TEXT",
            description = "Its description; by default the title or the id.")
    private @Nullable String description;

    @Option(names = "--license", paramLabel = "LICENSE", description = "An SPDX identifier; \"other\" by default.")
    private @Nullable String license;

    @Option(names = "--license-url", paramLabel = "URL", description = "Where the license is, for a link to it.")
    private @Nullable String licenseUrl;

    @Option(names = "--keyword", paramLabel = "WORD", description = "A keyword; may be repeated.")
    private List<String> keywords = List.of();

    @Option(
            names = "--provider",
            paramLabel = "NAME[=ROLE,...[=URL]]",
            description = "Who is behind the data, with the roles producer, licensor, processor or host; may be "
                    + "repeated.")
    private List<String> providers = List.of();

    @Mixin
    private OutputArgument output = new OutputArgument();

    @Override
    public Integer call() throws IOException {
        Map<String, Object> created = StacCollections.create(members(), earlier.summarize(items, command()));
        output.write(created, command());
        return ExitCode.OK;
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", id);
        put(members, "title", title);
        put(members, "description", description);
        put(members, "license", license);
        if (!keywords.isEmpty()) {
            members.put("keywords", keywords);
        }
        if (!providers.isEmpty()) {
            members.put(
                    "providers",
                    providers.stream().map(CollectionCreateCommand::provider).toList());
        }
        if (licenseUrl != null) {
            members.put("links", new ArrayList<>(List.of(Map.of("rel", "license", "href", licenseUrl))));
        }
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    private static Map<String, Object> provider(String text) {
        List<String> parts = List.of(text.split("=", 3));
        Map<String, Object> provider = new LinkedHashMap<>();
        provider.put("name", parts.get(0));
        if (parts.size() > 1 && !parts.get(1).isEmpty()) {
            provider.put("roles", List.of(parts.get(1).split(",", -1)));
        }
        if (parts.size() > 2) {
            provider.put("url", parts.get(2));
        }
        return provider;
    }
}

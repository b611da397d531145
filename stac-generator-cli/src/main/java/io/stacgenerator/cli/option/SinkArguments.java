package io.stacgenerator.cli.option;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.ItemPublisher;
import io.stacgenerator.StacCollections;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.cli.file.Input;
import io.stacgenerator.spi.sink.SinkOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where items are published. */
public final class SinkArguments {

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
            paramLabel = "FILE|ID",
            description = "A collection to publish with its items, from a file; a service creates it when it is not "
                    + "there. Or the id of the collection that a service is to put all items in. May be repeated.")
    private List<String> collections = List.of();

    @Option(
            names = "--to-header",
            paramLabel = "NAME=SOURCE",
            description = "A header for calls to a service, with the value of an environment variable, such as "
                    + "Authorization=STAC_TOKEN; of a file that is read for each call, such as X-API-Key=@key.txt; or "
                    + "with a token of Microsoft Entra, such as Authorization=entra:https://geocatalog.spatial.azure.com/.default. "
                    + "May be repeated.")
    private Map<String, String> headers = new LinkedHashMap<>();

    public boolean given() {
        return !targets.isEmpty();
    }

    public List<String> targets() {
        return targets;
    }

    public SinkOptions.Builder options(CommandLine command) {
        SinkOptions.Builder options = SinkOptions.builder().format(format);
        values.forEach(options::set);
        options.headers(CallHeaders.of(headers, command));
        collections.forEach(collection -> addCollection(options, collection, command));
        return options;
    }

    private static void addCollection(SinkOptions.Builder options, String collection, CommandLine command) {
        Path file = Path.of(collection);
        if (collection.endsWith(".json") || Files.exists(file)) {
            options.collection(collection(command, file));
        } else {
            options.collection(collection);
        }
    }

    /** Opens each target for items that come one by one. */
    List<ItemPublisher> publishers(StacGenerator generator, CommandLine command) {
        return targets.stream()
                .map(target -> generator.publisher(target, options(command).build()))
                .toList();
    }

    /** Opens what writes to targets: that one is wrong is an error of usage. */
    public static <T> T opened(Supplier<T> writer, CommandLine command) {
        try {
            return writer.get();
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.INVALID_TARGET) {
                throw new ParameterException(command, String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
    }

    private static Map<String, Object> collection(CommandLine command, Path file) {
        try (InputStream in = Input.open(command, file)) {
            return StacCollections.parse(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new ParameterException(command, "cannot read %s: %s".formatted(file, Input.reason(e)), e);
        }
    }
}

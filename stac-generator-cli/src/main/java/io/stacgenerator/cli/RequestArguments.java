package io.stacgenerator.cli;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.Source;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A request, told by arguments instead of JSON. */
final class RequestArguments {

    @Parameters(paramLabel = "ASSET", arity = "0..*", description = "The path or URL of a file that the item is about.")
    private List<String> assets = List.of();

    @Option(
            names = "--metadata",
            paramLabel = "FILE",
            description = "A metadata file, path or URL; may be repeated: what a later one says wins.")
    private List<String> metadata = List.of();

    @Option(names = "--collection", paramLabel = "FILE", description = "The collection's document, path or URL.")
    private @Nullable String collection;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The item's id; by default made of the names of the assets.")
    private @Nullable String id;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "Who provides the data, which helps to understand the metadata: planet.")
    private @Nullable String provider;

    @Option(
            names = "--source",
            paramLabel = "automatic|manual",
            description = "What wins where metadata contradict the data: the data (automatic, the default) or the "
                    + "metadata (manual).")
    private Source source = Source.AUTOMATIC;

    @Option(
            names = "--extension",
            paramLabel = "NAME",
            split = ",",
            description = "An extension to write, by name or schema URL; may be repeated. By default all that are "
                    + "installed.")
    private List<String> extensions = List.of();

    static boolean contains(ArgSpec argument) {
        return argument.userObject() instanceof Field field && field.getDeclaringClass() == RequestArguments.class;
    }

    GenerationRequest request() {
        return GenerationRequest.builder()
                .assetPaths(assets)
                .metadataPaths(metadata)
                .collection(collection)
                .itemId(id)
                .provider(provider)
                .source(source)
                .extensions(extensions)
                .build();
    }
}

package io.stacgenerator.cli.option;

import io.stacgenerator.Asset;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.SceneOptions;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.cli.console.Console;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A request given by arguments instead of JSON. */
public final class RequestArguments {

    private static final Set<Class<?>> ARGUMENTS =
            Set.of(RequestArguments.class, ItemArguments.class, AssetArguments.class);

    // folders that are read as one raster
    private static final String DATASET = "(?i).*\\.(zarr|zr3)/?";

    @Parameters(paramLabel = "ASSET", arity = "0..*", description = "The path or URL of a file that the item is about.")
    private List<String> assets = List.of();

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<AssetArguments> moreAssets = new ArrayList<>(); // picocli adds to it

    @Option(
            names = "--metadata",
            paramLabel = "FILE",
            description = "A metadata file, path or URL; may be repeated: what a later one says wins.")
    private List<String> metadata = List.of();

    @Mixin
    private ItemArguments item = new ItemArguments();

    public static boolean contains(ArgSpec argument) {
        return argument.userObject() instanceof Field field && ARGUMENTS.contains(field.getDeclaringClass());
    }

    public GenerationRequest request() {
        return GenerationRequest.builder()
                .assets(item.published(assets(), ""))
                .metadataPaths(metadata)
                .collection(item.collection())
                .itemId(item.id())
                .provider(item.provider())
                .source(item.source())
                .extensions(item.extensions())
                .build();
    }

    public void warnOfProvider(StacGenerator generator, Console console) {
        item.warnOfProvider(generator, console);
    }

    private List<Asset> assets() {
        return Stream.concat(assets.stream().map(Asset::of), moreAssets.stream().map(AssetArguments::asset))
                .toList();
    }

    /** Publishes the assets of a folder where {@code --asset-href} says. */
    public GenerationRequest published(GenerationRequest request, String folder) {
        return item.published(request, folder);
    }

    /** Returns the only asset if it is a folder of files, rather than a folder that is one dataset. */
    public Optional<String> folder() {
        return Optional.of(assets)
                .filter(only -> only.size() == 1 && metadata.isEmpty() && moreAssets.isEmpty())
                .map(only -> only.get(0))
                .filter(RequestArguments::isFolder);
    }

    private static boolean isFolder(String href) {
        if (href.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            return href.endsWith("/");
        }
        return Files.isDirectory(Path.of(href)) && !href.matches(DATASET);
    }

    public SceneOptions scenes() {
        return item.scenes().build();
    }
}

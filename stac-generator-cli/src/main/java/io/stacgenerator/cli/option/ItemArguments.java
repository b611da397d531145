package io.stacgenerator.cli.option;

import io.stacgenerator.Asset;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.InstalledServices.InstalledService;
import io.stacgenerator.SceneOptions;
import io.stacgenerator.Source;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.cli.console.Console;
import io.stacgenerator.spi.MetadataParser;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the items to make, common to all kinds of input. */
public final class ItemArguments {

    private static final Set<String> PARSERS =
            Set.of(MetadataParser.class.getSimpleName(), Vendor.class.getSimpleName());

    @Option(names = "--collection", paramLabel = "FILE", description = "The collection's document, path or URL.")
    private @Nullable String collection;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description =
                    "The item's id; by default the vendor's id of the product, or made of the names of the assets. {product} stands for it in the id of each item of a folder.")
    private @Nullable String id;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "Who provides the data, such as planet: it chooses the parser of the metadata.")
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

    @Option(
            names = "--asset-href",
            paramLabel = "PREFIX",
            description = "Where the assets are published, such as https://cdn.example.com/data/: their hrefs are this "
                    + "with their names, or with their paths below the folder of a batch.")
    private @Nullable String publishedAt;

    /** Warns of a provider that chooses no parser. */
    public void warnOfProvider(StacGenerator generator, Console console) {
        String named = provider == null ? "" : plain(provider);
        if (named.isEmpty()) {
            return; // describing what is installed would load GDAL
        }
        List<String> parsers = generator.describe().services().stream()
                .filter(service -> PARSERS.contains(service.kind()))
                .map(InstalledService::id)
                .toList();
        if (parsers.stream()
                .map(ItemArguments::plain)
                .noneMatch(parser -> named.startsWith(parser) || parser.startsWith(named))) {
            console.warning(
                    "unknown-provider",
                    "--provider is '%s', which chooses no parser of metadata, expected the name of one of %s"
                            .formatted(provider, String.join(", ", parsers)));
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Sets where the assets of a request are published, unless it says so itself. */
    public GenerationRequest published(GenerationRequest request, String folder) {
        return publishedAt == null
                ? request
                : request.toBuilder()
                        .assets(published(request.assets(), folder))
                        .build();
    }

    List<Asset> published(List<Asset> assets, String folder) {
        return publishedAt == null
                ? assets
                : assets.stream().map(asset -> published(asset, folder)).toList();
    }

    private Asset published(Asset asset, String folder) {
        if (asset.publishedHref().isPresent()) {
            return asset;
        }
        String path = asset.href().replaceFirst("[?#].*", "");
        String name = !folder.isEmpty() && path.startsWith(folder)
                ? path.substring(folder.length()).replaceFirst("^/+", "")
                : path.substring(path.lastIndexOf('/') + 1);
        return Asset.builder(asset.href())
                .publishedHref(publishedAt + name)
                .key(asset.key().orElse(null))
                .title(asset.title().orElse(null))
                .roles(asset.roles())
                .type(asset.type().orElse(null))
                .build();
    }

    @Nullable String collection() {
        return collection;
    }

    @Nullable String id() {
        return id;
    }

    @Nullable String provider() {
        return provider;
    }

    Source source() {
        return source;
    }

    List<String> extensions() {
        return extensions;
    }

    public SceneOptions.Builder scenes() {
        return SceneOptions.builder()
                .collection(collection)
                .itemId(id)
                .provider(provider)
                .source(source)
                .extensions(extensions);
    }
}

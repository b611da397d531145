package io.stacgenerator.cli.option;

import io.stacgenerator.Asset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An asset with more than an href. */
final class AssetArguments {

    @Option(
            names = "--asset",
            paramLabel = "HREF",
            required = true,
            description =
                    "A file that the item is about, like ASSET; the four options that follow it are about it. May "
                            + "be repeated.")
    private String href = "";

    @Option(names = "--asset-key", paramLabel = "KEY", description = "Its key in the item.")
    private @Nullable String key;

    @Option(names = "--asset-title", paramLabel = "TEXT", description = "Its title.")
    private @Nullable String title;

    @Option(names = "--asset-role", paramLabel = "ROLE", description = "A role, such as data; may be repeated.")
    private List<String> roles = List.of();

    @Option(names = "--asset-type", paramLabel = "TYPE", description = "Its media type.")
    private @Nullable String type;

    Asset asset() {
        return Asset.builder(href).key(key).title(title).roles(roles).type(type).build();
    }
}

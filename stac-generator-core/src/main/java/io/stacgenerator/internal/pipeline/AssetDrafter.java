package io.stacgenerator.internal.pipeline;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.vendor.Vendors;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.raster.RasterInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drafts the assets of a request: their keys, media types, roles and bands. */
final class AssetDrafter {

    private final AssetReader reader;
    private final AssetKeys keys;
    private final Concurrency concurrency;

    AssetDrafter(AssetReader reader, Vendors vendors, Concurrency concurrency) {
        this.reader = reader;
        keys = new AssetKeys(vendors);
        this.concurrency = concurrency;
    }

    /**
     * Drafts the assets.
     *
     * @param chosen the extensions that read more of assets
     * @param open whether they are opened; else they are described by their hrefs alone
     */
    Map<String, AssetDraft> draft(RequestContext context, List<StacExtension> chosen, boolean open) {
        List<String> hrefs = context.request().assetPaths();
        List<AssetDraft> drafts = open
                ? concurrency.map(hrefs, href -> reader.read(href, chosen, context))
                : hrefs.stream()
                        .map(href -> AssetDraft.builder(context.storage().publicHref(href))
                                .build())
                        .toList();
        List<String> names =
                drafts.stream().map(draft -> Hrefs.fileName(draft.href())).toList();
        List<String> assetKeys = keys.of(
                names,
                drafts.stream()
                        .map(draft -> open ? draft.raster().isPresent() : isImage(draft))
                        .toList());
        Map<String, AssetDraft> assets = new LinkedHashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            describe(names.get(i), drafts.get(i));
            assets.put(assetKeys.get(i), drafts.get(i));
        }
        return assets;
    }

    /** A file that is not opened goes by its name. */
    private static boolean isImage(AssetDraft asset) {
        return MediaTypes.of(Hrefs.fileName(asset.href()))
                .filter(type -> type.startsWith("image/"))
                .isPresent();
    }

    private static void describe(String name, AssetDraft asset) {
        String type = mediaType(name, asset);
        if (type != null) {
            asset.fields().put("type", type);
        }
        asset.fields().put("roles", Roles.of(name, asset, type));
        BandWriter.write(asset);
    }

    private static @Nullable String mediaType(String name, AssetDraft asset) {
        return asset.raster()
                .map(RasterInfo::mediaType)
                .or(() -> MediaTypes.of(name))
                .orElse(null);
    }
}

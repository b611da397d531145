package io.stacgenerator.internal.pipeline.asset;

import io.stacgenerator.Asset;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.pipeline.concurrency.Concurrency;
import io.stacgenerator.internal.pipeline.request.RequestContext;
import io.stacgenerator.internal.vendor.Vendors;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.raster.RasterInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Drafts the assets of a request: their keys, media types, roles and bands. */
public final class AssetDrafter {

    private final AssetReader reader;
    private final AssetKeys keys;
    private final Concurrency concurrency;

    public AssetDrafter(AssetReader reader, Vendors vendors, Concurrency concurrency) {
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
    public Map<String, AssetDraft> draft(RequestContext context, List<StacExtension> chosen, boolean open) {
        List<Asset> requested = context.request().assets();
        List<AssetDraft> drafts = open
                ? concurrency.map(
                        requested,
                        asset -> context.events()
                                .asset(
                                        context.storage().publicHref(asset.href()),
                                        () -> reader.read(asset, chosen, context)))
                : requested.stream()
                        .map(asset -> AssetDraft.builder(AssetReader.published(asset, context))
                                .build())
                        .toList();
        List<String> names =
                drafts.stream().map(draft -> Hrefs.fileName(draft.href())).toList();
        List<String> made = keys.of(
                names,
                drafts.stream()
                        .map(draft -> open
                                ? draft.raster().isPresent() || draft.dataset().isPresent()
                                : isImage(draft))
                        .toList());
        List<String> assetKeys = keys(requested, made);
        Map<String, AssetDraft> assets = new LinkedHashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            describe(names.get(i), drafts.get(i), open);
            tell(requested.get(i), drafts.get(i));
            assets.put(assetKeys.get(i), drafts.get(i));
        }
        return assets;
    }

    /** What the request says of an asset comes before what is found. */
    private static void tell(Asset requested, AssetDraft draft) {
        requested.title().ifPresent(title -> draft.fields().put("title", title));
        requested.type().ifPresent(type -> draft.fields().put("type", type));
        if (!requested.roles().isEmpty()) {
            draft.fields().put("roles", requested.roles());
        }
    }

    /** The keys of the request, and those that are made where none of these is in the way. */
    private static List<String> keys(List<Asset> requested, List<String> made) {
        Set<String> given =
                requested.stream().flatMap(asset -> asset.key().stream()).collect(Collectors.toSet());
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            String key = made.get(i);
            keys.add(requested.get(i).key().orElseGet(() -> free(key, given)));
        }
        return keys;
    }

    private static String free(String key, Set<String> given) {
        String free = key;
        for (int number = 2; !given.add(free); number++) {
            free = key + "-" + number;
        }
        return free;
    }

    /** A file that is not opened goes by its name. */
    private static boolean isImage(AssetDraft asset) {
        return MediaTypes.of(Hrefs.fileName(asset.href()))
                .filter(type -> type.startsWith("image/"))
                .isPresent();
    }

    private static void describe(String name, AssetDraft asset, boolean open) {
        Optional<String> byName = open ? Optional.empty() : MediaTypes.of(name);
        asset.raster()
                .map(RasterInfo::mediaType)
                .or(() -> byName)
                .ifPresent(type -> asset.fields().put("type", type));
        asset.fields()
                .put("roles", Roles.of(name, asset, (String) asset.fields().get("type")));
        BandWriter.write(asset);
    }
}

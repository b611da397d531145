package io.stacgenerator.internal.pipeline.assembly;

import io.stacgenerator.Asset;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.pipeline.request.RequestContext;
import io.stacgenerator.internal.sink.CatalogNames;
import io.stacgenerator.internal.thumbnail.ShownBands;
import io.stacgenerator.internal.thumbnail.ShownBands.Candidate;
import io.stacgenerator.internal.thumbnail.ShownBands.Question;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The thumbnail of an Item: made of its rasters, and written to the folder of the options. */
final class Thumbnail {

    /** The key of its asset, and its role. */
    static final String KEY = "thumbnail";

    private static final String COMMON_NAME = "eo:common_name";

    private final RequestContext context;

    Thumbnail(RequestContext context) {
        this.context = context;
    }

    /**
     * Makes the thumbnail of an Item.
     *
     * @param tree the Item, with all but its thumbnail
     * @param read what its assets say, in the order of the request
     * @return its asset; empty where none is wanted, the Item has one, or its pixels cannot be shown, which is warned
     *     of
     */
    Optional<AssetDraft> of(ItemTree tree, List<AssetDraft> read) {
        Integer side = context.options().thumbnail().orElse(null);
        if (side == null || isThere(tree)) {
            return Optional.empty();
        }
        try {
            List<Candidate> candidates = candidates(tree, read);
            Optional<ShownBands> bands = ShownBands.of(candidates);
            Optional<byte[]> png =
                    bands.isEmpty() ? Optional.empty() : bands.get().toPng(side, this::ask);
            if (png.isEmpty()) {
                warn(reason(candidates, bands.isEmpty()));
            }
            return png.map(bytes -> written(tree, bytes));
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.CANCELED || e.code() == ErrorCode.TIMED_OUT) {
                throw e;
            }
            warn(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            warn(Secrets.redact(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private String reason(List<Candidate> candidates, boolean isEmpty) {
        return candidates.stream()
                .filter(candidate -> isEmpty && candidate.isComplex())
                .findFirst()
                .map(complex -> ("the values of %s are complex numbers; add a raster of their amplitudes, or a picture"
                                + " with the role thumbnail")
                        .formatted(context.publicHref(complex.href())))
                .orElse("no installed reader decodes pixels of its assets");
    }

    private void warn(String reason) {
        context.warn(new Warning("thumbnail-unavailable", "the Item has no thumbnail: " + reason, "/assets"));
    }

    private static boolean isThere(ItemTree tree) {
        return tree.asset(KEY).isPresent()
                || tree.assets()
                        .anyMatch(asset -> JsonValues.elements(asset.members().get("roles"))
                                .contains(KEY));
    }

    private List<Candidate> candidates(ItemTree tree, List<AssetDraft> read) {
        List<Asset> requested = context.request().assets();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            AssetDraft asset = read.get(i);
            RasterInfo raster = asset.raster().orElse(null);
            if (raster != null) {
                candidates.add(new Candidate(requested.get(i).href(), raster, commonNames(tree, asset)));
            }
        }
        return candidates;
    }

    /** The metadata may give an asset another key, and its only band may be written in the asset itself. */
    private static List<String> commonNames(ItemTree tree, AssetDraft asset) {
        List<FieldHolder> bands = tree.assets()
                .filter(holder -> asset.href().equals(holder.members().get("href")))
                .findFirst()
                .map(holder -> holder.bands().isEmpty() ? List.of(holder) : holder.bands())
                .filter(holders -> holders.size() == asset.bands().size())
                .orElse(List.of());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < asset.bands().size(); i++) {
            names.add(i < bands.size() ? commonName(bands.get(i)) : "");
        }
        return names;
    }

    private static String commonName(@Nullable FieldHolder holder) {
        for (FieldHolder at = holder; at != null; at = at.parent().orElse(null)) {
            if (at.members().get(COMMON_NAME) instanceof String name) {
                return name;
            }
        }
        return "";
    }

    private Optional<List<BandValues>> ask(String href, Question question) throws IOException {
        try (StorageObject object = context.open(href)) {
            return context.storage().budget(object.href(), object.size()).spend(() -> {
                try (Raster raster = context.openRaster(object).orElse(null)) {
                    return raster == null ? Optional.empty() : question.ask(raster);
                }
            });
        }
    }

    private AssetDraft written(ItemTree tree, byte[] png) {
        String folder = withSlash(context.options().thumbnailFolder().orElseThrow());
        String path = path(tree.item());
        context.files().write(folder + path, png);
        String href = context.options()
                .thumbnailHref()
                .map(prefix -> withSlash(prefix) + path)
                .orElseGet(() -> context.publicHref(folder + path));
        AssetDraft asset = AssetDraft.builder(href).size((long) png.length).build();
        asset.fields().put("title", "Thumbnail");
        asset.fields().put("type", "image/png");
        asset.fields().put("roles", List.of(KEY));
        return asset;
    }

    private static String withSlash(String folder) {
        return folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    }

    /** Ids are unique within their Collection. */
    private static String path(Map<String, Object> item) {
        String name = CatalogNames.file(String.valueOf(item.get("id"))) + ".png";
        Object collection = item.get("collection");
        return collection == null ? name : CatalogNames.file(collection.toString()) + "/" + name;
    }
}

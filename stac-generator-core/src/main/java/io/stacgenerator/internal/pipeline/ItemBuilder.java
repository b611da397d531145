package io.stacgenerator.internal.pipeline;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.Source;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.geo.Footprint;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.merge.MergeResult;
import io.stacgenerator.internal.merge.MergeRules;
import io.stacgenerator.internal.merge.MetadataLayer;
import io.stacgenerator.internal.merge.MetadataMerge;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.StacExtension;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the Item from the drafts of its assets: footprint, extensions, metadata, date, checks. */
final class ItemBuilder {

    private final KnownFields fields;

    ItemBuilder(KnownFields fields) {
        this.fields = fields;
    }

    GenerationResult make(
            RequestContext context,
            List<StacExtension> chosen,
            List<MetadataLayer> layers,
            @Nullable CollectionDocument collection,
            Map<String, AssetDraft> assets) {
        Origins origins = new Origins();
        ItemDraft draft = draft(context, layers, assets, origins);
        for (StacExtension extension : chosen) {
            extension.apply(draft, context);
            origins.attribute(draft, "extension:" + extension.id());
        }
        GenerationRequest request = context.request();
        String id = id(request, collection, assets, origins);
        Map<String, Object> generated = ItemAssembly.assemble(id, draft, collection, origins);
        MergeRules rules = rules(context, draft);
        if (collection != null) {
            new ItemAssets(collection, fields, origins).fill(members(generated, "assets"));
        }
        MergeResult merged = MetadataMerge.merge(generated, layers, rules);
        merged.warnings().forEach(context::warn);
        Map<String, Object> item = merged.item();
        finishProperties(item, draft, context, origins);
        dropTrivialBands(item);
        followRenamed(assets, members(item, "assets"), origins);
        return new GenerationResult(
                new ItemFinisher(fields, context.options()).finish(item),
                context.warnings(),
                origins.merged(merged.origins(), item));
    }

    private static ItemDraft draft(
            RequestContext context, List<MetadataLayer> layers, Map<String, AssetDraft> assets, Origins origins) {
        boolean geometryGiven = layers.stream().anyMatch(ItemBuilder::givesGeometry);
        Footprint footprint = new Location(context, geometryGiven).of(assets.values());
        ItemDraft draft = new ItemDraft(assets, footprint.geometry(), footprint.bbox());
        assets.forEach((key, asset) -> origins.attribute(key, asset, "asset:" + key));
        return draft;
    }

    private static boolean givesGeometry(MetadataLayer layer) {
        return layer.document() instanceof Map<?, ?> document
                && (document.get("geometry") != null || document.get("bbox") != null);
    }

    /** Tells whether the metadata of a request that trusts them say where and when, so that no asset need be opened. */
    boolean metadataIsSufficient(RequestContext context, List<MetadataLayer> layers) {
        return context.request().source() == Source.MANUAL && tellPlaceAndTime(context, layers);
    }

    private boolean tellPlaceAndTime(RequestContext context, List<MetadataLayer> layers) {
        Set<String> said = new HashSet<>();
        for (MetadataLayer layer : layers) {
            Map<String, Object> item = MetadataMerge.normalise(layer, fields);
            given(item, said);
            given(item.get("properties") instanceof Map<?, ?> properties ? properties : Map.of(), said);
        }
        return (said.contains("geometry") || said.contains("bbox"))
                && (context.options().datetime() != null
                        || said.contains("datetime")
                        || said.containsAll(List.of("start_datetime", "end_datetime")));
    }

    private static void given(Map<?, ?> members, Set<String> said) {
        members.forEach((name, value) -> {
            if (value != null) {
                said.add(String.valueOf(name));
            }
        });
    }

    private MergeRules rules(RequestContext context, ItemDraft draft) {
        return new MergeRules(
                context.request().source(),
                context.options().strict(),
                draft.geometry().isPresent(),
                context.request().itemId() != null,
                fields);
    }

    private static String id(
            GenerationRequest request,
            @Nullable CollectionDocument collection,
            Map<String, AssetDraft> assets,
            Origins origins) {
        String given = request.itemId();
        origins.attribute("/id", given == null ? "generator" : "request");
        return given != null
                ? given
                : ItemIds.of(
                        collection == null ? null : collection.href(),
                        names(assets),
                        assets.values().stream().map(AssetDraft::href).toList());
    }

    private static List<String> names(Map<String, AssetDraft> assets) {
        return assets.values().stream()
                .map(asset -> Hrefs.fileName(asset.href()))
                .toList();
    }

    private static void finishProperties(
            Map<String, Object> item, ItemDraft draft, RequestContext context, Origins origins) {
        Map<String, Object> properties = members(item, "properties");
        ItemDatetime.set(properties, draft, names(draft.assets()), context)
                .ifPresent(origin -> ItemDatetime.MEMBERS.stream()
                        .filter(properties::containsKey)
                        .forEach(name -> origins.attribute("/properties/" + name, origin)));
    }

    private static void followRenamed(Map<String, AssetDraft> generated, Map<String, Object> merged, Origins origins) {
        generated.forEach((key, draft) -> merged.forEach((name, asset) -> {
            if (!merged.containsKey(key)
                    && asset instanceof Map<?, ?> members
                    && draft.href().equals(members.get("href"))) {
                origins.renamed(key, name);
            }
        }));
    }

    @SuppressWarnings("unchecked") // the merge keeps the form of the generated Item
    private static Map<String, Object> members(Map<String, Object> item, String name) {
        return (Map<String, Object>) requireNonNull(item.get(name), name);
    }

    private static void dropTrivialBands(Map<String, Object> item) {
        if (item.get("assets") instanceof Map<?, ?> assets) {
            assets.values().forEach(ItemBuilder::dropTrivialBands);
        }
    }

    private static void dropTrivialBands(@Nullable Object asset) {
        if (asset instanceof Map<?, ?> members
                && members.get("bands") instanceof List<?> bands
                && BandFolding.trivial(bands)) {
            members.remove("bands");
        }
    }
}

package io.stacgenerator.internal.pipeline.assembly;

import io.stacgenerator.GenerationResult;
import io.stacgenerator.Source;
import io.stacgenerator.internal.extension.FileExtension;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.geo.Footprint;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.item.Provenance;
import io.stacgenerator.internal.merge.MergeResult;
import io.stacgenerator.internal.merge.MetadataDocuments;
import io.stacgenerator.internal.merge.MetadataMerge;
import io.stacgenerator.internal.merge.document.MetadataLayer;
import io.stacgenerator.internal.merge.member.MergeRules;
import io.stacgenerator.internal.photo.CameraFields;
import io.stacgenerator.internal.pipeline.asset.BandNames;
import io.stacgenerator.internal.pipeline.asset.FileNames;
import io.stacgenerator.internal.pipeline.metadata.CollectionDocument;
import io.stacgenerator.internal.pipeline.request.RequestContext;
import io.stacgenerator.internal.pipeline.service.ServiceFailures;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the Item of one request from the drafts of its assets: footprint, extensions, metadata, date, checks. */
public final class ItemBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(ItemBuilder.class);

    private final KnownFields fields;
    private final RequestContext context;
    private final List<StacExtension> extensions;
    private final MetadataDocuments metadata;
    private final @Nullable CollectionDocument collection;
    private final Provenance provenance = new Provenance();

    public ItemBuilder(
            KnownFields fields,
            RequestContext context,
            List<StacExtension> extensions,
            MetadataDocuments metadata,
            @Nullable CollectionDocument collection) {
        this.fields = fields;
        this.context = context;
        this.extensions = extensions;
        this.metadata = metadata;
        this.collection = collection;
    }

    public GenerationResult build(Map<String, AssetDraft> read) {
        Map<String, AssetDraft> assets = new GivenPosition(context, metadata).of(read);
        ItemDraft draft = draft(assets);
        MergeResult merged = MetadataMerge.merge(generated(draft, assets.values()), provenance, metadata, rules(draft));
        merged.warnings().forEach(context::warn);
        setProperties(merged.tree(), draft, assets.values());
        BandNames.dropInvented(merged.tree());
        finish(merged.tree(), read);
        GenerationResult result = new GenerationResult(
                new ItemFinisher(fields, context.options()).finish(merged.item()),
                context.warnings(),
                merged.origins());
        logOrigins(result);
        return result;
    }

    private static void logOrigins(GenerationResult result) {
        if (LOG.isDebugEnabled()) {
            Map<String, List<String>> byWriter = new TreeMap<>();
            result.origins()
                    .forEach((pointer, writer) -> byWriter.computeIfAbsent(writer, any -> new ArrayList<>())
                            .add(pointer));
            byWriter.forEach((writer, pointers) ->
                    LOG.debug("{}: {} wrote {}", result.item().id(), writer, String.join(", ", pointers)));
        }
    }

    /** Lets the extensions write what they know of the assets. */
    private ItemDraft draft(Map<String, AssetDraft> assets) {
        Location location = new Location(context, metadata.giveGeometry());
        Footprint footprint = location.of(assets.values());
        location.origin().ifPresent(origin -> {
            provenance.attribute("/geometry", origin);
            provenance.attribute("/bbox", origin);
        });
        ItemDraft draft = new ItemDraft(assets, footprint.geometry(), footprint.bbox());
        CameraFields.write(draft);
        ForecastFields.write(draft);
        attributeFiles(draft);
        extend(draft);
        return draft;
    }

    private void extend(ItemDraft draft) {
        List<Consumer<String>> attributions = attributions(draft);
        for (StacExtension extension : extensions) {
            int assets = draft.assets().size();
            ServiceFailures.run(extension, () -> extension.apply(draft, context));
            if (draft.assets().size() > assets) {
                attributions = attributions(draft);
            }
            attributions.forEach(attribution -> attribution.accept("extension:" + extension.id()));
        }
    }

    private List<Consumer<String>> attributions(ItemDraft draft) {
        return holders(draft).map(provenance::attribution).toList();
    }

    /** Returns the Item as the data and the Collection make it. */
    private Map<String, Object> generated(ItemDraft draft, Collection<AssetDraft> assets) {
        Map<String, Object> item = ItemAssembly.assemble(id(assets), draft, collection, provenance);
        if (collection != null) {
            new ItemAssets(collection, fields, provenance).fill(JsonValues.members(item.get("assets")));
        }
        return item;
    }

    private void attributeFiles(ItemDraft draft) {
        draft.assets().forEach((key, asset) -> {
            BandNames.attribute(key, asset, provenance);
            holders(key, asset).forEach(holder -> provenance.attribute(holder, "asset:" + key));
        });
    }

    /** The objects of a draft that hold fields. */
    private static Stream<FieldHolder> holders(ItemDraft draft) {
        return Stream.concat(
                Stream.of(new FieldHolder("/properties", FieldLevel.ITEM, draft.properties())),
                draft.assets().entrySet().stream().flatMap(asset -> holders(asset.getKey(), asset.getValue())));
    }

    private static Stream<FieldHolder> holders(String key, AssetDraft asset) {
        String pointer = JsonPointer.to("/assets", key);
        List<FieldHolder> holders = new ArrayList<>();
        holders.add(new FieldHolder(pointer, FieldLevel.ASSET, asset.fields()));
        asset.bands()
                .forEach(band -> holders.add(
                        new FieldHolder(pointer + "/bands/" + (holders.size() - 1), FieldLevel.BAND, band)));
        return holders.stream();
    }

    /**
     * Returns whether the metadata of a request that trusts them say where and when, so that no asset need be opened.
     */
    public static boolean metadataIsSufficient(RequestContext context, MetadataDocuments metadata) {
        return context.request().source() == Source.MANUAL
                && metadata.giveGeometry()
                && (context.options().datetime().isPresent()
                        || context.options().startDatetime().isPresent()
                        || metadata.giveDatetime());
    }

    private MergeRules rules(ItemDraft draft) {
        return new MergeRules(
                context.request().source(),
                context.options().strict(),
                draft.geometry().isPresent(),
                context.request().itemId().isPresent(),
                fields);
    }

    private String id(Collection<AssetDraft> assets) {
        Optional<String> given = context.request().itemId();
        if (given.isPresent()) {
            provenance.attribute("/id", "request");
            return given.get();
        }
        Optional<MetadataLayer> named = metadata.named();
        provenance.attribute(
                "/id", named.map(layer -> "metadata:" + layer.name()).orElse("generator"));
        return named.map(MetadataLayer::product)
                .map(FileNames::clean)
                .orElseGet(() -> ItemIds.of(collection == null ? null : collection.id(), assets));
    }

    private void setProperties(ItemTree tree, ItemDraft draft, Collection<AssetDraft> assets) {
        List<String> fileNames =
                assets.stream().map(asset -> Hrefs.fileName(asset.href())).toList();
        FieldHolder properties = tree.properties();
        context.options().properties().forEach((name, value) -> {
            properties.members().put(name, value);
            tree.provenance().attribute(properties.pointerTo(name), "options");
        });
        ItemDatetime.set(properties.members(), draft, fileNames, context)
                .ifPresent(origin -> ItemDatetime.MEMBERS.stream()
                        .filter(properties.members()::containsKey)
                        .forEach(name -> tree.provenance().attribute(properties.pointerTo(name), origin)));
    }

    private void finish(ItemTree tree, Map<String, AssetDraft> read) {
        boolean edited = addThumbnail(tree, read);
        for (StacExtension extension : extensions) {
            ItemEditor editor = new ItemEditor(tree, "extension:" + extension.id());
            ServiceFailures.run(extension, () -> extension.finish(editor, context));
            edited |= editor.isEdited();
        }
        if (edited) {
            MetadataMerge.declareExtensions(tree, fields).forEach(context::warn);
        }
    }

    private boolean addThumbnail(ItemTree tree, Map<String, AssetDraft> read) {
        Optional<AssetDraft> thumbnail = new Thumbnail(context).of(tree, List.copyOf(read.values()));
        thumbnail.ifPresent(asset -> {
            boolean sized = extensions.stream().anyMatch(FileExtension.class::isInstance);
            asset.size()
                    .filter(bytes -> sized)
                    .ifPresent(bytes -> asset.fields().put(FileExtension.SIZE, bytes));
            new ItemEditor(tree, "generator").addAsset(Thumbnail.KEY, asset);
        });
        return thumbnail.isPresent();
    }
}

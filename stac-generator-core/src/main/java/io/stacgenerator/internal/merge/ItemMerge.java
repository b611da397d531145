package io.stacgenerator.internal.merge;

import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.item.Provenance;
import io.stacgenerator.internal.merge.asset.AssetMerge;
import io.stacgenerator.internal.merge.asset.BandMerge;
import io.stacgenerator.internal.merge.document.ItemMembers;
import io.stacgenerator.internal.merge.document.PixelFields;
import io.stacgenerator.internal.merge.location.LocationMerge;
import io.stacgenerator.internal.merge.member.MeasuredFields;
import io.stacgenerator.internal.merge.member.MemberMerge;
import io.stacgenerator.internal.merge.member.MergeRules;
import io.stacgenerator.internal.merge.member.ProtectedMembers;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One merge: the Item that is being made and all that takes part in it. */
final class ItemMerge {

    private final Notes notes = new Notes();
    private final MergeRules rules;
    private final ItemTree tree;
    private final MeasuredFields measured;
    private final MemberMerge members;
    private final ProtectedMembers protectedMembers;
    private final LocationMerge location;
    private final BandMerge bands;
    private final AssetMerge assets;
    private final LinkMerge links;
    private final DeclaredExtensions extensions;

    ItemMerge(ItemTree tree, MergeRules rules) {
        this.rules = rules;
        this.tree = tree;
        Provenance provenance = tree.provenance();
        this.measured = new MeasuredFields(tree, rules, notes);
        this.members = new MemberMerge(rules.fields(), measured, provenance, notes);
        this.protectedMembers = new ProtectedMembers(tree, rules, members, notes);
        this.location = new LocationMerge(tree, rules, members, measured, provenance, notes);
        this.bands = new BandMerge(tree, new PixelFields(rules.fields()), members, measured, notes);
        this.assets = new AssetMerge(tree, members, bands, measured, notes);
        this.links = new LinkMerge(tree, members, notes);
        this.extensions = new DeclaredExtensions(tree, rules.fields(), notes);
    }

    MergeResult merge(MetadataDocuments documents) {
        for (MetadataDocuments.Document document : documents.list()) {
            notes.from(document.layer().name());
            tree.provenance().from(document.layer().name());
            notes.addAll(document.notes());
            measured.from(document.layer());
            location.weigh(document.layer().geometry(), document.members());
            merge(document.members());
        }
        notes.from("");
        members.sortProviders(tree.all());
        new DatetimeRange(tree, notes).check();
        extensions.derive();
        if (rules.strict()) {
            notes.checkStrictly();
        }
        return new MergeResult(tree, notes.all());
    }

    private void merge(Map<String, Object> document) {
        protectedMembers.merge(document);
        extensions.add(document);
        location.merge(document);
        JsonValues.object(document.get("properties")).ifPresent(this::mergeProperties);
        JsonValues.object(document.get("assets")).ifPresent(assets::merge);
        JsonValues.array(document.get("links")).ifPresent(links::merge);
        document.forEach((name, value) -> {
            if (!ItemMembers.OF_AN_ITEM.contains(name)) {
                members.mergeMember(tree.item(), name, value, JsonPointer.to("", name));
            }
        });
    }

    private void mergeProperties(Map<String, Object> properties) {
        List<FieldHolder> data = dataAssets();
        if (data.size() == 1) {
            bands.chooseOldArrays(data.get(0), properties);
        }
        properties.keySet().removeAll(rules.fields().legacyBands().keySet());
        Optional<List<Object>> moved = JsonValues.array(properties.remove("bands"));
        members.mergeFields(tree.properties(), properties);
        moved.ifPresent(this::moveToAsset);
    }

    private void moveToAsset(List<Object> given) {
        List<FieldHolder> data = dataAssets();
        if (data.size() == 1) {
            notes.add(
                    NoteCode.BANDS_MOVED_TO_ASSET,
                    "/properties/bands",
                    "the bands belong to the only data asset, %s",
                    data.get(0).pointer());
            bands.merge(data.get(0), given);
        } else {
            notes.add(
                    NoteCode.BANDS_DROPPED,
                    "/properties/bands",
                    "the bands were dropped, because the Item has %s data assets, not one",
                    data.size());
        }
    }

    /** The assets with the role data; where none has it, those that were read as rasters. */
    private List<FieldHolder> dataAssets() {
        List<FieldHolder> data =
                tree.assets().filter(asset -> hasRole(asset, "data")).toList();
        return data.isEmpty()
                ? tree.assets()
                        .filter(asset -> asset.members().containsKey("data_type"))
                        .toList()
                : data;
    }

    private static boolean hasRole(FieldHolder asset, String role) {
        return JsonValues.array(asset.members().get("roles"))
                .filter(roles -> roles.contains(role))
                .isPresent();
    }
}

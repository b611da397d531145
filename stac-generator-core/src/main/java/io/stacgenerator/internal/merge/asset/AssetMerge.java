package io.stacgenerator.internal.merge.asset;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.merge.member.MeasuredFields;
import io.stacgenerator.internal.merge.member.MemberMerge;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Merges assets; one that a document knows under another key takes that key. */
public final class AssetMerge {

    private final ItemTree tree;
    private final MemberMerge members;
    private final BandMerge bands;
    private final MeasuredFields measured;
    private final Notes notes;

    public AssetMerge(ItemTree tree, MemberMerge members, BandMerge bands, MeasuredFields measured, Notes notes) {
        this.tree = tree;
        this.members = members;
        this.bands = bands;
        this.measured = measured;
        this.notes = notes;
    }

    public void merge(Map<String, Object> patch) {
        Map<String, String> keys = AssetMatching.match(tree.assetsByKey(), patch, notes.source());
        patch.forEach((key, asset) -> {
            if (asset == null) {
                tree.removeAsset(key);
            } else {
                merge(
                        key,
                        Optional.ofNullable(keys.get(key)),
                        JsonValues.object(asset).orElseThrow());
            }
        });
    }

    private void merge(String key, Optional<String> keyInItem, Map<String, Object> patch) {
        if (keyInItem.isPresent()) {
            rename(keyInItem.get(), key);
            mergeInto(tree.asset(key).orElseThrow(), patch);
        } else if (patch.get("href") == null) {
            notes.add(
                    NoteCode.ASSET_WITHOUT_HREF,
                    JsonPointer.to("/assets", key),
                    "asset %s has no href and matches none of %s; it was dropped",
                    key,
                    tree.assetsByKey().keySet());
        } else {
            mergeInto(tree.addAsset(key), patch);
        }
    }

    private void rename(String from, String to) {
        if (!from.equals(to)) {
            tree.renameAsset(from, to);
            notes.add(NoteCode.ASSET_RENAMED, JsonPointer.to("/assets", from), "asset %s was renamed to %s", from, to);
        }
    }

    private void mergeInto(FieldHolder asset, Map<String, Object> patch) {
        Map<String, Object> fields = new LinkedHashMap<>(patch);
        bands.chooseOldArrays(asset, fields);
        bands.hoist(asset, fields);
        boolean givesBands = fields.containsKey("bands");
        Object givenBands = fields.remove("bands");
        keepGeneratedHref(asset, fields);
        members.mergeFields(asset, fields);
        bands.inherit(asset, fields);
        if (givesBands) {
            mergeBands(asset, JsonValues.array(givenBands));
        }
    }

    private void keepGeneratedHref(FieldHolder asset, Map<String, Object> fields) {
        Object existing = asset.members().get("href");
        boolean free = !isGenerated(asset) && fields.get("href") != null;
        if (existing == null || free || !fields.containsKey("href")) {
            return;
        }
        Object href = fields.remove("href");
        if (href == null) {
            notes.add(NoteCode.NULL_IGNORED, asset.pointerTo("href"), "an asset cannot be without href");
        } else if (!sameFile(existing.toString(), href.toString())) {
            notes.add(NoteCode.PROTECTED, asset.pointerTo("href"), "%s was kept against %s", existing, href);
        }
    }

    private boolean isGenerated(FieldHolder asset) {
        return !tree.provenance().isFromMetadata(asset.pointerTo("href"));
    }

    private boolean sameFile(String generated, String given) {
        String canonical = Hrefs.canonical(generated);
        return canonical.equals(Hrefs.canonical(given))
                || canonical.equals(Hrefs.canonical(Hrefs.resolve(notes.source(), given)));
    }

    private void mergeBands(FieldHolder asset, Optional<List<Object>> given) {
        String pointer = asset.pointerTo("bands");
        Object existing = asset.members().get("bands");
        if (given.isPresent()) {
            bands.merge(asset, given.get());
        } else if (existing != null
                && (tree.provenance().isFromMetadata(pointer) || !measured.prevail(pointer, null, existing))) {
            tree.remove(asset, "bands");
        }
    }
}

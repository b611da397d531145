package io.stacgenerator.internal.merge.asset;

import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.merge.document.OldVocabulary;
import io.stacgenerator.internal.merge.document.PixelFields;
import io.stacgenerator.internal.merge.member.MeasuredFields;
import io.stacgenerator.internal.merge.member.MemberMerge;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Merges bands: by name when the asset has all the names, else by position when there are as many; the file fixes their
 * number.
 */
public final class BandMerge {

    private final ItemTree tree;
    private final PixelFields pixelFields;
    private final MemberMerge members;
    private final MeasuredFields measured;
    private final Notes notes;

    public BandMerge(
            ItemTree tree, PixelFields pixelFields, MemberMerge members, MeasuredFields measured, Notes notes) {
        this.tree = tree;
        this.pixelFields = pixelFields;
        this.members = members;
        this.measured = measured;
        this.notes = notes;
    }

    public void merge(FieldHolder asset, List<Object> patch) {
        List<FieldHolder> bands = asset.bands();
        int count = count(asset, bands);
        if (bands.isEmpty() && isEmpty(patch)) {
            return;
        }
        if (count == 0) {
            create(asset, patch);
        } else if (allNamesIn(bands, patch)) {
            patch.forEach(entry -> JsonValues.object(entry).ifPresent(band -> mergeNamed(bands, band)));
        } else if (count == patch.size()) {
            mergeByPosition(bands.isEmpty() ? added(asset, count) : bands, patch);
        } else {
            mismatch(asset, bands, patch);
        }
    }

    /** Makes bands of those arrays of STAC 1.0, of different lengths, that fit an asset; the others are dropped. */
    public void chooseOldArrays(FieldHolder asset, Map<String, Object> patch) {
        int count = count(asset, asset.bands());
        List<List<Object>> fitting = pixelFields.oldArrays().stream()
                .flatMap(array -> JsonValues.array(patch.remove(array)).stream())
                .filter(array -> array.size() == count)
                .toList();
        if (!fitting.isEmpty()) {
            OldVocabulary.united(fitting).ifPresent(bands -> patch.put("bands", bands));
            pixelFields.hoist(patch);
        }
    }

    /** An asset without bands whose data type was read from the file has one. */
    private int count(FieldHolder asset, List<FieldHolder> bands) {
        boolean read = asset.members().containsKey("data_type")
                && !tree.provenance().isFromMetadata(asset.pointerTo("data_type"));
        return read && bands.isEmpty() ? 1 : bands.size();
    }

    private static boolean allNamesIn(List<FieldHolder> bands, List<Object> patch) {
        List<@Nullable Object> names = patch.stream().map(BandMerge::name).toList();
        return !names.contains(null)
                && new HashSet<>(names).size() == names.size()
                && bands.stream()
                        .map(band -> band.members().get("name"))
                        .toList()
                        .containsAll(names);
    }

    private static @Nullable Object name(@Nullable Object band) {
        return JsonValues.object(band).map(object -> object.get("name")).orElse(null);
    }

    private void mergeNamed(List<FieldHolder> bands, Map<String, Object> patch) {
        bands.stream()
                .filter(band -> Objects.equals(band.members().get("name"), patch.get("name")))
                .findFirst()
                .ifPresent(band -> members.mergeFields(band, patch));
    }

    private void mergeByPosition(List<FieldHolder> bands, List<Object> patch) {
        boolean unique = namesStayUnique(bands, patch);
        for (int i = 0; i < patch.size(); i++) {
            FieldHolder band = bands.get(i);
            Optional<Map<String, Object>> fields = JsonValues.object(patch.get(i));
            if (!unique && fields.isPresent() && fields.get().remove("name") != null) {
                notes.add(NoteCode.INVALID_VALUE, band.pointerTo("name"), "band names must differ; it was kept");
            }
            fields.ifPresent(values -> members.mergeFields(band, values));
        }
    }

    private static boolean namesStayUnique(List<FieldHolder> bands, List<Object> patch) {
        List<Object> names = IntStream.range(0, bands.size())
                .mapToObj(i -> Optional.ofNullable(name(patch.get(i)))
                        .or(() -> Optional.ofNullable(bands.get(i).members().get("name"))))
                .flatMap(Optional::stream)
                .toList();
        return new HashSet<>(names).size() == names.size();
    }

    private void mismatch(FieldHolder asset, List<FieldHolder> bands, List<Object> patch) {
        String pointer = asset.pointerTo("bands");
        notes.add(
                NoteCode.BANDS_MISMATCH,
                pointer,
                "%s bands with names %s fit neither the names nor the number of the file's %s bands",
                patch.size(),
                patch.stream().map(BandMerge::name).toList(),
                bands.size());
        if (!measured.dataWin()) {
            tree.provenance().forget(pointer);
            create(asset, patch);
        }
    }

    private void create(FieldHolder asset, List<Object> patch) {
        mergeByPosition(added(asset, patch.size()), patch);
    }

    private static boolean isEmpty(List<Object> patch) {
        return patch.stream()
                .allMatch(entry -> JsonValues.object(entry).orElse(Map.of()).isEmpty());
    }

    private List<FieldHolder> added(FieldHolder asset, int count) {
        List<Object> bands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bands.add(new LinkedHashMap<>());
        }
        asset.members().put("bands", bands);
        tree.provenance().unite(asset.pointerTo("bands"), bands);
        return asset.bands();
    }

    /** Clears values of bands in favour of those that a document gives for the asset as a whole. */
    void inherit(FieldHolder asset, Map<String, Object> patch) {
        for (String name : pixelFields.names()) {
            Object value = patch.get(name);
            if (value != null && JsonValues.same(value, asset.members().get(name))) {
                asset.bands().forEach(band -> tree.remove(band, name));
            }
        }
    }
}

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
 * Merges bands: by name when the asset has all the names, else by position when there are as many and none has the name
 * of another; the file fixes their number.
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
        } else if (fitByPosition(count, bands, patch)) {
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
        }
    }

    /** Has the asset say what all bands of a document do, where these are all bands of the asset. */
    void hoist(FieldHolder asset, Map<String, Object> patch) {
        int count = count(asset, asset.bands());
        JsonValues.array(patch.get("bands"))
                .filter(bands -> count == 0
                        || fitByPosition(count, asset.bands(), bands)
                        || (count == bands.size() && allNamesIn(asset.bands(), bands)))
                .ifPresent(bands -> pixelFields.hoist(bands, patch));
    }

    /** An asset without bands whose data type was read from the file has one. */
    private int count(FieldHolder asset, List<FieldHolder> bands) {
        boolean read = asset.members().containsKey("data_type")
                && !tree.provenance().isFromMetadata(asset.pointerTo("data_type"));
        return read && bands.isEmpty() ? 1 : bands.size();
    }

    /** Returns whether each band of a document that says something has the name of one of the asset. */
    private static boolean allNamesIn(List<FieldHolder> bands, List<Object> patch) {
        List<@Nullable Object> given = patch.stream()
                .filter(band -> !isEmpty(band))
                .map(BandMerge::name)
                .toList();
        return !given.contains(null)
                && new HashSet<>(given).size() == given.size()
                && names(bands).containsAll(given);
    }

    /** A band that has the name of another one says that the order is not that of the file. */
    private static boolean fitByPosition(int count, List<FieldHolder> bands, List<Object> patch) {
        List<@Nullable Object> names = names(bands);
        return count == patch.size()
                && IntStream.range(0, bands.size()).noneMatch(i -> {
                    Object name = name(patch.get(i));
                    return name != null && !name.equals(names.get(i)) && names.contains(name);
                });
    }

    private static List<@Nullable Object> names(List<FieldHolder> bands) {
        return bands.stream().map(band -> band.members().get("name")).toList();
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
                "%s bands with names %s fit neither the names nor the positions of the file's %s bands",
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
        return patch.stream().allMatch(BandMerge::isEmpty);
    }

    private static boolean isEmpty(@Nullable Object band) {
        return JsonValues.object(band).orElse(Map.of()).isEmpty();
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

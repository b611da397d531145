package io.stacgenerator.internal.merge.member;

import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.merge.document.GeometrySource;
import io.stacgenerator.internal.merge.document.MetadataLayer;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldTrait;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides between the data and a document on what was measured in the data: what the generated Item says of a field, in
 * the same place, in one whose fields are defaults for it, or in all those for which it holds the defaults.
 */
public final class MeasuredFields {

    private static final Pattern INTEGER = Pattern.compile("(?<unsigned>u?)int(?<bits>\\d{1,2})");

    private final ItemTree tree;
    private final MergeRules rules;
    private final Notes notes;
    private boolean vendor;

    public MeasuredFields(ItemTree tree, MergeRules rules, Notes notes) {
        this.tree = tree;
        this.rules = rules;
        this.notes = notes;
    }

    /**
     * Returns whether the value of a document is not to be written, because it is said already or better by the data.
     */
    boolean standAgainst(Field field, @Nullable Object value, FieldHolder place) {
        if (!field.is(FieldTrait.MEASURED) && !(rules.georeferenced() && field.is(FieldTrait.LOCATING))) {
            return false;
        }
        String name = field.name();
        Optional<FieldHolder> holder = holder(name, place);
        List<FieldHolder> places = holder.map(List::of).orElseGet(() -> below(name, place));
        if (!places.isEmpty()
                && places.stream().allMatch(each -> same(each.members().get(name), value))) {
            return true;
        }
        Optional<Object> fact =
                places.stream().flatMap(each -> fact(name, each).stream()).findFirst();
        return fact.isPresent() && (isOfTheProduct(name) || prevail(place.pointerTo(name), value, fact.get()));
    }

    /** A vendor describes the pixels of the product as it left the vendor, for those who do not open the files. */
    private boolean isOfTheProduct(String name) {
        return vendor && rules.dataWin() && !name.equals("proj:code");
    }

    /** Returns whether the next document is a vendor's. */
    public void from(MetadataLayer document) {
        vendor = document.geometry() != GeometrySource.GIVEN;
    }

    public boolean dataWin() {
        return rules.dataWin();
    }

    /** Notes that data and metadata differ, and returns whether the data win. */
    public boolean prevail(String pointer, @Nullable Object value, Object measured) {
        if (rules.dataWin()) {
            notes.add(
                    NoteCode.MEASURED_KEPT,
                    pointer,
                    "%s, as measured in the data, was kept against %s",
                    measured,
                    value);
        } else {
            notes.add(NoteCode.MEASURED_REPLACED, pointer, "%s replaces %s, as measured in the data", value, measured);
        }
        return rules.dataWin();
    }

    /** Returns whether no pixel can have a value, because it is outside the range of their type, and notes it. */
    boolean refuseNodata(@Nullable Object value, FieldHolder place) {
        String type = holder("data_type", place)
                .map(holder -> String.valueOf(holder.members().get("data_type")))
                .orElse("");
        Matcher integer = INTEGER.matcher(type);
        if (!integer.matches() || !(value instanceof Number number)) {
            return false;
        }
        boolean unsigned = !integer.group("unsigned").isEmpty();
        int bits = Integer.parseInt(integer.group("bits"));
        double beyond = Math.pow(2, unsigned ? bits : bits - 1);
        boolean outside = number.doubleValue() < (unsigned ? 0 : -beyond) || number.doubleValue() >= beyond;
        // 64 bits are more than a double holds: the greatest value is rounded up
        if (outside && bits < Long.SIZE) {
            notes.add(
                    NoteCode.OUT_OF_RANGE, place.pointerTo("nodata"), "%s is not a value of %s; dropped", value, type);
            return true;
        }
        return false;
    }

    /** What a file marks as nodata is often wrong, so that a document may say otherwise, but not without a word. */
    void tellOfNodata(@Nullable Object value, FieldHolder place) {
        holder("nodata", place)
                .flatMap(holder -> fact("nodata", holder))
                .filter(fact -> !JsonValues.same(fact, value))
                .ifPresent(fact -> notes.add(
                        NoteCode.MEASURED_REPLACED,
                        place.pointerTo("nodata"),
                        "%s replaces %s of the file",
                        value,
                        fact));
    }

    /** The place itself or the nearest above it that has the field. */
    private static Optional<FieldHolder> holder(String name, FieldHolder place) {
        return place.members().containsKey(name)
                ? Optional.of(place)
                : place.parent().flatMap(parent -> holder(name, parent));
    }

    private List<FieldHolder> below(String name, FieldHolder place) {
        Stream<FieldHolder> below = rules.dataWin() ? tree.below(place) : Stream.of();
        return below.filter(lower -> fact(name, lower).isPresent()).toList();
    }

    /** The value of a field by the data, in a place. */
    private Optional<Object> fact(String name, FieldHolder place) {
        return Optional.ofNullable(place.members().get(name))
                .filter(value -> !tree.provenance().isFromMetadata(place.pointerTo(name)));
    }

    /** An affine transform may be written with or without its constant last row. */
    private static boolean same(@Nullable Object fact, @Nullable Object value) {
        return JsonValues.same(affine(fact), affine(value));
    }

    private static @Nullable Object affine(@Nullable Object value) {
        List<Object> rows = JsonValues.elements(value);
        boolean constant = rows.size() == 9 && JsonValues.same(rows.subList(6, 9), List.of(0, 0, 1));
        return constant ? rows.subList(0, 6) : value;
    }
}

package io.stacgenerator.internal.merge;

import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.Map;

/** Sees to it that {@code start_datetime} and {@code end_datetime} come together and in order. */
final class DatetimeRange {

    private static final String START = "start_datetime";
    private static final String END = "end_datetime";

    private final ItemTree tree;
    private final Notes notes;

    DatetimeRange(ItemTree tree, Notes notes) {
        this.tree = tree;
        this.notes = notes;
    }

    void check() {
        tree.all().forEach(this::check);
        Map<String, Object> properties = tree.properties().members();
        boolean asked = tree.provenance().isMentioned("/properties/datetime");
        if (asked && properties.get("datetime") == null && !properties.containsKey(START)) {
            notes.add(
                    NoteCode.DATETIME_MISSING,
                    "/properties/datetime",
                    "null was dropped, because start_datetime and end_datetime are not next to it");
        }
    }

    private void check(FieldHolder place) {
        boolean starts = place.members().get(START) != null;
        boolean ends = place.members().get(END) != null;
        if (starts != ends) {
            String half = starts ? START : END;
            notes.add(
                    NoteCode.INCOMPLETE_RANGE,
                    place.pointerTo(half),
                    "%s was dropped, because " + (starts ? END : START) + " is missing",
                    place.members().get(half));
        } else if (starts && isReversed(place)) {
            notes.add(
                    NoteCode.REVERSED_RANGE,
                    place.pointerTo(START),
                    "%s is after %s; both were dropped",
                    place.members().get(START),
                    place.members().get(END));
        } else {
            return;
        }
        tree.remove(place, START);
        tree.remove(place, END);
    }

    private static boolean isReversed(FieldHolder place) {
        return UtcTime.isReversed(place.members().get(START), place.members().get(END));
    }
}

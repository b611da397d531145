package io.stacgenerator.internal.merge;

import io.stacgenerator.internal.field.KnownExtension;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Derives {@code stac_extensions} from the fields that are used. */
final class DeclaredExtensions {

    private static final String POINTER = "/stac_extensions";

    private final ItemTree tree;
    private final KnownFields fields;
    private final Notes notes;

    DeclaredExtensions(ItemTree tree, KnownFields fields, Notes notes) {
        this.tree = tree;
        this.fields = fields;
        this.notes = notes;
    }

    /** Takes in the declarations of a document. */
    void add(Map<String, Object> patch) {
        if (!patch.containsKey("stac_extensions")) {
            return;
        }
        Set<Object> declared =
                new TreeSet<>(JsonValues.array(patch.get("stac_extensions")).orElse(List.of()));
        if (!declared.isEmpty()) {
            declared.addAll(declared());
        }
        tree.item().put("stac_extensions", new ArrayList<>(declared));
    }

    private List<Object> declared() {
        return JsonValues.array(tree.item().get("stac_extensions")).orElse(List.of());
    }

    /** Declares what is used, removes what is not, and sorts. */
    void derive() {
        Set<Object> uris = new TreeSet<>();
        Set<String> asked = new HashSet<>();
        for (Object uri : declared()) {
            fields.extensions()
                    .withUri(uri.toString())
                    .ifPresentOrElse(extension -> asked.add(extension.uri()), () -> uris.add(uri));
        }
        ExtensionUse use = new ExtensionUse(tree, fields);
        for (KnownExtension extension : fields.extensions().all()) {
            if (use.isValid(extension) && (asked.contains(extension.uri()) || !extension.asked())) {
                uris.add(extension.uri());
            } else {
                explain(extension, use, asked.contains(extension.uri()));
            }
        }
        if (!uris.isEmpty() || tree.item().containsKey("stac_extensions")) {
            tree.item().put("stac_extensions", new ArrayList<>(uris));
        }
    }

    private void explain(KnownExtension extension, ExtensionUse use, boolean asked) {
        if (use.isUsed(extension) && !extension.asked()) {
            notes.add(
                    NoteCode.EXTENSION_INCOMPLETE,
                    POINTER,
                    "%s is not declared and its fields stay: its schema asks for %s too, at one of %s",
                    extension.uri(),
                    use.missing(extension).isEmpty() ? "a field" : use.missing(extension),
                    new TreeSet<>(extension.rules().levels()));
        } else if (asked) {
            notes.add(NoteCode.UNUSED_EXTENSION_REMOVED, POINTER, "no field of %s is used", extension.uri());
        }
    }
}

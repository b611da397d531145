package io.stacgenerator.internal.merge.member;

import io.stacgenerator.internal.item.IdRules;
import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Guards the members that identify the Item: type, stac_version, id and collection. */
public final class ProtectedMembers {

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d[\\w.+-]*");

    private final ItemTree tree;
    private final MergeRules rules;
    private final MemberMerge members;
    private final Notes notes;

    public ProtectedMembers(ItemTree tree, MergeRules rules, MemberMerge members, Notes notes) {
        this.tree = tree;
        this.rules = rules;
        this.members = members;
        this.notes = notes;
    }

    public void merge(Map<String, Object> patch) {
        given(patch, "type").ifPresent(value -> keep("type", value));
        given(patch, "stac_version")
                .filter(value -> !isItemOfAnyVersion(patch, value))
                .ifPresent(value -> keep("stac_version", value));
        given(patch, "id").ifPresent(this::mergeId);
        given(patch, "collection").ifPresent(this::mergeCollection);
    }

    /** Whole Items of any version are read, so another version needs no note. */
    private static boolean isItemOfAnyVersion(Map<String, Object> patch, Object version) {
        return "Feature".equals(patch.get("type"))
                && VERSION.matcher(version.toString()).matches();
    }

    /** A value that differs from that of the Item. */
    private Optional<Object> given(Map<String, Object> patch, String name) {
        Object value = patch.get(name);
        if (value == null && patch.containsKey(name) && tree.item().get(name) != null) {
            notes.add(
                    NoteCode.NULL_IGNORED,
                    JsonPointer.to("", name),
                    "null does not remove %s",
                    tree.item().get(name));
        }
        Optional<Object> text =
                Optional.ofNullable(value).map(given -> given instanceof Number ? given.toString() : given);
        return text.filter(given -> !given.equals(tree.item().get(name)));
    }

    private void keep(String name, Object value) {
        notes.add(
                NoteCode.PROTECTED,
                JsonPointer.to("", name),
                "%s was kept against %s",
                tree.item().get(name),
                value);
    }

    private void mergeId(Object id) {
        if (rules.dataWin() || rules.fixedId()) {
            keep("id", id);
            return;
        }
        List<String> problems =
                JsonValues.string(id).map(IdRules::problems).orElse(List.of("is not a string, expected an id"));
        if (problems.isEmpty()) {
            members.set(tree.item(), "id", id, "/id");
        }
        problems.forEach(
                problem -> notes.add(NoteCode.INVALID_VALUE, "/id", "the id " + escaped(problem) + "; dropped"));
    }

    /** The message of a note is a format. */
    private static String escaped(String problem) {
        return problem.replace("%", "%%");
    }

    private void mergeCollection(Object collection) {
        boolean linked =
                tree.links().anyMatch(link -> "collection".equals(link.members().get("rel")));
        if (tree.item().get("collection") != null) {
            keep("collection", collection);
        } else if (linked && collection instanceof String text && !text.isEmpty()) {
            members.set(tree.item(), "collection", collection, "/collection");
        } else {
            notes.add(
                    NoteCode.COLLECTION_WITHOUT_LINK,
                    "/collection",
                    "%s was dropped, because no link leads to the collection",
                    collection);
        }
    }
}

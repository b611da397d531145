package io.stacgenerator.internal.merge;

import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges links: those with the same relation, href and type are one; others are added. */
final class LinkMerge {

    private static final Set<String> OF_THE_GENERATOR = Set.of("self", "root", "parent", "collection");
    private static final List<String> KEY = List.of("rel", "href", "type");

    private final ItemTree tree;
    private final MemberMerge members;
    private final Notes notes;

    LinkMerge(ItemTree tree, MemberMerge members, Notes notes) {
        this.tree = tree;
        this.members = members;
        this.notes = notes;
    }

    void merge(List<Object> patch) {
        for (int i = 0; i < patch.size(); i++) {
            merge(patch.get(i), JsonPointer.to("/links", i));
        }
    }

    private void merge(Object entry, String pointer) {
        Optional<Map<String, Object>> link = JsonValues.object(entry)
                .filter(object -> object.get("rel") instanceof String && object.get("href") instanceof String);
        if (link.isEmpty()) {
            notes.add(NoteCode.INVALID_VALUE, pointer, "link %s lacks rel or href and was dropped", entry);
        } else {
            merge(link.get(), pointer);
        }
    }

    private void merge(Map<String, Object> link, String pointer) {
        Optional<FieldHolder> existing = tree.links()
                .filter(place -> KEY.stream()
                        .allMatch(name -> JsonValues.same(place.members().get(name), link.get(name))))
                .findFirst();
        boolean generated = OF_THE_GENERATOR.contains(String.valueOf(link.get("rel")));
        if (!generated) {
            members.mergeFields(existing.orElseGet(tree::addLink), link);
        } else if (existing.filter(place -> place.members().equals(link)).isEmpty()) {
            notes.add(
                    NoteCode.PROTECTED,
                    pointer,
                    "link %s to %s belongs to the generator",
                    link.get("rel"),
                    link.get("href"));
        }
    }
}

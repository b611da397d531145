package io.stacgenerator.internal.merge;

import static java.util.stream.Collectors.toList;

import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.item.LinkHeaders;
import io.stacgenerator.internal.merge.member.MemberMerge;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges links, which may be many: those with the same relation, href and type are one; others are added. */
final class LinkMerge {

    private static final Set<String> OF_THE_GENERATOR = Set.of("self", "root", "parent", "collection");
    private static final List<String> KEY = List.of("rel", "href", "type");

    private final ItemTree tree;
    private final MemberMerge members;
    private final Notes notes;
    private final Map<List<Object>, FieldHolder> places = new HashMap<>();

    LinkMerge(ItemTree tree, MemberMerge members, Notes notes) {
        this.tree = tree;
        this.members = members;
        this.notes = notes;
    }

    void merge(List<Object> patch) {
        tree.links().forEach(place -> places.putIfAbsent(key(place.members()), place));
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
            Map<String, Object> mended = new LinkedHashMap<>(link.get());
            if (mended.containsKey("headers") && !areHeaders(mended.get("headers"))) {
                notes.add(
                        NoteCode.INVALID_VALUE,
                        JsonPointer.to(pointer, "headers"),
                        "expected an object of strings or arrays of strings; dropped");
                mended.remove("headers");
            }
            merge(mended, pointer);
        }
    }

    private void merge(Map<String, Object> link, String pointer) {
        Optional<FieldHolder> existing = Optional.ofNullable(places.get(key(link)));
        boolean generated = OF_THE_GENERATOR.contains(String.valueOf(link.get("rel")));
        if (!generated) {
            FieldHolder place = existing.orElseGet(tree::addLink);
            members.mergeFields(place, link);
            places.putIfAbsent(key(place.members()), place);
        } else if (existing.filter(place -> place.members().equals(link)).isEmpty()) {
            notes.add(
                    NoteCode.PROTECTED,
                    pointer,
                    "link %s to %s belongs to the generator",
                    link.get("rel"),
                    link.get("href"));
        }
    }

    private static boolean areHeaders(@Nullable Object value) {
        return JsonValues.object(value)
                .filter(headers -> headers.values().stream().allMatch(LinkHeaders::isHeader))
                .isPresent();
    }

    private static List<Object> key(Map<String, Object> link) {
        return KEY.stream().map(link::get).collect(toList());
    }
}

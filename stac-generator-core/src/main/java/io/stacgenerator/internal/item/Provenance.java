package io.stacgenerator.internal.item;

import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Remembers who wrote each member of an Item, by JSON pointer: the first of the generator's steps to do so, or the last
 * metadata document; and what documents said, so that those that differ are noticed. Not thread-safe.
 */
public final class Provenance {

    /** Starts the name of what the names of files say, which any document may replace without a conflict. */
    public static final String FILE_NAMES = "file names of ";

    private static final String METADATA = "metadata:";

    private final Place item = new Place();
    private String document = "";

    /**
     * What a document said.
     *
     * @param document its name
     * @param value the value, or null
     */
    public record Claim(String document, @Nullable Object value) {}

    /** What is known of a value of the Item, and of its members or elements by name or index. */
    private static final class Place {

        private final Map<String, Place> inside = new LinkedHashMap<>();
        private @Nullable String writer;
        private @Nullable Claim claim;

        Place inside(String name) {
            return inside.computeIfAbsent(name, first -> new Place());
        }

        void attribute(String newWriter) {
            writer = writer == null ? newWriter : writer;
        }

        Optional<Claim> claim() {
            return claim == null
                    ? inside.values().stream()
                            .flatMap(place -> place.claim().stream())
                            .findFirst()
                    : Optional.of(claim);
        }
    }

    private Place at(String pointer) {
        Place place = item;
        for (String token : pointer.substring(1).split("/", -1)) {
            place = place.inside(token.replace("~1", "/").replace("~0", "~"));
        }
        return place;
    }

    /** Attributes those members that nobody wrote before. */
    public void attribute(FieldHolder holder, String writer) {
        attribution(holder).accept(writer);
    }

    /** Returns what attributes the members that an object then has and that nobody wrote before, time and again. */
    public Consumer<String> attribution(FieldHolder holder) {
        Place place = at(holder.pointer());
        return writer ->
                holder.members().keySet().forEach(name -> place.inside(name).attribute(writer));
    }

    /** Attributes a member, unless somebody wrote it before. */
    public void attribute(String pointer, String writer) {
        at(pointer).attribute(writer);
    }

    /** Attributes a member that was written anew. */
    public void replace(String pointer, String writer) {
        at(pointer).writer = writer;
    }

    /** Follows members of an object that moved to another, where others like them may have moved before. */
    public void move(String from, String to, Set<String> names) {
        Place old = at(from);
        Place place = at(to);
        for (String name : names) {
            String writer = old.inside(name).writer;
            if (writer != null) {
                place.inside(name).attribute(writer);
            }
            old.inside.remove(name);
        }
    }

    /** Returns who wrote a member. */
    public Optional<String> writer(String pointer) {
        return Optional.ofNullable(at(pointer).writer);
    }

    /** From now on, what is written comes from this metadata document. */
    public void from(String newDocument) {
        document = newDocument;
    }

    /** Records that the document says what the Item says already. */
    public void agree(String pointer, @Nullable Object value) {
        Place place = at(pointer);
        place.claim = place.claim == null ? new Claim(document, value) : place.claim;
    }

    /** Records that the value at the pointer is now the document's, and returns what an earlier one said instead. */
    public Optional<Claim> write(String pointer, @Nullable Object value) {
        Optional<Claim> conflict = conflicting(pointer, value);
        unite(pointer, value);
        return conflict;
    }

    /** Records a value that the document has a share in, so that there is no conflict. */
    public void unite(String pointer, @Nullable Object value) {
        Place place = at(pointer);
        place.inside.clear();
        place.claim = new Claim(document, value);
        place.writer = METADATA + document;
    }

    private Optional<Claim> conflicting(String pointer, @Nullable Object value) {
        return at(pointer)
                .claim()
                .filter(claim -> !claim.document().equals(document))
                .filter(claim -> !claim.document().startsWith(FILE_NAMES))
                .filter(claim -> !JsonValues.same(claim.value(), value));
    }

    /** Forgets what stands at a pointer and below. */
    public void forget(String pointer) {
        Place place = at(pointer);
        place.inside.clear();
        place.claim = null;
        place.writer = null;
    }

    /** Returns whether the value at a pointer was written by a metadata document. */
    public boolean isFromMetadata(String pointer) {
        return writer(pointer).orElse("").startsWith(METADATA);
    }

    /** Returns whether a metadata document said something of the value at a pointer. */
    public boolean isMentioned(String pointer) {
        return at(pointer).claim != null;
    }

    /** Follows what stood below a pointer to another. */
    public void rename(String from, String to) {
        Map<String, Place> old = new LinkedHashMap<>(at(from).inside);
        forget(from);
        at(to).inside.putAll(old);
    }

    /** Follows a new order of an array: at each index comes what was at the index given. */
    public void reorder(String pointer, List<Integer> order) {
        for (int i = 0; i < order.size(); i++) {
            rename(JsonPointer.to(pointer, order.get(i)), JsonPointer.to(pointer, "new " + i));
        }
        for (int i = 0; i < order.size(); i++) {
            rename(JsonPointer.to(pointer, "new " + i), JsonPointer.to(pointer, i));
        }
    }

    /** Returns who wrote those members that an Item has, by pointer and in its order. */
    public Map<String, String> origins(Map<String, Object> members) {
        Map<String, String> origins = new LinkedHashMap<>();
        addOrigins(item, "", members, origins);
        return origins;
    }

    private static void addOrigins(Place place, String pointer, @Nullable Object value, Map<String, String> origins) {
        if (place.writer != null) {
            origins.put(pointer, place.writer);
        }
        if (place.inside.isEmpty()) {
            return; // nearly all values
        }
        BiConsumer<String, @Nullable Object> add = (name, each) -> {
            Place inside = place.inside.get(name);
            if (inside != null) {
                addOrigins(inside, JsonPointer.to(pointer, name), each, origins);
            }
        };
        JsonValues.members(value).forEach(add);
        List<Object> elements = JsonValues.elements(value);
        for (int i = 0; i < elements.size(); i++) {
            add.accept(String.valueOf(i), elements.get(i));
        }
    }
}

package io.stacgenerator.internal.item;

import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Remembers who wrote each member of an Item, by JSON pointer: the first of the generator's steps to do so, or the last
 * metadata document; and what documents said, so that those that differ are noticed. Not thread-safe.
 */
public final class Provenance {

    /** Starts the name of what the names of files say, which any document may replace without a conflict. */
    public static final String FILE_NAMES = "file names of ";

    private static final String METADATA = "metadata:";
    private static final Pattern INDEX = Pattern.compile("\\d{1,6}");

    private final NavigableMap<String, String> writers = new TreeMap<>();
    private final NavigableMap<String, Claim> claims = new TreeMap<>();
    private String document = "";

    /**
     * What a document said.
     *
     * @param document its name
     * @param value the value, or null
     */
    public record Claim(String document, @Nullable Object value) {}

    /** Attributes those members that nobody wrote before. */
    public void attribute(FieldHolder holder, String writer) {
        holder.members().keySet().forEach(name -> attribute(holder.pointerTo(name), writer));
    }

    /** Attributes a member, unless somebody wrote it before. */
    public void attribute(String pointer, String writer) {
        writers.putIfAbsent(pointer, writer);
    }

    /** Attributes a member that was written anew. */
    public void replace(String pointer, String writer) {
        writers.put(pointer, writer);
    }

    /** Follows a member that moved to where others like it may have moved before. */
    public void move(String from, String to) {
        String writer = writers.remove(from);
        if (writer != null) {
            writers.putIfAbsent(to, writer);
        }
    }

    /** Returns who wrote a member. */
    public Optional<String> writer(String pointer) {
        return Optional.ofNullable(writers.get(pointer));
    }

    /** From now on, what is written comes from this metadata document. */
    public void from(String newDocument) {
        document = newDocument;
    }

    /** Records that the document says what the Item says already. */
    public void agree(String pointer, @Nullable Object value) {
        claims.putIfAbsent(pointer, new Claim(document, value));
    }

    /** Records that the value at the pointer is now the document's, and returns what an earlier one said instead. */
    public Optional<Claim> write(String pointer, @Nullable Object value) {
        Optional<Claim> conflict = conflicting(pointer, value);
        unite(pointer, value);
        return conflict;
    }

    /** Records a value that the document has a share in, so that there is no conflict. */
    public void unite(String pointer, @Nullable Object value) {
        forget(pointer);
        claims.put(pointer, new Claim(document, value));
        writers.put(pointer, METADATA + document);
    }

    private Optional<Claim> conflicting(String pointer, @Nullable Object value) {
        Claim exact = claims.get(pointer);
        Optional<Claim> earlier =
                exact == null ? below(claims, pointer).values().stream().findFirst() : Optional.of(exact);
        return earlier.filter(claim -> !claim.document().equals(document))
                .filter(claim -> !claim.document().startsWith(FILE_NAMES))
                .filter(claim -> !JsonValues.same(claim.value(), value));
    }

    /** Forgets what stands at a pointer and below. */
    public void forget(String pointer) {
        claims.remove(pointer);
        writers.remove(pointer);
        below(claims, pointer).clear();
        below(writers, pointer).clear();
    }

    /** Returns whether the value at a pointer was written by a metadata document. */
    public boolean isFromMetadata(String pointer) {
        return writers.getOrDefault(pointer, "").startsWith(METADATA);
    }

    /** Returns whether a metadata document said something of the value at a pointer. */
    public boolean isMentioned(String pointer) {
        return claims.containsKey(pointer);
    }

    /** Follows what stood below a pointer to another. */
    public void rename(String from, String to) {
        rename(claims, from, to);
        rename(writers, from, to);
    }

    private static <T> void rename(NavigableMap<String, T> values, String from, String to) {
        SortedMap<String, T> old = below(values, from);
        SortedMap<String, T> moving = new TreeMap<>(old);
        old.clear();
        values.remove(from);
        moving.forEach((pointer, value) -> values.put(to + pointer.substring(from.length()), value));
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

    /** Returns who wrote those members that an Item has, by pointer. */
    public Map<String, String> origins(Map<String, Object> item) {
        SortedMap<String, String> origins = new TreeMap<>(writers);
        origins.keySet().removeIf(pointer -> !exists(item, pointer));
        return origins;
    }

    private static boolean exists(Map<String, Object> item, String pointer) {
        Object value = item;
        for (String token : pointer.substring(1).split("/", -1)) {
            String name = token.replace("~1", "/").replace("~0", "~");
            Map<String, Object> members = JsonValues.members(value);
            List<Object> elements = JsonValues.elements(value);
            if (members.containsKey(name)) {
                value = members.get(name);
            } else if (INDEX.matcher(name).matches() && Integer.parseInt(name) < elements.size()) {
                value = elements.get(Integer.parseInt(name));
            } else {
                return false;
            }
        }
        return true;
    }

    /** What stands below a pointer: 0 follows the slash in ASCII. */
    private static <T> SortedMap<String, T> below(NavigableMap<String, T> values, String pointer) {
        return values.subMap(pointer + "/", pointer + "0");
    }
}

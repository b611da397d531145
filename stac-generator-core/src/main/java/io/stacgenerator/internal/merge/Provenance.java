package io.stacgenerator.internal.merge;

import io.stacgenerator.model.JsonPointer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Remembers which document said what, by JSON pointer, and tells of conflicts between documents. */
final class Provenance {

    private final Notes notes;
    private final NavigableMap<String, Claim> claims = new TreeMap<>();

    Provenance(Notes notes) {
        this.notes = notes;
    }

    /** Records that the document says what the Item says already. */
    void agree(String pointer, @Nullable Object value) {
        claims.putIfAbsent(pointer, new Claim(notes.source(), value, false));
    }

    /** Records that the value at the pointer is now the document's, with a note if an earlier document differs. */
    void write(String pointer, @Nullable Object value) {
        conflicting(pointer, value)
                .ifPresent(earlier -> notes.add(
                        NoteCode.CONFLICT, pointer, "%s replaces %s of %s", value, earlier.value(), earlier.source()));
        united(pointer, value);
    }

    /** Records a value that the document has a share in, so that there is no conflict. */
    void united(String pointer, @Nullable Object value) {
        forget(pointer);
        claims.put(pointer, new Claim(notes.source(), value, true));
    }

    private Optional<Claim> conflicting(String pointer, @Nullable Object value) {
        Claim exact = claims.get(pointer);
        Optional<Claim> earlier =
                exact == null ? below(pointer).values().stream().findFirst() : Optional.of(exact);
        return earlier.filter(claim -> !claim.source().equals(notes.source()))
                .filter(claim -> !JsonValues.same(claim.value(), value));
    }

    /** Forgets what stands at a pointer and below. */
    void forget(String pointer) {
        claims.remove(pointer);
        below(pointer).clear();
    }

    boolean wrote(String pointer) {
        Claim claim = claims.get(pointer);
        return claim != null && claim.written();
    }

    boolean mentions(String pointer) {
        return claims.containsKey(pointer);
    }

    void rename(String from, String to) {
        SortedMap<String, Claim> moving = new TreeMap<>(below(from));
        forget(from);
        moving.forEach((pointer, claim) -> claims.put(to + pointer.substring(from.length()), claim));
    }

    /** Follows a new order of an array: at each index comes what was at the index given. */
    void reorder(String pointer, List<Integer> order) {
        for (int i = 0; i < order.size(); i++) {
            rename(JsonPointer.to(pointer, order.get(i)), JsonPointer.to(pointer, "new " + i));
        }
        for (int i = 0; i < order.size(); i++) {
            rename(JsonPointer.to(pointer, "new " + i), JsonPointer.to(pointer, i));
        }
    }

    Map<String, String> origins() {
        Map<String, String> origins = new LinkedHashMap<>();
        claims.forEach((pointer, claim) -> {
            if (claim.written()) {
                origins.put(pointer, claim.source());
            }
        });
        return origins;
    }

    private SortedMap<String, Claim> below(String pointer) {
        return claims.subMap(pointer + "/", pointer + "0");
    }

    private record Claim(String source, @Nullable Object value, boolean written) {}
}

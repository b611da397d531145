package io.stacgenerator.internal.field;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a field of STAC: its type and the values that are valid.
 *
 * @param name the full name, with its prefix
 * @param type the type of the value
 * @param levels where it applies
 * @param traits what is special about it
 * @param range the numbers allowed, for the value or the elements of an array; null for all
 * @param allowed the strings allowed, for the value or the elements of an array; empty for all
 * @param pattern what the whole string must match; null for anything
 * @param lengths the lengths allowed for an array; empty for all
 * @param members the known members of the object, or of the objects in the array, by name
 */
public record Field(
        String name,
        FieldType type,
        Set<FieldLevel> levels,
        Set<FieldTrait> traits,
        @Nullable Range range,
        Set<String> allowed,
        @Nullable Pattern pattern,
        Set<Integer> lengths,
        Map<String, Field> members) {

    /** Copies its collections. */
    public Field {
        levels = Set.copyOf(levels);
        traits = Set.copyOf(traits);
        allowed = Set.copyOf(allowed);
        lengths = Set.copyOf(lengths);
        members = Map.copyOf(members);
    }

    /**
     * Reads a field as {@code known-fields.txt} writes it, for an extension that brings fields of its own.
     *
     * @param row the full name, the type and the rest, such as {@code acme:score number 0..1}
     * @return the field
     * @throws IllegalArgumentException when the row cannot be read
     */
    public static Field parse(String row) {
        return new FieldRow(row, "").toField(Map.of());
    }

    /**
     * Tells whether the field has a trait.
     *
     * @param trait the trait
     * @return true when it has
     */
    public boolean is(FieldTrait trait) {
        return traits.contains(trait);
    }

    /**
     * Returns the prefix of a name.
     *
     * @param name the name of a field
     * @return what stands before the first colon; empty for a name without one
     */
    public static Optional<String> prefixOf(String name) {
        int colon = name.indexOf(':');
        return colon > 0 ? Optional.of(name.substring(0, colon)) : Optional.empty();
    }
}

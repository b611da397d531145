package io.stacgenerator.internal.field;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An extension whose schema is known.
 *
 * @param name the name of its repository, or another short name
 * @param prefixes the prefixes of its fields; none where they have no prefix
 * @param uri the URI of its schema, in the version that is written
 * @param closed whether the schema refuses unknown fields with its prefix
 * @param used whether its schema refuses an Item that declares it without using it
 * @param asked whether it is declared on request only, because its field names are ordinary words
 * @param levels where a field of it makes it declarable
 * @param needs the full names of fields without which its schema refuses an Item
 * @param rels link relations that count as use
 */
public record KnownExtension(
        String name,
        List<String> prefixes,
        String uri,
        boolean closed,
        boolean used,
        boolean asked,
        Set<FieldLevel> levels,
        Set<String> needs,
        Set<String> rels) {

    /** Copies its collections. */
    public KnownExtension {
        prefixes = List.copyOf(prefixes);
        levels = Set.copyOf(levels);
        needs = Set.copyOf(needs);
        rels = Set.copyOf(rels);
    }

    /**
     * Creates an extension of a third party: any field of it, at any level, makes it declared.
     *
     * @param prefix the prefix of its fields, which serves as its short name too
     * @param uri the URI of its schema
     * @return the extension
     */
    public static KnownExtension of(String prefix, String uri) {
        return new KnownExtension(
                prefix, List.of(prefix), uri, false, false, false, EnumSet.allOf(FieldLevel.class), Set.of(), Set.of());
    }
}

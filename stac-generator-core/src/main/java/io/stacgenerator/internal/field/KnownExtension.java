package io.stacgenerator.internal.field;

import io.stacgenerator.StacVersion;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.field.SchemaRules;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An extension whose schema is known: an installed one, or another public one.
 *
 * @param name the id, or the name of the repository of one that is not installed
 * @param aliases other short names
 * @param prefixes the prefixes of its fields; none where they have no prefix
 * @param uri the URI of its schema, in the version that is written
 * @param asked whether it is declared on request only, because its field names are ordinary words
 * @param rules what its schema asks of an Item
 */
public record KnownExtension(
        String name, Set<String> aliases, Set<String> prefixes, String uri, boolean asked, SchemaRules rules) {

    static KnownExtension of(StacExtension installed) {
        return new KnownExtension(
                installed.id(),
                installed.aliases(),
                installed.prefixes(),
                installed.schemaUri(StacVersion.V1_1_0),
                false,
                installed.schemaRules());
    }

    /** Those of the same URI are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KnownExtension that && uri.equals(that.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }
}

package io.stacgenerator.internal.field;

import io.stacgenerator.StacVersion;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.field.Field;
import java.util.List;

/** An extension of a third party that says no more than its fields. */
public record OwnExtension(String id, String uri, List<Field> fields) implements StacExtension {

    /** Creates an extension. */
    public static OwnExtension of(String id, String uri, Field... fields) {
        return new OwnExtension(id, uri, List.of(fields));
    }

    @Override
    public String schemaUri(StacVersion version) {
        return uri;
    }

    @Override
    public void apply(ItemDraft item, GenerationContext context) {}
}

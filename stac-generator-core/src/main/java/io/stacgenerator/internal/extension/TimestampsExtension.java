package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ASSET;
import static io.stacgenerator.spi.field.FieldLevel.ITEM;
import static io.stacgenerator.spi.field.FieldLevel.LINK;
import static io.stacgenerator.spi.field.FieldTrait.INDIVIDUAL;

import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldType;
import io.stacgenerator.spi.field.SchemaRules;
import java.util.List;
import java.util.Set;

/** The timestamps extension 1.1.0, whose fields have no prefix. */
public final class TimestampsExtension extends BuiltInExtension {

    /** Creates the extension. */
    public TimestampsExtension() {
        super(
                "timestamps",
                "timestamps",
                "1.1.0",
                SchemaRules.open(),
                List.of(time("published"), time("unpublished"), time("expires")));
    }

    private static Field time(String name) {
        return Field.of(name, FieldType.TIME).at(ITEM, ASSET, LINK).with(INDIVIDUAL);
    }

    @Override
    public Set<String> prefixes() {
        return Set.of();
    }
}

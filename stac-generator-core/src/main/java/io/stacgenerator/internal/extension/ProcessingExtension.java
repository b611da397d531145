package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.FieldLevel.ASSET;
import static io.stacgenerator.spi.FieldLevel.ITEM;
import static io.stacgenerator.spi.FieldTrait.REQUIRED;
import static io.stacgenerator.spi.FieldType.ANY;
import static io.stacgenerator.spi.FieldType.OBJECT;
import static io.stacgenerator.spi.FieldType.STRING;
import static io.stacgenerator.spi.FieldType.TIME;

import io.stacgenerator.spi.Field;
import io.stacgenerator.spi.FieldSummary;
import io.stacgenerator.spi.FieldType;
import io.stacgenerator.spi.SchemaRules;
import java.util.List;

/** The processing extension 1.2.0. */
public final class ProcessingExtension extends BuiltInExtension {

    private static final List<Field> FIELDS = List.of(
            field("expression", OBJECT)
                    .members(
                            Field.of("format", STRING).with(REQUIRED),
                            Field.of("expression", ANY).with(REQUIRED)),
            field("lineage", STRING),
            field("level", STRING).summary(FieldSummary.DISTINCT),
            field("facility", STRING),
            field("version", STRING),
            field("datetime", TIME),
            field("software", OBJECT).anyMember(Field.of("version", STRING)));

    /** Creates the extension. */
    public ProcessingExtension() {
        super("processing", "processing", "1.2.0", SchemaRules.open().closed().usedAt(ITEM), FIELDS);
    }

    private static Field field(String name, FieldType type) {
        return Field.of("processing:" + name, type).at(ITEM, ASSET);
    }
}

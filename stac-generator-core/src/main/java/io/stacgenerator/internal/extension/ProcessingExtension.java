package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ASSET;
import static io.stacgenerator.spi.field.FieldLevel.ITEM;
import static io.stacgenerator.spi.field.FieldTrait.REQUIRED;
import static io.stacgenerator.spi.field.FieldType.ANY;
import static io.stacgenerator.spi.field.FieldType.OBJECT;
import static io.stacgenerator.spi.field.FieldType.STRING;
import static io.stacgenerator.spi.field.FieldType.TIME;

import io.stacgenerator.spi.field.CollectionUse;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldSummary;
import io.stacgenerator.spi.field.FieldType;
import io.stacgenerator.spi.field.SchemaRules;
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
        super(
                "processing",
                "processing",
                "1.2.0",
                SchemaRules.open().closed().usedAt(ITEM).inCollections(CollectionUse.REQUIRED),
                FIELDS);
    }

    private static Field field(String name, FieldType type) {
        return Field.of("processing:" + name, type).at(ITEM, ASSET);
    }
}

package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ITEM;

import io.stacgenerator.spi.field.CollectionUse;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldSummary;
import io.stacgenerator.spi.field.FieldType;
import io.stacgenerator.spi.field.SchemaRules;
import java.util.List;

/** The grid extension 1.1.0: the cell of a grid that a scene fills, such as {@code MGRS-32TNS}. */
public final class GridExtension extends BuiltInExtension {

    private static final String CODE = "grid:code";

    /** Creates the extension. */
    public GridExtension() {
        super(
                "grid",
                "grid",
                "1.1.0",
                SchemaRules.open().closed().usedAt(ITEM).needing(CODE).inCollections(CollectionUse.REFUSED),
                List.of(Field.of(CODE, FieldType.STRING)
                        .matching("[A-Z0-9]+-[-_.A-Za-z0-9]+")
                        .at(ITEM)
                        .summary(FieldSummary.DISTINCT)));
    }
}

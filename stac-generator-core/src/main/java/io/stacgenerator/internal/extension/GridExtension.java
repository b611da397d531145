package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.FieldLevel.ITEM;

import io.stacgenerator.spi.Field;
import io.stacgenerator.spi.FieldSummary;
import io.stacgenerator.spi.FieldType;
import io.stacgenerator.spi.SchemaRules;
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
                SchemaRules.open().closed().usedAt(ITEM).needing(CODE),
                List.of(Field.of(CODE, FieldType.STRING)
                        .matching("[A-Z0-9]+-[-_.A-Za-z0-9]+")
                        .at(ITEM)
                        .summary(FieldSummary.DISTINCT)));
    }
}

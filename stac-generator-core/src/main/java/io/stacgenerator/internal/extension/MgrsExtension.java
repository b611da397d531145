package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ITEM;
import static io.stacgenerator.spi.field.FieldType.INTEGER;
import static io.stacgenerator.spi.field.FieldType.STRING;

import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldSummary;
import io.stacgenerator.spi.field.SchemaRules;
import java.util.List;

/** The extension 1.0.0 of the Military Grid Reference System, in which Sentinel-2 is tiled. */
public final class MgrsExtension extends BuiltInExtension {

    private static final String LATITUDE_BAND = "mgrs:latitude_band";
    private static final String GRID_SQUARE = "mgrs:grid_square";

    private static final List<Field> FIELDS = List.of(
            Field.of(LATITUDE_BAND, STRING).at(ITEM).summary(FieldSummary.DISTINCT),
            Field.of(GRID_SQUARE, STRING).at(ITEM).summary(FieldSummary.DISTINCT),
            Field.of("mgrs:utm_zone", INTEGER).between(1, 60).at(ITEM).summary(FieldSummary.DISTINCT));

    /** Creates the extension. */
    public MgrsExtension() {
        super(
                "mgrs",
                "mgrs",
                "1.0.0",
                SchemaRules.open().closed().usedAt(ITEM).needing(LATITUDE_BAND, GRID_SQUARE),
                FIELDS);
    }
}

package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ASSET;
import static io.stacgenerator.spi.field.FieldLevel.ITEM;
import static io.stacgenerator.spi.field.FieldTrait.NONEMPTY;
import static io.stacgenerator.spi.field.FieldType.INTEGER;
import static io.stacgenerator.spi.field.FieldType.NUMBER;
import static io.stacgenerator.spi.field.FieldType.STRING;
import static io.stacgenerator.spi.field.FieldType.STRINGS;

import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldSummary;
import io.stacgenerator.spi.field.FieldType;
import io.stacgenerator.spi.field.SchemaRules;
import java.util.List;

/** The synthetic-aperture radar extension 1.3.2. Frequencies are in gigahertz, lengths in meters. */
public final class SarExtension extends BuiltInExtension {

    private static final List<Field> FIELDS = List.of(
            field("instrument_mode", STRING).with(NONEMPTY).summary(FieldSummary.DISTINCT),
            field("frequency_band", STRING)
                    .oneOf("P", "L", "S", "C", "X", "Ku", "K", "Ka")
                    .summary(FieldSummary.DISTINCT),
            field("center_frequency", NUMBER).above(0),
            field("bandwidth", NUMBER).above(0),
            field("polarizations", STRINGS)
                    .with(NONEMPTY)
                    .oneOf("HH", "VV", "HV", "VH", "LH", "LV", "RH", "RV", "CH", "CV")
                    .summary(FieldSummary.DISTINCT),
            field("product_type", STRING).with(NONEMPTY).summary(FieldSummary.DISTINCT),
            field("resolution_range", NUMBER).atLeast(0),
            field("resolution_azimuth", NUMBER).atLeast(0),
            field("pixel_spacing_range", NUMBER).atLeast(0),
            field("pixel_spacing_azimuth", NUMBER).atLeast(0),
            field("looks_range", INTEGER).atLeast(0),
            field("looks_azimuth", INTEGER).atLeast(0),
            field("looks_equivalent_number", NUMBER).atLeast(0),
            field("observation_direction", STRING).oneOf("left", "right").summary(FieldSummary.DISTINCT),
            field("relative_burst", INTEGER).atLeast(1),
            field("beam_ids", STRINGS));

    /** Creates the extension. */
    public SarExtension() {
        super("sar", "sar", "1.3.2", SchemaRules.open().closed(), FIELDS);
    }

    private static Field field(String name, FieldType type) {
        return Field.of("sar:" + name, type).at(ITEM, ASSET);
    }
}

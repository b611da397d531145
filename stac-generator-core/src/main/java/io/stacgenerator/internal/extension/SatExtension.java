package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ASSET;
import static io.stacgenerator.spi.field.FieldLevel.ITEM;
import static io.stacgenerator.spi.field.FieldType.INTEGER;
import static io.stacgenerator.spi.field.FieldType.NUMBERS;
import static io.stacgenerator.spi.field.FieldType.OBJECT;
import static io.stacgenerator.spi.field.FieldType.STRING;
import static io.stacgenerator.spi.field.FieldType.TIME;

import io.stacgenerator.Fault;
import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldSummary;
import io.stacgenerator.spi.field.FieldType;
import io.stacgenerator.spi.field.SchemaRules;
import java.util.List;
import java.util.Map;

/** The satellite extension 1.2.0. */
public final class SatExtension extends BuiltInExtension {

    private static final List<Field> FIELDS = List.of(
            field("platform_international_designator", STRING).summary(FieldSummary.DISTINCT),
            field("orbit_state", STRING)
                    .oneOf("ascending", "descending", "geostationary", "crossing")
                    .summary(FieldSummary.DISTINCT),
            field("absolute_orbit", INTEGER).atLeast(1).summary(FieldSummary.RANGE),
            field("relative_orbit", INTEGER).atLeast(1).summary(FieldSummary.RANGE),
            field("orbit_cycle", INTEGER).atLeast(1),
            field("anx_datetime", TIME),
            field("orbit_state_vectors", OBJECT)
                    .anyMember(Field.of("vector", NUMBERS).lengths(6, 7, 8, 9))
                    .rule(SatExtension::checkTimes),
            field("acquisition_station", STRING));

    /** Creates the extension. */
    public SatExtension() {
        super("sat", "sat", "1.2.0", SchemaRules.open().closed().usedAt(ITEM), FIELDS);
    }

    private static Field field(String name, FieldType type) {
        return Field.of("sat:" + name, type).at(ITEM, ASSET);
    }

    private static List<Fault> checkTimes(Object vectors) {
        return ((Map<?, ?>) vectors)
                .keySet().stream()
                        .map(String::valueOf)
                        .filter(time -> UtcTime.valid(time).isEmpty())
                        .map(time -> new Fault(
                                JsonPointer.to("", time), "is named '%s', expected a time in UTC".formatted(time)))
                        .toList();
    }
}

package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.field.Field;
import io.stacgenerator.internal.field.FieldLevel;
import io.stacgenerator.internal.field.FieldType;
import io.stacgenerator.internal.json.JsonPointer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fields that are maps, whose names are chosen by who writes them.
 *
 * @param key what each name is
 * @param value what each value is
 */
record MapRules(Field key, Field value) {

    private static final Field NAME = Field.parse("name string");

    /** {@code storage:schemes} of the storage extension 2.0.0. */
    static final MapRules SCHEMES = new MapRules(
            NAME,
            object(
                    "type string required",
                    "platform string required /[\\w+.-]+:\\/\\/.*/",
                    "region string",
                    "requester_pays boolean",
                    "account string",
                    "bucket string"));

    /** {@code sat:orbit_state_vectors} of the satellite extension 1.2.0. */
    static final MapRules STATE_VECTORS =
            new MapRules(Field.parse("time time"), Field.parse("vector numbers len:6,7,8,9"));

    /** {@code processing:software} of the processing extension 1.2.0. */
    static final MapRules SOFTWARE = new MapRules(NAME, Field.parse("version string"));

    private static Field object(String... members) {
        return new Field(
                "object",
                FieldType.OBJECT,
                EnumSet.allOf(FieldLevel.class),
                Set.of(),
                null,
                Set.of(),
                null,
                Set.of(),
                List.of(members).stream()
                        .map(Field::parse)
                        .collect(Collectors.toMap(Field::name, Function.identity())));
    }

    void check(Object map, String pointer, Faults faults) {
        ((Map<?, ?>) map).forEach((name, member) -> {
            String place = JsonPointer.to(pointer, String.valueOf(name));
            ValueRules.check(key, name, place, faults);
            ValueRules.check(value, member, place, faults);
        });
    }
}

package io.stacgenerator.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Fault;
import io.stacgenerator.internal.field.InstalledFields;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.field.OwnExtension;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks the fields of an extension of a third party, by the same path as those of the built-in ones. */
final class FieldRulesTest {

    private static final String ACME = "https://example.com/acme/v1.0.0/schema.json";
    private static final Field GRADES = Field.of("acme:grades", FieldType.OBJECT)
            .anyMember(Field.of("grade", FieldType.INTEGER).between(1, 6))
            .rule(grades -> ((Map<?, ?>) grades).containsKey("final")
                    ? List.of()
                    : List.of(new Fault("/final", "is missing, expected the final grade")));
    private static final KnownFields WITH_ACME = InstalledFields.with(OwnExtension.of(
            "acme", ACME, Field.of("acme:score", FieldType.NUMBER).between(0, 1), GRADES));

    private static List<Fault> check(Map<String, Object> members) {
        return ItemRules.check(TestItems.changed(Map.of("set", members)), WITH_ACME);
    }

    @Test
    void checkValuesMembersAndRules() {
        assertThat(check(Map.of(
                        "/stac_extensions/5",
                        ACME,
                        "/properties/acme:score",
                        2,
                        "/properties/acme:grades",
                        Map.of("first", 7))))
                .extracting(Fault::toString)
                .containsExactlyInAnyOrder(
                        "/properties/acme:score is 2, expected a number 0 to 1",
                        "/properties/acme:grades/first is 7, expected an integer 1 to 6",
                        "/properties/acme:grades/final is missing, expected the final grade");
    }

    @Test
    void findNothingWrongInAValidItem() {
        assertThat(check(Map.of(
                        "/stac_extensions/5",
                        ACME,
                        "/properties/acme:score",
                        0.5,
                        "/properties/acme:grades",
                        Map.of("final", 1))))
                .isEmpty();
    }

    @Test
    void findThatAnExtensionIsNotDeclared() {
        assertThat(check(Map.of("/properties/acme:score", 1)))
                .containsExactly(
                        new Fault("/properties/acme:anything", "is used, expected " + ACME + " in stac_extensions"));
    }
}

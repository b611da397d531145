package io.stacgenerator.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stacgenerator.Fault;
import io.stacgenerator.internal.field.Field;
import io.stacgenerator.internal.field.KnownExtension;
import io.stacgenerator.internal.field.KnownFields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldRulesTest {

    private static final String ACME = "https://example.com/acme/v1.0.0/schema.json";
    private static final KnownFields WITH_ACME =
            KnownFields.builtIn().with(KnownExtension.of("acme", ACME), List.of(Field.parse("acme:score number 0..1")));

    private static final Map<String, Object> BROKEN = TestItems.changed(Map.of(
            "set",
            Map.of(
                    "/stac_extensions/5", ACME,
                    "/properties/gsd", -1,
                    "/properties/acme:score", 2,
                    "/properties/view:azimuth", 361,
                    "/assets/data/bands/0/eo:center_wavelength", 0)));

    @ParameterizedTest
    @ValueSource(strings = {"eo", "file", "proj", "raster", "view", "sat"})
    void findNothingWrongInAValidItem(String prefix) {
        assertThat(FieldRules.check(TestItems.valid(), prefix)).isEmpty();
    }

    @Test
    void checkOneExtension() {
        assertThat(FieldRules.check(BROKEN, "eo"))
                .extracting(Fault::pointer)
                .containsExactly("/assets/data/bands/0/eo:center_wavelength");
    }

    @Test
    void checkAnExtensionOfAThirdParty() {
        assertThat(FieldRules.check(BROKEN, "acme", WITH_ACME))
                .containsExactly(new Fault("/properties/acme:score", "is 2, expected a number 0 to 1"));
    }

    @Test
    void findThatAThirdPartyIsNotDeclared() {
        Map<String, Object> item = TestItems.changed(Map.of("set", Map.of("/properties/acme:score", 1)));
        assertThat(ItemRules.check(item, WITH_ACME))
                .containsExactly(
                        new Fault("/properties/acme:anything", "is used, expected " + ACME + " in stac_extensions"));
    }

    @Test
    void refuseAPrefixThatIsNotKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FieldRules.check(BROKEN, "acme"))
                .withMessage("no extension with prefix acme is known");
    }
}

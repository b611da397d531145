package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldType;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an extension writes, an Item that breaks a rule is not returned. */
final class InvalidItemsTest {

    /** An extension that may write anything. */
    private record Writing(Consumer<ItemDraft> writing) implements StacExtension {

        @Override
        public String id() {
            return "acme";
        }

        @Override
        public String schemaUri(StacVersion version) {
            return "https://acme.example/v1.0.0/schema.json";
        }

        @Override
        public List<Field> fields() {
            return List.of(Field.of("acme:score", FieldType.NUMBER).between(0, 1));
        }

        @Override
        public void apply(ItemDraft item, GenerationContext context) {
            writing.accept(item);
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                property("gsd", 0, "is 0, expected a number greater than 0"),
                property("license", "MIT OR Apache-2.0", "expected a string that matches"),
                property("eo:cloud_cover", 101, "is 101, expected a number 0 to 100"),
                property("eo:foo", 1, "is not a field of"),
                property("proj:projjson", Map.of("type", "Planet"), "expected one of BoundCRS"),
                property("acme:score", 2, "is 2, expected a number 0 to 1"),
                property("grid:code", "32TNS", "expected a string that matches"),
                property("created", "2024-05-01T00:00:00+02:00", "expected a time of RFC 3339 in UTC"));
    }

    private static Arguments property(String name, Object value, String rule) {
        return Arguments.of(name, value, rule);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void areErrorsThatListPointersAndRules(String name, Object value, String rule) {
        Scene scene = new Scene();
        Writing extension = new Writing(item -> item.properties().put(name, value));
        try (StacGenerator generator = StacGenerator.builder()
                .install(scene.storage())
                .install(extension)
                .build()) {
            GenerationRequest request = GenerationRequest.builder()
                    .assetPaths(scene.putCog("scene.tif"))
                    .build();

            assertThatThrownBy(() -> generator.generate(request))
                    .isInstanceOfSatisfying(StacGeneratorException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ITEM);
                        assertThat(e.faults()).anySatisfy(fault -> {
                            assertThat(fault.pointer()).startsWith("/properties/" + name);
                            assertThat(fault.message()).contains(rule);
                        });
                    });
        }
    }
}

package io.stacgenerator.internal.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.spi.field.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares the table with the published schemas, in a folder laid out by host and path. */
@Requires("schemas")
final class KnownFieldsSchemaTest {

    @TestFactory
    Stream<DynamicTest> extensions() {
        return InstalledFields.builtIn().extensions().all().stream()
                .map(extension -> dynamicTest(extension.name(), () -> compare(extension, schema(extension))));
    }

    /** Each field is in the schema, and where the schema is closed the other way round. */
    private static void compare(KnownExtension extension, Set<String> namesInSchema) {
        List<String> known = InstalledFields.builtIn().fieldsOf(extension).stream()
                .map(Field::name)
                .toList();
        assertThat(namesInSchema).containsAll(known);
        if (extension.rules().isClosed()) {
            assertThat(known)
                    .containsAll(namesInSchema.stream()
                            .filter(name -> Field.prefixOf(name)
                                    .filter(extension.prefixes()::contains)
                                    .isPresent())
                            .toList());
        }
    }

    private static Set<String> schema(KnownExtension extension) throws IOException {
        Path file = Material.path("schemas").resolve(extension.uri().replace("https://", ""));
        assumeTrue(Files.exists(file), "the folder of schemas has none of " + extension.name());
        Set<String> names = new TreeSet<>();
        collect(JsonReader.object(Files.readString(file), ErrorCode.INTERNAL, file.toString()), names);
        return names;
    }

    private static void collect(@Nullable Object node, Set<String> names) {
        if (node instanceof Map<?, ?> object) {
            object.keySet().forEach(name -> names.add(String.valueOf(name)));
            object.values().forEach(child -> collect(child, names));
        } else if (node instanceof Collection<?> array) {
            array.forEach(child -> collect(child, names));
        }
    }
}

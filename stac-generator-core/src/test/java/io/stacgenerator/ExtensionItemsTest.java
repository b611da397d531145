package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.field.InstalledFields;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each built-in extension an Item that uses each of its fields, in both versions of STAC. They are left in
 * {@code target/extension-items} for a validator of schemas.
 */
final class ExtensionItemsTest {

    private static final Path ITEMS = Path.of("target", "extension-items");

    static Stream<StacExtension> extensions() {
        return InstalledFields.BUILT_IN.stream();
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void useEachFieldOfAnExtension(StacExtension extension) throws IOException {
        StacItem item = item(extension, StacVersion.V1_1_0);
        Set<String> used = FieldHolder.allOf(item.toMap()).stream()
                .flatMap(holder -> holder.members().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(used)
                .containsAll(extension.fields().stream().map(Field::name).toList());
        assertThat(item.stacExtensions()).contains(extension.schemaUri(StacVersion.V1_1_0));
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void areWrittenInStac100Too(StacExtension extension) throws IOException {
        StacItem item = item(extension, StacVersion.V1_0_0);
        String repository = extension.schemaUri(StacVersion.V1_1_0).replaceFirst("/v\\d.*", "/");

        assertThat(item.stacVersion()).isEqualTo("1.0.0");
        assertThat(item.stacExtensions())
                .filteredOn(uri -> uri.startsWith(repository))
                .hasSize(1);
    }

    private static StacItem item(StacExtension extension, StacVersion version) throws IOException {
        Scene scene = new Scene();
        GenerationOptions options = GenerationOptions.builder()
                .stacVersion(version)
                .datetime(Instant.parse("2024-05-01T10:20:30Z"))
                .checksum(true)
                .build();
        try (StacGenerator generator = scene.generator(options)) {
            StacItem item = generator
                    .generate(GenerationRequest.builder()
                            .assetPaths(scene.putCog("scene.tif"))
                            .metadataPaths(scene.put("metadata.json", metadata(extension)))
                            .itemId(extension.id())
                            .build())
                    .item();
            Files.createDirectories(ITEMS);
            Files.writeString(ITEMS.resolve(extension.id() + "-" + version.text() + ".json"), item.toPrettyJson());
            return item;
        }
    }

    private static byte[] metadata(StacExtension extension) throws IOException {
        String resource = "extensions/%s.json".formatted(extension.id());
        try (InputStream in = ExtensionItemsTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return in.readAllBytes();
        }
    }
}

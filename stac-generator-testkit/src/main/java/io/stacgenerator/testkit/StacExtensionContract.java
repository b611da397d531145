package io.stacgenerator.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacVersion;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Contract of {@link StacExtension}: extend it, supply the extension and metadata that use each of its fields.
 *
 * @since 0.1.0
 */
public abstract class StacExtensionContract {

    private static final String ASSET = "memory:asset.txt";

    /**
     * Returns the extension, the same one throughout a test.
     *
     * @return the extension under test
     */
    protected abstract StacExtension extension();

    /**
     * Returns metadata that use each field of the extension with values that are valid and need no change. The only
     * asset is a text file of the href {@code asset.txt}, under any key.
     *
     * @return a STAC Item or a part of one, in JSON
     */
    protected abstract String example();

    @Test
    void hasAnIdAndOtherNames() {
        assertThat(extension().id()).matches("[a-z0-9-]+");
        assertThat(extension().aliases()).doesNotContain(extension().id()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @EnumSource
    void hasASchema(StacVersion version) {
        assertThat(extension().schemaUri(version)).matches("[a-z][a-z0-9+.-]*://\\S+");
    }

    @Test
    void describesEachFieldOnce() {
        List<String> names = extension().fields().stream().map(Field::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names)
                .allMatch(name -> Field.prefixOf(name)
                        .map(extension().prefixes()::contains)
                        .orElse(true));
    }

    @Test
    void needsFieldsThatItDescribes() {
        List<String> names = extension().fields().stream().map(Field::name).toList();
        if (!names.isEmpty()) {
            assertThat(names).containsAll(extension().schemaRules().needs());
        }
    }

    @Test
    void writesNothingOfNothing() {
        ItemDraft item = new ItemDraft(Map.of("asset", AssetDraft.builder(ASSET).build()), null, null);
        extension().apply(item, FakeContext.of());
        assertThat(item.properties().keySet()).allMatch(this::isOwn);
        item.assets()
                .values()
                .forEach(asset -> assertThat(asset.fields().keySet()).allMatch(this::isOwn));
    }

    @Test
    void isDeclaredByItsFields() {
        GenerationResult result = generate(StacVersion.V1_1_0, example());
        assertThat(result.item().stacExtensions()).contains(extension().schemaUri(StacVersion.V1_1_0));
        assertThat(names(result.item()))
                .containsAll(extension().fields().stream().map(Field::name).toList());
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void isNotDeclaredWithoutThem() {
        assertThat(generate(StacVersion.V1_1_0, "{}").item().stacExtensions())
                .doesNotContain(extension().schemaUri(StacVersion.V1_1_0));
    }

    @Test
    void isWrittenInStac100() {
        StacItem item = generate(StacVersion.V1_0_0, example()).item();
        StacItem newer = generate(StacVersion.V1_1_0, example()).item();
        assertThat(item.stacVersion()).isEqualTo("1.0.0");
        assertThat(item.stacExtensions().size())
                .isGreaterThanOrEqualTo(newer.stacExtensions().size());
    }

    @Test
    void makesTheSameItemInEachThread() {
        StacItem expected = generate(StacVersion.V1_1_0, example()).item();
        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(i -> generate(StacVersion.V1_1_0, example()).item()))
                .allMatch(item -> item.toMap().equals(expected.toMap()));
    }

    private GenerationResult generate(StacVersion version, String metadata) {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        storage.put("asset.txt", "text".getBytes(UTF_8));
        GenerationOptions options = GenerationOptions.builder()
                .stacVersion(version)
                .datetime(Instant.EPOCH)
                .build();
        try (StacGenerator generator = StacGenerator.builder()
                .install(storage)
                .install(extension())
                .options(options)
                .build()) {
            return generator.generate(GenerationRequest.builder()
                    .assetPaths(ASSET)
                    .metadataPaths(storage.put("metadata.json", metadata.getBytes(UTF_8)))
                    .build());
        }
    }

    private static Set<String> names(StacItem item) {
        return FieldHolder.allOf(item.toMap()).stream()
                .flatMap(holder -> holder.members().keySet().stream())
                .collect(Collectors.toSet());
    }

    private boolean isOwn(String name) {
        return Field.prefixOf(name).filter(extension().prefixes()::contains).isPresent()
                || extension().fields().stream().anyMatch(field -> field.name().equals(name));
    }
}

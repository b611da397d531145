package io.stacgenerator.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.SceneOptions;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.vendor.Vendor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contract of {@link Vendor}: extend it, supply the vendor, a document that it reads, and the files of a scene.
 *
 * @since 0.1.0
 */
public abstract class VendorContract {

    /**
     * Returns the vendor, the same one throughout a test.
     *
     * @return the vendor under test
     */
    protected abstract Vendor vendor();

    /**
     * Returns the path of a metadata file of a scene.
     *
     * @return such as {@code scene_metadata.xml}, with folders where the vendor has them
     */
    protected abstract String document();

    /**
     * Returns a document.
     *
     * @return the bytes of a file that the vendor's products have
     */
    protected abstract byte[] example();

    /**
     * Returns the paths of other files of the scene that {@link #document} belongs to.
     *
     * @return the paths of assets, at least one
     */
    protected abstract List<String> assets();

    @Test
    void hasAnId() {
        assertThat(vendor().id()).matches("[a-z0-9-]+");
    }

    @Test
    void supportsItsDocuments() {
        MetadataDocument document = document(example());
        assertThat(vendor().supports(document)).isTrue();
        assertThat(document.content().position()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"type\": \"Feature\"}", "<a/>", "\u0000\u0001", "a = b\n"})
    void declinesDocumentsOfOthers(String text) {
        assertThat(vendor().supports(new MetadataDocument("memory:other.txt", ByteBuffer.wrap(text.getBytes(UTF_8)))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.tif", "folder/readme.txt", "a/b/c.json"})
    void declinesFilesOfOthers(String path) {
        assertThat(vendor().sceneFiles(path)).isEmpty();
    }

    @Test
    void knowsItsAssets() {
        assertThat(assets()).isNotEmpty();
        assertThat(vendor().products().assets(assets(), "", List.of()))
                .hasSameSizeAs(assets())
                .allSatisfy((key, asset) -> {
                    assertThat(key).isNotEmpty();
                    assertThat(asset.members()).containsKey("roles");
                });
    }

    @Test
    void findsItsFilesAsOneSceneAmongOthers() {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        Stream.concat(Stream.of(document()), assets().stream())
                .forEach(path -> storage.put("scenes/" + path, new byte[0]));
        storage.put("other.tif", new byte[0]);
        try (StacGenerator generator = generator(storage);
                Stream<GenerationRequest> requests = generator.requests("memory:", SceneOptions.ofDefaults())) {
            assertThat(requests)
                    .filteredOn(request -> !request.metadataPaths().isEmpty())
                    .singleElement()
                    .satisfies(request -> {
                        assertThat(request.metadataPaths()).containsExactly("memory:scenes/" + document());
                        assertThat(request.assetPaths())
                                .containsAll(assets().stream()
                                        .map(path -> "memory:scenes/" + path)
                                        .toList());
                    });
        }
    }

    @Test
    void describesADocumentWithoutWarnings() {
        GenerationResult result = generate(example());
        assertThat(result.warnings()).isEmpty();
        assertThat(result.origins().values()).anyMatch(origin -> origin.contains(fileName()));
    }

    @Test
    void saysTheSameEachTimeAndInEachThread() {
        String expected = generate(example()).item().toJson();
        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(i -> generate(example()).item().toJson()))
                .allMatch(expected::equals);
    }

    @Test
    void doesNotFailOnDocumentsThatAreBroken() {
        byte[] whole = example();
        for (int length = 1; length < whole.length; length += Math.max(1, whole.length / 100)) {
            byte[] broken = Arrays.copyOf(whole, length);
            assertThatCode(() -> generate(broken))
                    .as("the first %d bytes", length)
                    .satisfiesAnyOf(
                            error -> assertThat(error).isNull(),
                            error -> assertThat(error)
                                    .isInstanceOfSatisfying(
                                            StacGeneratorException.class,
                                            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_METADATA)));
        }
    }

    private GenerationResult generate(byte[] content) {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        try (StacGenerator generator = generator(storage)) {
            return generator.generate(GenerationRequest.builder()
                    .assetPaths(storage.put("asset.txt", "text".getBytes(UTF_8)))
                    .metadataPaths(storage.put(fileName(), content))
                    .build());
        }
    }

    private StacGenerator generator(InMemoryStorageResolver storage) {
        return StacGenerator.builder()
                .install(storage)
                .install(vendor())
                .options(GenerationOptions.builder().datetime(Instant.EPOCH).build())
                .build();
    }

    private String fileName() {
        return document().substring(document().lastIndexOf('/') + 1);
    }

    private MetadataDocument document(byte[] content) {
        return new MetadataDocument("memory:" + fileName(), ByteBuffer.wrap(content));
    }
}

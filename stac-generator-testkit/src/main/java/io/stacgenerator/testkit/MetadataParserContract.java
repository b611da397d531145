package io.stacgenerator.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.MetadataParser;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contract of {@link MetadataParser}: extend it, supply the parser and a document that it reads.
 *
 * @since 0.1.0
 */
public abstract class MetadataParserContract {

    private static final List<String> OF_AN_ITEM = List.of(
            "type",
            "stac_version",
            "stac_extensions",
            "id",
            "geometry",
            "bbox",
            "properties",
            "links",
            "assets",
            "collection");

    /**
     * Returns the parser, the same one throughout a test.
     *
     * @return the parser under test
     */
    protected abstract MetadataParser parser();

    /**
     * Returns the name of a file of metadata.
     *
     * @return such as {@code scene.acme}
     */
    protected abstract String fileName();

    /**
     * Returns a document.
     *
     * @return the bytes of a file that the parser reads
     */
    protected abstract byte[] example();

    /**
     * Returns the provider that requests name.
     *
     * @return null, as by default, when the parser knows its documents without
     */
    protected @Nullable String provider() {
        return null;
    }

    @Test
    void hasAnId() {
        assertThat(parser().id()).matches("[a-z0-9-]+");
    }

    @Test
    void supportsItsDocuments() {
        MetadataDocument document = document(example());
        assertThat(parser().supports(document, provider())).isTrue();
        assertThat(document.content().position()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"type\": \"Feature\"}", "<a/>", "\u0000\u0001", "a = b\n"})
    void declinesDocumentsOfOthers(String text) {
        assertThat(parser().supports(
                                new MetadataDocument("memory:other.txt", ByteBuffer.wrap(text.getBytes(UTF_8))), null))
                .isFalse();
    }

    @Test
    void mapsADocumentToStac() {
        Map<String, Object> item = parse(example());
        assertThat(item).isNotEmpty();
        assertThat(item.keySet()).isSubsetOf(OF_AN_ITEM);
        assertThatCode(() -> JsonText.compact(item)).doesNotThrowAnyException();
    }

    @Test
    void saysTheSameEachTimeAndInEachThread() {
        Map<String, Object> expected = parse(example());
        assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> parse(example())))
                .allMatch(expected::equals);
    }

    @Test
    void isMergedIntoAnItemWithoutWarnings() {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        GenerationOptions options =
                GenerationOptions.builder().datetime(Instant.EPOCH).build();
        try (StacGenerator generator = StacGenerator.builder()
                .install(storage)
                .install(parser())
                .options(options)
                .build()) {
            assertThat(generator
                            .generate(GenerationRequest.builder()
                                    .assetPaths(storage.put("asset.txt", "text".getBytes(UTF_8)))
                                    .metadataPaths(storage.put(fileName(), example()))
                                    .provider(provider())
                                    .build())
                            .warnings())
                    .isEmpty();
        }
    }

    @Test
    void reportsDocumentsThatAreBroken() {
        byte[] whole = example();
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 200)) {
            MetadataDocument broken = document(Arrays.copyOf(whole, length));
            if (parser().supports(broken, provider())) {
                assertThatCode(() -> parser().parse(broken, FakeContext.of()))
                        .as("the first %d bytes", length)
                        .satisfiesAnyOf(
                                error -> assertThat(error).isNull(),
                                error -> assertThat(error)
                                        .isInstanceOfSatisfying(
                                                StacGeneratorException.class,
                                                e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_METADATA)));
            }
        }
    }

    private Map<String, Object> parse(byte[] content) {
        return parser().parse(document(content), FakeContext.of());
    }

    private MetadataDocument document(byte[] content) {
        return new MetadataDocument("memory:" + fileName(), ByteBuffer.wrap(content));
    }
}

package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.MetadataParser;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.raster.Raster;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service of others that breaks down is reported by its name, and takes nothing else with it. */
final class FaultyServicesTest {

    private final Scene scene = new Scene();
    private final AtomicInteger shutdowns = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"read", "apply", "check"})
    void extensionIsNamed(String method) {
        assertNamed(builder().install(new Extension("acme", method)), "extension 'acme'", Extension.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recognizes", "open"})
    void readerIsNamed(String method) {
        assertNamed(builder().install(new Reader(method)), "raster reader 'acme'", Reader.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"supports", "parse"})
    void parserIsNamed(String method) {
        assertNamed(builder().install(new Parser(method)), "metadata parser 'acme'", Parser.class);
    }

    @Test
    void extensionThatCannotNameItsFieldsIsNamedWhenTheGeneratorIsBuilt() {
        StacGenerator.Builder builder = builder().install(new Extension("acme", "fields"));

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(builder::build)
                .withMessageContaining("extension 'acme' (" + Extension.class.getName() + ")")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_SERVICE));
    }

    @Test
    void everyServiceIsShutDownOnceAlthoughOneFails() {
        StacGenerator generator = builder()
                .install(new Extension("a", "shutdown"))
                .install(new Extension("b", "shutdown"))
                .install(new Extension("c", ""))
                .build();

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(generator::close)
                .withMessageContaining("service 'a'")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        generator.close();

        assertThat(shutdowns).hasValue(3);
    }

    private StacGenerator.Builder builder() {
        return StacGenerator.builder().install(scene.storage());
    }

    private void assertNamed(StacGenerator.Builder builder, String name, Class<?> type) {
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths(scene.putCog("a.tif"))
                .metadataPaths(scene.put("a.json", "{}"))
                .build();
        try (StacGenerator generator = builder.build()) {
            assertThatExceptionOfType(StacGeneratorException.class)
                    .isThrownBy(() -> generator.generate(request))
                    .withMessageContaining("%s (%s) failed with", name, type.getName())
                    .withMessageContaining("IllegalStateException: out of order")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL));
        }
    }

    private static void fail(String broken, String method) {
        if (broken.equals(method)) {
            throw new IllegalStateException("out of order");
        }
    }

    private final class Extension implements StacExtension {

        private final String id;
        private final String broken;

        private Extension(String id, String broken) {
            this.id = id;
            this.broken = broken;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String schemaUri(StacVersion version) {
            return "https://example.com/%s/v1.0.0/schema.json".formatted(id);
        }

        @Override
        public List<Field> fields() {
            fail(broken, "fields");
            return List.of();
        }

        @Override
        public void read(AssetDraft asset, StorageObject object, GenerationContext context) {
            fail(broken, "read");
        }

        @Override
        public void apply(ItemDraft item, GenerationContext context) {
            fail(broken, "apply");
            item.properties().put(id + ":level", 2);
        }

        @Override
        public List<Fault> check(io.stacgenerator.model.StacItem item) {
            fail(broken, "check");
            return List.of();
        }

        @Override
        public void shutdown() {
            shutdowns.incrementAndGet();
            fail(broken, "shutdown");
        }
    }

    private record Reader(String broken) implements RasterReader {

        @Override
        public String id() {
            return "acme";
        }

        @Override
        public boolean recognizes(ByteBuffer head, StorageObject object) {
            fail(broken, "recognizes");
            return true;
        }

        @Override
        public Raster open(StorageObject object, GenerationContext context) {
            throw new IllegalStateException("out of order");
        }
    }

    private record Parser(String broken) implements MetadataParser {

        @Override
        public String id() {
            return "acme";
        }

        @Override
        public boolean supports(MetadataDocument document, String provider) {
            fail(broken, "supports");
            return true;
        }

        @Override
        public Map<String, Object> parse(MetadataDocument document, GenerationContext context) {
            throw new IllegalStateException("out of order");
        }
    }
}

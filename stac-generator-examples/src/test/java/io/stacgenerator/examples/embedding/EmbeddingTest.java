package io.stacgenerator.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.model.StacItem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the document on embedding are classes that work. */
final class EmbeddingTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "embedding.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "stacgenerator", "examples", "embedding");
    private static final Pattern CLASS_BLOCK = Pattern.compile("```java\n(/\\*\\*.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    static List<String> examples() throws IOException {
        return CLASS_BLOCK
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleOfTheDocumentIsAClass(String example) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<String> sources = files.map(EmbeddingTest::read).toList();
            assertThat(sources).anyMatch(source -> source.endsWith(example));
        }
    }

    @Test
    void documentShowsEveryExample() throws IOException {
        assertThat(String.join("", examples()))
                .contains("class PerRequest", "class HostThreads", "class JacksonTree", "class Observed");
    }

    @Test
    void uploadIsReadFromMemoryAndPublishedElsewhere() throws IOException {
        try (StacGenerator generator = StacGenerator.create()) {
            StacItem item = PerRequest.item(
                    generator, tiff(), Map.of("properties", Map.of("datetime", "2024-05-01T10:20:30Z")), "secret");

            assertThat(item.assets().get("visual").href()).contains("https://data.example.com/scenes/upload.tif");
            assertThat(item.property("constellation", String.class)).contains("acme");
            assertThat(item.toJson()).doesNotContain("secret");
        }
    }

    @Test
    void hostGivesTheThreads() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try (HostThreads application = new HostThreads(pool)) {
            assertThat(application
                            .item(request())
                            .get(30, TimeUnit.SECONDS)
                            .item()
                            .assets())
                    .hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void treesGoInAndOut() throws IOException {
        JsonNode request = JsonMapper.shared().valueToTree(request());
        try (StacGenerator generator = StacGenerator.create()) {
            JsonNode item = JacksonTree.item(generator, request);

            assertThat(item.get("type").asString()).isEqualTo("Feature");
            assertThat(item.get("assets").size()).isEqualTo(1);
        }
    }

    @Test
    void hostSeesRequests() throws IOException {
        TestObservationRegistry registry = TestObservationRegistry.create();
        try (StacGenerator generator = Observed.generator(registry)) {
            generator.generate(request());
        }
        TestObservationRegistryAssert.assertThat(registry)
                .hasObservationWithNameEqualTo("stac.generate")
                .that()
                .hasBeenStopped();
    }

    private GenerationRequest request() throws IOException {
        Path file = Files.write(folder.resolve("scene.tif"), tiff());
        return GenerationRequest.builder()
                .assetPaths(file.toString())
                .option("datetime", "2024-05-01T10:20:30Z")
                .build();
    }

    private static byte[] tiff() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_GRAY), "tiff", bytes);
        return bytes.toByteArray();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

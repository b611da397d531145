package io.stacgenerator.examples.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples in the document are those of the plugin that is built and tested. */
final class ExtendingTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "extending.md");
    private static final Path PLUGIN = Path.of("plugin", "src", "main", "java");
    private static final Pattern CLASS_BLOCK = Pattern.compile("```java\n(/\\*\\*.*?)```", Pattern.DOTALL);

    static List<String> examples() throws IOException {
        return CLASS_BLOCK
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsAClassOfThePlugin(String example) throws IOException {
        assertThat(sources()).anyMatch(source -> source.endsWith(example));
    }

    @Test
    void eachServiceHasAnExample() throws IOException {
        assertThat(String.join("", examples()))
                .contains("implements StacExtension", "implements StorageResolver", "implements RasterReader")
                .contains("implements MetadataParser", "implements Vendor");
    }

    @Test
    void tableOfTheVendorIsThatOfThePlugin() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(
                        "```\n" + Files.readString(PLUGIN.resolveSibling("resources/com/acme/stac/acme.txt")) + "```");
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(PLUGIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ExtendingTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

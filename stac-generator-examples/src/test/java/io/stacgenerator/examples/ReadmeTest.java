package io.stacgenerator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Path EXAMPLE = Path.of("src/main/java/io/stacgenerator/examples/QuickStart.java");

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern BODY_OF_MAIN =
            Pattern.compile(" main\\(String\\.\\.\\. args\\) \\{\n(.*?)\n    }\n", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)");

    @Test
    void exampleIsTheCompiledClass() throws IOException {
        String example = only(BODY_OF_MAIN, Files.readString(EXAMPLE));

        assertThat(only(JAVA_BLOCK, Files.readString(ROOT.resolve("README.md"))))
                .isEqualTo(example.stripIndent() + "\n");
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path document) throws IOException {
        assertThat(LINK.matcher(Files.readString(document))
                        .results()
                        .map(link -> link.group(1))
                        .filter(link -> !link.startsWith("https:")))
                .allMatch(link -> Files.exists(document.resolveSibling(link)));
    }

    private static String only(Pattern pattern, String text) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        assertThat(found).hasSize(1);
        return found.get(0).group(1);
    }
}

package io.stacgenerator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests that the threat model names. */
final class SecurityDocTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAME = Pattern.compile("`(\\w+Test)`");

    @ParameterizedTest
    @ValueSource(strings = {"SECURITY.md", "docs/security.md"})
    void namesTestsThatExist(String document) throws IOException {
        Set<String> tests = tests();
        List<String> named = NAME.matcher(Files.readString(ROOT.resolve(document), UTF_8))
                .results()
                .map(name -> name.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(tests).containsAll(named);
    }

    @Test
    void namesATestForEachBoundary() throws IOException {
        List<String> rows = Files.readString(ROOT.resolve("SECURITY.md"), UTF_8)
                .lines()
                .dropWhile(line -> !line.equals("| boundary | held by |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(8).allMatch(row -> NAME.matcher(row).find());
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SecurityDocTest::names)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> names(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

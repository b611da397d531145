package io.stacgenerator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that the threat model names exist. */
final class SecurityTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| .+ \\| `.+Test`.* \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    @Test
    void eachBoundaryIsHeldByTestsThatExist() throws IOException {
        String document = Files.readString(ROOT.resolve("SECURITY.md"));
        List<String> named =
                TEST.matcher(document).results().map(test -> test.group(1)).toList();
        assertThat(ROW.matcher(document).results()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() throws IOException {
        Set<String> tests = new HashSet<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(ROOT, "stac-generator-*")) {
            for (Path module : modules) {
                tests.addAll(testsOf(module.resolve("src").resolve("test")));
            }
        }
        return tests;
    }

    private static List<String> testsOf(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
        }
    }
}

package io.stacgenerator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM has no parent, so that nothing of its dependency management comes along; it keeps up by this test. */
final class BomTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(stac-generator-.+)</artifactId>");
    private static final Pattern VERSION = Pattern.compile("<version>(.+)</version>");

    @Test
    void namesEachModuleThatIsPublished() throws IOException {
        // Spark's module is built and published apart, by a profile.
        List<String> published = all(MODULE, ROOT.resolve("pom.xml")).stream()
                .filter(module -> !List.of("stac-generator-examples", "stac-generator-spark")
                        .contains(module))
                .toList();
        assertThat(all(ARTIFACT, bom())).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void hasTheVersionOfTheModules() throws IOException {
        assertThat(all(VERSION, bom()).get(0))
                .isEqualTo(all(VERSION, ROOT.resolve("pom.xml")).get(0));
    }

    private static Path bom() {
        return ROOT.resolve("stac-generator-bom").resolve("pom.xml");
    }

    private static List<String> all(Pattern pattern, Path file) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(file));
        return matcher.results().map(found -> found.group(1)).toList();
    }
}

package io.stacgenerator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reachability metadata, by which GraalVM builds native images, name all that is found by its name. */
final class ReachabilityTest {

    private static final Pattern GLOB = Pattern.compile("\"glob\": \"(.+)\"");
    private static final Pattern TYPE = Pattern.compile("\"type\": \"(.+)\"");

    /** Classes of core that it looks for by name, since what they need may be missing. */
    private static final List<String> BY_NAME = List.of("io.stacgenerator.internal.gdal.GdalCrsEngine");

    @ParameterizedTest
    @ValueSource(strings = {"core", "azure", "gcs", "redis", "s3"})
    void resourcesAndProvidersAreNamed(String module) throws IOException {
        Path resources = Path.of("..", "stac-generator-" + module, "src", "main", "resources");
        Path folder = resources.resolve("META-INF/native-image/io.stacgenerator/stac-generator-" + module);
        String metadata = Files.readString(folder.resolve("reachability-metadata.json"));
        List<PathMatcher> globs = named(GLOB, metadata).stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();

        List<String> expected = new ArrayList<>(module.equals("core") ? BY_NAME : List.of());
        for (Path file : files(resources)) {
            assertThat(globs).as("%s", file).anyMatch(glob -> glob.matches(file));
            if (file.startsWith("META-INF/services")) {
                expected.addAll(Files.readAllLines(resources.resolve(file)));
            }
        }
        assertThat(named(TYPE, metadata)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<Path> files(Path resources) throws IOException {
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(Files::isRegularFile)
                    .map(resources::relativize)
                    .filter(file -> !file.startsWith("META-INF/native-image"))
                    .toList();
        }
    }

    private static List<String> named(Pattern pattern, String metadata) {
        return pattern.matcher(metadata)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}

package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {

    private static final String SHOWN = "running: stac-generator ";

    @TempDir
    private Path folder;

    @Test
    void printsTheItemOfTheScene() {
        Run run = Run.of("demo", "--folder", folder);
        assertThat(run.exitCode()).isZero();
        assertThat(run.json()).containsEntry("id", "demo-scene").containsEntry("collection", "demo-scenes");
        assertThat(folder).isDirectoryContaining("glob:**/scene.tif");
    }

    @Test
    void theCommandThatItShowsMakesTheSameItem() {
        Run run = Run.of("demo", "--folder", folder);
        String shown = run.errLines().stream()
                .filter(line -> line.startsWith(SHOWN))
                .findFirst()
                .orElseThrow();
        assertThat(Run.of((Object[]) shown.substring(SHOWN.length()).split(" ")).json())
                .isEqualTo(run.json());
    }

    @Test
    void asksForAnotherFolderWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Run run = Run.of("demo", "--folder", file.resolve("scene"));
        assertThat(run.errLines()).first().asString().matches("error: cannot write to .*, expected another --folder");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}

package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheSceneOverHttp() throws IOException {
        Training.main(new String[] {folder.toString()});

        assertThat(folder.resolve("item.json")).content().contains("EPSG:32632", "http://127.0.0.1:");
    }
}

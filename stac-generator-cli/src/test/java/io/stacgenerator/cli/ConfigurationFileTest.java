package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.cli.demo.DemoScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationFileTest {

    @TempDir
    private Path folder;

    private Program generate(Path configuration, Object... more) throws IOException {
        Path scene = DemoScene.write(folder.resolve("scene")).image();
        Object[] args = more.length == 0
                ? new Object[] {"generate", scene}
                : new Object[] {"generate", scene, more[0], more[1]};
        return Program.start(List.of(), Map.of("STAC_GENERATOR_CONFIG", configuration.toString()), args);
    }

    @Test
    void givesDefaultsThatArgumentsOverride() throws Exception {
        Path file = Files.writeString(folder.resolve("config"), "id=all\ngenerate.stac-version=1.0.0\nserve.port=1\n");
        try (Program program = generate(file)) {
            assertThat(Run.json(program.out())).containsEntry("id", "all").containsEntry("stac_version", "1.0.0");
        }
        try (Program program = generate(file, "--id", "typed")) {
            assertThat(Run.json(program.out())).containsEntry("id", "typed");
        }
    }

    @Test
    void aFileThatIsNotThereIsOneClearLine() throws Exception {
        try (Program program = generate(folder.resolve("no"))) {
            program.awaitLine("^error: .*cannot read .*/no, which STAC_GENERATOR_CONFIG names: there is no such file");
            assertThat(program.exitCode()).isNotZero();
        }
    }
}

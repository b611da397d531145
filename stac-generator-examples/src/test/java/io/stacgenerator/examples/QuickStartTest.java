package io.stacgenerator.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.cli.demo.DemoScene;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuickStartTest {

    @Test
    void printsAnItem(@TempDir Path folder) throws IOException {
        DemoScene scene = DemoScene.write(folder);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stdout = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            QuickStart.main(scene.image().toString(), scene.metadata().toString());
        } finally {
            System.setOut(stdout);
        }
        assertThat(printed.toString(UTF_8)).contains("\"Feature\"", "\"demo-1\"");
    }
}

package io.stacgenerator.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.job.InMemoryJobQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What openapi-typescript makes of the document compiles, is strict, and calls the service. */
@EnabledIfSystemProperty(
        named = TypeScriptClientTest.PROPERTY,
        matches = ".+",
        disabledReason = "the profile npm sets the property " + TypeScriptClientTest.PROPERTY)
@Timeout(300)
final class TypeScriptClientTest {

    static final String PROPERTY = "stacgenerator.npm";

    private static final String CLIENT = "client.ts";

    @TempDir
    private Path folder;

    private Path modules;

    @BeforeEach
    void generate() throws IOException, InterruptedException {
        modules = Path.of(System.getProperty(PROPERTY)).toAbsolutePath();
        Files.createSymbolicLink(folder.resolve("node_modules"), modules);
        Files.writeString(folder.resolve("package.json"), "{\"type\": \"module\"}");
        Files.copy(Path.of("src/test/typescript", CLIENT), folder.resolve(CLIENT));
        Files.copy(StacService.class.getResourceAsStream("openapi.json"), folder.resolve("openapi.json"));
        assertThat(run(tool("openapi-typescript"), "openapi.json", "-o", "openapi.ts"))
                .contains("openapi.ts");
    }

    private String tool(String name) {
        return modules.resolve(".bin").resolve(name).toString();
    }

    private String compile() throws IOException, InterruptedException {
        return run(
                tool("tsc"),
                "--strict",
                "--module",
                "nodenext",
                "--target",
                "es2022",
                "--lib",
                "es2022,dom",
                "--skipLibCheck",
                CLIENT);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.of(command).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void theClientCompilesAndCallsTheService() throws Exception {
        assertThat(compile()).isEmpty();
        String image = DemoScene.write(folder).image().toString();
        try (RunningService running = new RunningService(folder, new InMemoryJobQueue(), 1, null)) {
            String base = "http://127.0.0.1:" + running.service().port();
            assertThat(run("node", "client.js", base, image)).isEqualTo("finished true 1 0 Polygon 200\n");
        }
    }

    @Test
    void whatTheServiceDoesNotKnowDoesNotCompile() throws Exception {
        String client = Files.readString(folder.resolve(CLIENT));
        for (List<String> change : List.of(
                List.of("each.item_id", "each.itemId"),
                List.of("statistics: 'exact'", "statistics: 'all'"),
                List.of("'/workers'", "'/people'"))) {
            Files.writeString(folder.resolve(CLIENT), client.replace(change.get(0), change.get(1)));
            assertThat(compile()).as(change.get(1)).contains("client.ts(", "error TS");
        }
    }
}

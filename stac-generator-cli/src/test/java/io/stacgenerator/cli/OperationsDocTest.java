package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The units and manifests of docs/operations.md fit each other and the command line. */
final class OperationsDocTest {

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern UNIT = Pattern.compile("```ini\n# /etc/systemd/(.*?)```", Pattern.DOTALL);
    private static final int GRACE = 25;

    /** A supervisor waits so long for its process after the time of grace. */
    private static final int MARGIN = 10;

    private static String text() throws IOException {
        return Files.readString(Path.of("../docs/operations.md"));
    }

    private static String yaml() throws IOException {
        return YAML.matcher(text()).results().findFirst().orElseThrow().group(1);
    }

    private static List<Value> manifests(String kind) throws IOException {
        List<Value> manifests = new ArrayList<>();
        for (Object manifest : new Load(LoadSettings.builder().build()).loadAllFromString(yaml())) {
            manifests.add(new Value(manifest));
        }
        return manifests.stream()
                .filter(manifest -> manifest.at("kind").is(kind))
                .toList();
    }

    private static List<Value> deployments() throws IOException {
        return manifests("Deployment");
    }

    static Stream<String> units() throws IOException {
        return UNIT.matcher(text()).results().map(unit -> unit.group(1));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aDeploymentRunsACommandThatIsKnown(Value deployment) {
        parse(deployment.container().at("args").strings());
        assertThat(deployment
                        .at("spec", "template", "spec", "terminationGracePeriodSeconds")
                        .value())
                .isInstanceOfSatisfying(
                        Integer.class, seconds -> assertThat(seconds).isGreaterThan(GRACE + MARGIN));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aDeploymentSelectsItsOwnPods(Value deployment) {
        assertThat(deployment.at("spec", "selector", "matchLabels").value())
                .isEqualTo(
                        deployment.at("spec", "template", "metadata", "labels").value());
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aProbeAsksForWhatThereIs(Value deployment) {
        Value container = deployment.container();
        Object port = container.at("ports").first().at("containerPort").value();
        assertThat(container.at("readinessProbe", "httpGet").value()).isEqualTo(Map.of("path", "/ready", "port", port));
        List<String> arguments = container.at("args").strings();
        assertThat(arguments.contains("--port") ? arguments.get(arguments.indexOf("--port") + 1) : "7070")
                .isEqualTo(port.toString());
    }

    @Test
    void whatIsScaledIsThereAndByTheStreamOfTheQueue() throws IOException {
        Value scaled = manifests("ScaledObject").get(0);
        assertThat(deployments())
                .extracting(deployment -> deployment.at("metadata", "name").value())
                .contains(scaled.at("spec", "scaleTargetRef", "name").value());
        assertThat(scaled.at("spec", "triggers")
                        .first()
                        .at("metadata", "stream")
                        .value())
                .as("as docs/jobs.md names it")
                .isEqualTo("stac:{default}:stream:1");
        assertThat(Files.readString(Path.of("../docs/jobs.md"))).contains("XINFO GROUPS 'stac:{default}:stream:1'");
    }

    @ParameterizedTest
    @MethodSource("units")
    void aUnitRunsACommandThatIsKnownAndLetsItEnd(String unit) {
        Map<String, String> settings = unit.lines()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        List<String> command = Arrays.asList(settings.get("ExecStart").split(" ", -1));
        assertThat(command.get(0)).endsWith("/bin/stac-generator");
        parse(command.subList(1, command.size()));
        assertThat(Integer.parseInt(settings.get("TimeoutStopSec"))).isGreaterThan(GRACE + MARGIN);
        assertThat(settings.get("RestartPreventExitStatus")).isEqualTo("2");
    }

    @Test
    void bothKindsOfProcessesHaveAUnitAndADeployment() throws IOException {
        assertThat(units()).hasSize(2);
        assertThat(deployments()).hasSize(2);
    }

    private static void parse(List<String> arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        assertThat(Main.commandLine(nowhere, nowhere)
                        .parseArgs(arguments.toArray(String[]::new))
                        .hasSubcommand())
                .isTrue();
    }

    @Test
    @EnabledIfSystemProperty(
            named = "stacgenerator.npm",
            matches = ".+",
            disabledReason = "the profile npm sets the property stacgenerator.npm")
    void manifestsAreValidByTheSchemasOfKubernetesAndKeda(@TempDir Path folder) throws Exception {
        Files.createSymbolicLink(
                folder.resolve("node_modules"),
                Path.of(System.getProperty("stacgenerator.npm")).toAbsolutePath());
        Files.copy(Path.of("src/test/manifests/check.mjs"), folder.resolve("check.mjs"));
        Path good = Files.writeString(folder.resolve("good.yaml"), yaml());
        Path bad = Files.writeString(folder.resolve("bad.yaml"), yaml().replace("replicas: 2", "replicas: two"));
        assertThat(check(folder, good)).isEqualTo("""
                        Deployment stac-generator
                        Deployment stac-generator-worker
                        ScaledObject stac-generator-worker
                        """);
        assertThat(check(folder, bad)).contains("replicas must be integer");
    }

    private static String check(Path folder, Path manifests) throws Exception {
        Process process = new ProcessBuilder("node", "check.mjs", manifests.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A value of a manifest. */
    private record Value(Object value) {

        Value at(String... names) {
            Object found = value;
            for (String name : names) {
                found = ((Map<?, ?>) found).get(name);
            }
            return new Value(found);
        }

        Value first() {
            return new Value(((List<?>) value).get(0));
        }

        Value container() {
            return at("spec", "template", "spec", "containers").first();
        }

        boolean is(Object other) {
            return other.equals(value);
        }

        List<String> strings() {
            return ((List<?>) value).stream().map(Object::toString).toList();
        }
    }
}

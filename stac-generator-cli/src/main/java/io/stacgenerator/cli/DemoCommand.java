package io.stacgenerator.cli;

import io.stacgenerator.cli.console.Console;
import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.cli.file.Input;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Makes a scene and its item. */
@Command(
        name = "demo",
        description = "Makes a small Cloud Optimized GeoTIFF with its metadata, shows the command that makes an item "
                + "of them, and runs it.",
        footer = {"  ${COMMAND-FULL-NAME}", "  ${COMMAND-FULL-NAME} --folder /tmp/scene > item.json"})
final class DemoCommand extends Subcommand {

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where to write the scene; by default stac-generator-demo in the working directory.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
        CommandLine main = command().getParent();
        Path place = shortened(
                folder == null ? Path.of(System.getProperty("stac-generator.demo", "stac-generator-demo")) : folder);
        List<String> arguments = arguments(scene(place));
        Console console = console();
        console.note("made a Cloud Optimized GeoTIFF, its metadata and a collection in " + place);
        console.note("running: %s %s".formatted(main.getCommandName(), quoted(arguments)));
        if (main.<Main>getCommand().verbose()) {
            arguments.add("--verbose");
        }
        String[] args = arguments.toArray(String[]::new);
        return Main.commandLine(main.getOut(), main.getErr(), args).execute(args);
    }

    private DemoScene scene(Path place) {
        try {
            return DemoScene.write(place);
        } catch (IOException e) {
            throw new ParameterException(
                    command(),
                    "cannot write to %s: %s, expected another --folder".formatted(place, Input.reason(e)),
                    e);
        }
    }

    private static List<String> arguments(DemoScene scene) {
        return new ArrayList<>(List.of(
                "generate",
                scene.image().toString(),
                "--metadata",
                scene.metadata().toString(),
                "--collection",
                scene.collection().toString(),
                "--id",
                "demo-scene"));
    }

    private static Path shortened(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = path.toAbsolutePath().normalize();
        return whole.startsWith(here) && !whole.equals(here) ? here.relativize(whole) : whole;
    }

    private static String quoted(List<String> arguments) {
        return arguments.stream()
                .map(each -> each.matches("[\\w@%+=:,./-]+") ? each : "'" + each.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}

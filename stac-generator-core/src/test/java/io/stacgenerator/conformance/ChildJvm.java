package io.stacgenerator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a program of the tests in a Java virtual machine of its own, for settings that hold for a whole process. It
 * looks for GDAL where this one does, unless the options name another place.
 */
public final class ChildJvm {

    private static final String GDAL = "stacgenerator.gdal.library";

    private ChildJvm() {}

    /**
     * Runs a program to its end.
     *
     * @param program a class with a main method
     * @param options options of the virtual machine
     * @param arguments arguments of the program
     * @return the lines that it printed
     */
    public static List<String> run(Class<?> program, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (System.getProperty(GDAL) != null) {
            command.add("-D%s=%s".formatted(GDAL, System.getProperty(GDAL)));
        }
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("child", ".out");
        Path errors = Files.createTempFile("child", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile())
                    .start();
            assertThat(process.waitFor())
                    .as(() -> "exit code of %s: %s".formatted(program.getName(), read(errors)))
                    .isZero();
            return Files.readAllLines(out);
        } finally {
            Files.delete(out);
            Files.delete(errors);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }
}

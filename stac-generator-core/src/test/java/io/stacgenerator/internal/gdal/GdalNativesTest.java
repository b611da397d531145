package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.material.JavaProcess;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.RasterReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GdalNativesTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhereTheyShouldBeAndHowToAddThem() {
        GdalNatives natives = GdalNatives.load(folder.resolve("none.so").toString(), "");

        assertThat(natives.available()).isFalse();
        assertThat(natives.missing())
                .hasValueSatisfying(text -> assertThat(text)
                        .contains(folder.resolve("none.so") + " is not a file")
                        .contains("scripts/install-gdal")
                        .contains("-Dstacgenerator.gdal.library"));
    }

    @Test
    void saysWhyTheyDoNotLoad() throws IOException {
        Path library = Files.writeString(folder.resolve("broken.so"), "no library");

        assertThat(run("-D" + GdalNatives.PROPERTY + "=" + library).out())
                .startsWith("true")
                .contains("does not load from " + library);
    }

    @Test
    void looksInTheFoldersOfTheLibraryPathFirst() throws IOException {
        Path library = Files.writeString(folder.resolve(System.mapLibraryName("gdalalljni")), "no library");
        String path = "/no/such/folder" + File.pathSeparator + folder;

        assertThat(run("-Djava.library.path=" + path).out()).contains("does not load from " + library);
    }

    @Test
    void withoutGdalItsFormatsAreRecognizedAndNothingIsLogged() throws IOException {
        JavaProcess run = run("-D" + GdalNatives.PROPERTY + "=/no/such/library.so");

        assertThat(run.out()).startsWith("true").contains("/no/such/library.so");
        assertThat(run.err()).isEmpty();
    }

    @Test
    @RequiresGdal
    void isSilentWithGdal() throws IOException {
        assumeTrue(Runtime.version().feature() < 24, "this Java warns of native access");
        Fixtures.write(Fixtures.memory(20, 10, 2, Fixtures.BYTE), "netCDF", folder.resolve("a.nc"), "FORMAT=NC4");
        JavaProcess run = run();

        assertThat(run.out()).isEqualTo("true");
        assertThat(run.err()).isEmpty();
    }

    /** Java 24 and newer refuse natives where they are told to. */
    @Test
    @RequiresGdal
    void tellsInTheItemThatAJavaDeniesNatives() throws IOException {
        Path java = Stream.of(System.getProperty("java.home"), "/usr/lib/jvm/temurin-25-jdk-amd64")
                .map(home -> Path.of(home, "bin", "java"))
                .filter(each -> each.toString().contains("25") && Files.isExecutable(each))
                .findFirst()
                .orElse(null);
        assumeTrue(java != null, "no JDK 25 is installed");
        Path image = Fixtures.write(Fixtures.memory(), "netCDF", folder.resolve("image.nc"));
        JavaProcess process = JavaProcess.run(
                List.of(java.toString(), "--illegal-native-access=deny"), Denied.class, image.toString());

        assertThat(process.exit()).as(process.err()).isZero();
        assertThat(process.out())
                .contains("missing: NetCDF")
                .contains("raster-unsupported: ")
                .contains("IllegalCallerException");
    }

    /** Describes the installation and makes an Item. */
    static final class Denied {

        private Denied() {}

        public static void main(String... args) {
            GenerationOptions options =
                    GenerationOptions.builder().datetime(Instant.EPOCH).build();
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
            try (StacGenerator generator =
                    StacGenerator.builder().options(options).build()) {
                generator.describe().missing().forEach(missing -> out.println("missing: " + missing));
                generator
                        .generate(
                                GenerationRequest.builder().assetPaths(args[0]).build())
                        .warnings()
                        .forEach(warning -> out.println(warning.code() + ": " + warning.message()));
            }
        }
    }

    /** Starts a Java of its own, as natives are looked for once. */
    private JavaProcess run(String... options) throws IOException {
        Files.write(folder.resolve("a.png"), "\u0089PNG\r\n\u001a\nxxxxxxxxxxxxxxxxxxx".getBytes(ISO_8859_1));
        List<String> command = new ArrayList<>(List.of(JavaProcess.java()));
        command.addAll(List.of(options));
        return JavaProcess.run(command, Asking.class, folder.toString());
    }

    /**
     * Asks the reader about a file that is no PNG after its signature, and has it and others opened by many threads.
     */
    static final class Asking {

        private Asking() {}

        public static void main(String... args) throws IOException {
            Path folder = Path.of(args[0]);
            RasterReader reader = new GdalReader();
            boolean recognized = Fixtures.recognizes(reader, Fixtures.local(folder.resolve("a.png")));
            if (recognized && reader.missing().isEmpty()) {
                open(folder);
            }
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8)
                    .print(recognized + reader.missing().map(text -> " " + text).orElse(""));
        }

        private static void open(Path folder) {
            assertThatThrownBy(() -> Fixtures.info(folder.resolve("a.png"))).hasMessageContaining("GDAL cannot open");
            CompletableFuture.allOf(
                            readOften(folder.resolve("a.nc")),
                            readOften(folder.resolve("a.nc")),
                            readOften(folder.resolve("a.nc")))
                    .join();
        }

        private static CompletableFuture<Void> readOften(Path file) {
            return CompletableFuture.runAsync(
                    () -> IntStream.range(0, 20).forEach(i -> Fixtures.info(file)), work -> new Thread(work).start());
        }
    }
}

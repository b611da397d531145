package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.material.JavaProcess;
import io.stacgenerator.material.RequiresGdal;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that is deployed again has a new class loader, to which the JVM does not give natives that the old one
 * has loaded.
 */
@RequiresGdal
final class RedeployTest {

    /** The Laborde grid of Madagascar, which only PROJ transforms. */
    private static final int LABORDE = 29701;

    @TempDir
    private Path folder;

    @Test
    void secondClassLoaderSaysWhatItsItemsLack() throws IOException {
        JavaProcess process = deployTwice("own");

        assertThat(process.out().lines())
                .containsExactly(
                        "first deployment",
                        "raster.img located: []",
                        "raster.img located: []",
                        "system.tif located: []",
                        "system.tif located: []",
                        "plain.tif located: []",
                        "plain.tif located: []",
                        "second deployment",
                        "raster.img nowhere: [raster-unsupported]",
                        "raster.img nowhere: [raster-unsupported]",
                        "system.tif nowhere: [crs-unsupported]",
                        "system.tif nowhere: [crs-unsupported]",
                        "plain.tif located: []",
                        "plain.tif located: []");
        assertThat(process.err().lines())
                .filteredOn(line -> line.contains("already loaded"))
                .hasSize(1);
    }

    @Test
    void bindingsThatDeploymentsShareServeThemAll() throws IOException {
        JavaProcess process = deployTwice("shared");

        assertThat(process.out().lines())
                .hasSize(14)
                .filteredOn(line -> !line.endsWith("deployment"))
                .allMatch(line -> line.endsWith("located: []"));
    }

    private JavaProcess deployTwice(String bindings) throws IOException {
        Path raster = Fixtures.write(Fixtures.memory(), "HFA", folder.resolve("raster.img"));
        Path system = write("system.tif", TiffImage.of(20, 10).located(500000, 500000, 10, LABORDE));
        Path plain = write("plain.tif", TiffImage.of(20, 10).located(380000, 5200000, 10, 32632));
        String natives = System.getProperty(GdalNatives.PROPERTY, "/usr/lib/jni/x");
        JavaProcess process = JavaProcess.run(
                List.of(
                        JavaProcess.java(),
                        "-Djava.library.path=" + Path.of(natives).getParent()),
                Server.class,
                bindings,
                raster.toString(),
                system.toString(),
                plain.toString());
        assertThat(process.exit()).as(process.err()).isZero();
        return process;
    }

    private Path write(String name, TiffImage image) throws IOException {
        return Files.write(folder.resolve(name), TiffBuilder.of(image).build());
    }

    /** Deploys an application twice. */
    static final class Server {

        private Server() {}

        public static void main(String... args) throws Exception {
            List<URL> application = new ArrayList<>();
            List<URL> shared = new ArrayList<>();
            for (String path : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
                boolean bindings = args[0].equals("shared") && path.matches(".*[/\\\\]gdal-[^/\\\\]+");
                (bindings ? shared : application).add(Path.of(path).toUri().toURL());
            }
            ClassLoader server = new URLClassLoader(shared.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            for (String deployment : List.of("first", "second")) {
                print(deployment + " deployment");
                new URLClassLoader(application.toArray(URL[]::new), server)
                        .loadClass(Application.class.getName())
                        .getMethod("run", String[].class)
                        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
            }
        }
    }

    private static void print(String line) {
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8).println(line);
    }

    /** Makes an Item of each file, twice. */
    public static final class Application {

        private Application() {}

        /** Called in the class loader of each deployment. */
        public static void run(String... files) {
            GenerationOptions options =
                    GenerationOptions.builder().datetime(Instant.EPOCH).build();
            try (StacGenerator generator =
                    StacGenerator.builder().options(options).build()) {
                for (String file : files) {
                    print(outcome(generator, file));
                    print(outcome(generator, file));
                }
            }
        }

        private static String outcome(StacGenerator generator, String file) {
            GenerationResult result = generator.generate(
                    GenerationRequest.builder().assetPaths(file).build());
            return "%s %s: %s"
                    .formatted(
                            Path.of(file).getFileName(),
                            result.item().geometry().isPresent() ? "located" : "nowhere",
                            result.warnings().stream().map(Warning::code).toList());
        }
    }
}

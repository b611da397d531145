package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items are complete whatever class loader a host has, and whatever became of the service files of its jars. */
public final class ClassLoadersTest {

    private static final String AZURE = "io.stacgenerator.azure.AzureStorageResolver";

    @TempDir
    private Path folder;

    private String scene;

    @BeforeEach
    void writeScene() throws IOException {
        scene = Files.write(folder.resolve("scene.tif"), Scene.cog()).toString();
    }

    static Stream<Named<Consumer<StacGenerator.Builder>>> builders() {
        return Stream.of(
                Named.of("discovery switched off", builder -> builder.discovery(false)),
                Named.of("platform loader", builder -> builder.classLoader(ClassLoader.getPlatformClassLoader())),
                Named.of("stopped loader", builder -> builder.classLoader(new Stopped())));
    }

    @ParameterizedTest
    @MethodSource("builders")
    void itemsAreCompleteWhereServicesAreNotFound(Consumer<StacGenerator.Builder> configure) {
        StacGenerator.Builder builder = StacGenerator.builder();
        configure.accept(builder);
        try (StacGenerator generator = builder.build()) {
            assertThat(item(generator, scene)).contains("proj:code", "raster:").isEqualTo(reference());
        }
    }

    static Stream<Named<ClassLoader>> contextLoaders() {
        return Stream.of(
                Named.of("none", null),
                Named.of("platform", ClassLoader.getPlatformClassLoader()),
                Named.of("stopped", new Stopped()));
    }

    @ParameterizedTest
    @MethodSource("contextLoaders")
    void itemsAreCompleteWhateverTheThreadsLoader(ClassLoader loader) throws Exception {
        String made = withContextLoader(loader, () -> item(scene));

        assertThat(made).isEqualTo(reference());
    }

    /** A loader for each plugin, as application servers and OSGi have, and a jar that lost its service files. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itemsAreCompleteWhereTheLibraryHasALoaderOfItsOwn(boolean serviceFiles) throws Exception {
        Class<?> foreign = new Isolated(serviceFiles).loadClass(ClassLoadersTest.class.getName());
        assertThat(foreign).isNotSameAs(ClassLoadersTest.class);

        Object made = foreign.getMethod("item", String.class).invoke(null, scene);

        assertThat(made).isEqualTo(reference());
    }

    @Test
    void stoppedLoaderIsReported() {
        try (StacGenerator generator =
                StacGenerator.builder().classLoader(new Stopped()).build()) {
            assertThat(generator.describe().broken()).isNotEmpty().allMatch(sentence -> sentence.contains("stopped"));
        }
    }

    @Test
    void lostServiceFileOfAModuleIsReported() {
        try (StacGenerator generator =
                StacGenerator.builder().classLoader(new Merged()).build()) {
            assertThat(generator.describe().broken())
                    .singleElement()
                    .asString()
                    .contains(AZURE, "META-INF/services/io.stacgenerator.spi.StorageResolver");
        }
    }

    @Test
    void lostServiceFileDoesNotMatterWithoutDiscovery() {
        try (StacGenerator generator = StacGenerator.builder()
                .classLoader(new Merged())
                .discovery(false)
                .build()) {
            assertThat(generator.describe().broken()).isEmpty();
        }
    }

    private String reference() {
        return item(scene);
    }

    /** Makes an Item with what a generator has by default; called in other class loaders too. */
    public static String item(String href) {
        try (StacGenerator generator = StacGenerator.create()) {
            return item(generator, href);
        }
    }

    private static String item(StacGenerator generator, String href) {
        return generator
                .generate(GenerationRequest.builder().assetPaths(href).build())
                .item()
                .toJson();
    }

    private static <T> T withContextLoader(ClassLoader loader, Callable<T> action) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return action.call();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** The class loader of a web application that was undeployed: its threads may live on. */
    private static final class Stopped extends ClassLoader {

        private Stopped() {
            super(ClassLoadersTest.class.getClassLoader());
        }

        @Override
        public Class<?> loadClass(String name) {
            throw new IllegalStateException("this application was stopped");
        }

        @Override
        public Enumeration<URL> getResources(String name) {
            throw new IllegalStateException("this application was stopped");
        }
    }

    /** Has the class of the Azure module, but no service file that names it. */
    private static final class Merged extends ClassLoader {

        private Merged() {
            super(ClassLoadersTest.class.getClassLoader());
        }

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            return name.equals(AZURE) ? Merged.class : super.loadClass(name);
        }
    }

    /** Loads this library once more, as each plugin of an application may. */
    private static final class Isolated extends ClassLoader {

        private final boolean serviceFiles;

        private Isolated(boolean serviceFiles) {
            super(ClassLoadersTest.class.getClassLoader());
            this.serviceFiles = serviceFiles;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.stacgenerator.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return serviceFiles || !name.startsWith("META-INF/services/io.stacgenerator")
                    ? super.getResources(name)
                    : Collections.enumeration(List.of());
        }
    }
}

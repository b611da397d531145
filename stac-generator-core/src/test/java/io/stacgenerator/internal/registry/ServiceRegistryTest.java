package io.stacgenerator.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.InstalledServices;
import io.stacgenerator.InstalledServices.InstalledService;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.Service;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.StorageResolver;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceRegistryTest {

    private static final String[] BUILT_IN = {
        "classification",
        "eo",
        "file",
        "grid",
        "mgrs",
        "processing",
        "proj",
        "raster",
        "sar",
        "sat",
        "ssys",
        "storage",
        "timestamps",
        "view"
    };
    private static final String MISSING = "com.example.Missing";

    @TempDir
    private Path jar;

    @Test
    void servicesComeByOrderThenById() throws IOException {
        assertThat(ids(registry(name(Providers.Acme.class), name(Providers.Early.class))))
                .startsWith("zz-early")
                .endsWith("acme")
                .contains(BUILT_IN)
                .filteredOn(id -> List.of(BUILT_IN).contains(id))
                .isSorted();
    }

    @Test
    void whatIsInstalledComesFirstInTheOrderOfInstallation() throws IOException {
        ServiceRegistry registry = ServiceRegistry.of(
                List.of(new Providers.Acme(), extension("zz"), extension("aa")),
                loader(name(Providers.Early.class)),
                true,
                false);

        assertThat(ids(registry)).startsWith("acme", "zz", "aa", "zz-early");
    }

    @Test
    void whatIsInstalledReplacesADiscoveredOneOfTheSameId() throws IOException {
        StacExtension installed = extension("acme");
        ServiceRegistry registry =
                ServiceRegistry.of(List.of(installed), loader(name(Providers.Acme.class)), true, false);

        assertThat(registry.all(StacExtension.class))
                .filteredOn(extension -> extension.id().equals("acme"))
                .containsExactly(installed);
    }

    @Test
    void twinsThatAreDiscoveredAreAnErrorThatNamesBothAndTheirPlaces() {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> registry(name(Providers.Acme.class), name(Providers.Twin.class)))
                .withMessageContainingAll(
                        "two services of kind StacExtension have the id 'acme'",
                        name(Providers.Acme.class) + " (",
                        name(Providers.Twin.class) + " (",
                        "test-classes")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_SERVICE));
    }

    @Test
    void twinsThatAreInstalledAreAnError() {
        List<Service> twins = List.of(extension("acme"), extension("acme"));

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> ServiceRegistry.of(twins, loader(), true, false))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_SERVICE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MISSING,
                "io.stacgenerator.internal.registry.Providers$Failing",
                "io.stacgenerator.internal.registry.Providers$Unlinkable",
                "io.stacgenerator.internal.registry.Providers$Stranger"
            })
    void brokenProviderIsReportedAndLeftOut(String provider) throws IOException {
        ServiceRegistry registry = registry(provider, name(Providers.Acme.class));

        assertThat(ids(registry)).contains(BUILT_IN);
        assertThat(registry.describe().broken()).singleElement().asString().contains(provider);
    }

    @Test
    void brokenProviderFileIsReported() throws IOException {
        assertThat(registry("not a class").describe().broken())
                .singleElement()
                .asString()
                .contains(jar.toString(), "syntax");
    }

    @Test
    void brokenProviderDoesNotHideTheRestOfItsJar() throws IOException {
        assertThat(ids(registry(name(Providers.Early.class), MISSING, name(Providers.Acme.class))))
                .contains("zz-early", "acme");
    }

    @Test
    void causeOfABrokenProviderIsReported() throws IOException {
        assertThat(registry(name(Providers.Failing.class)).describe().broken())
                .singleElement()
                .asString()
                .contains("no licence");
    }

    @Test
    void brokenProviderIsAnErrorInStrictMode() {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> ServiceRegistry.of(List.of(), loader(MISSING), true, true))
                .withMessageContaining(MISSING)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_SERVICE));
    }

    @Test
    void withoutDiscoveryOnlyBuiltInServicesAreFound() throws IOException {
        ServiceRegistry registry =
                ServiceRegistry.of(List.of(), loader("com.example.Plugin", "java.lang.String"), false, false);

        assertThat(ids(registry)).containsExactlyInAnyOrder(BUILT_IN);
        assertThat(registry.all(RasterReader.class)).isNotEmpty();
        assertThat(registry.all(StorageResolver.class)).isNotEmpty();
    }

    @Test
    void withoutDiscoveryABrokenProviderDoesNotMatter() throws IOException {
        ServiceRegistry registry = ServiceRegistry.of(List.of(), loader(MISSING), false, true);

        assertThat(registry.describe().broken()).isEmpty();
    }

    @Test
    void descriptionSaysPlaceOrderAndWhatIsMissing() throws IOException {
        InstalledServices services = ServiceRegistry.of(
                        List.of(new Providers.Acme()), loader(name(Providers.Early.class)), true, false)
                .describe();

        assertThat(services.services())
                .filteredOn(service -> service.kind().equals("StacExtension"))
                .first()
                .satisfies(service -> assertThat(service.id()).isEqualTo("acme"))
                .satisfies(service -> assertThat(service.order()).isEqualTo(7))
                .satisfies(service -> assertThat(service.className()).isEqualTo(name(Providers.Acme.class)))
                .satisfies(service -> assertThat(service.location()).contains("test-classes"))
                .satisfies(service -> assertThat(service.discovered()).isFalse());
        assertThat(services.services())
                .filteredOn(InstalledService::discovered)
                .extracting(InstalledService::id)
                .containsExactly("zz-early");
        assertThat(services.missing()).contains("the early library is missing: install it");
    }

    /** To know that, GDAL is loaded, which takes longer than most Items. */
    @Test
    void findsServicesWithoutAskingWhatIsMissing() throws IOException {
        StacExtension asked = new Providers.Extension("acme", 0) {
            @Override
            public Optional<String> missing() {
                throw new IllegalStateException("nobody wants to know yet");
            }
        };

        assertThat(ids(ServiceRegistry.of(List.of(asked), loader(), true, false)))
                .contains("acme");
    }

    @Test
    void generatorUsesTheClassLoaderItIsGiven() throws IOException {
        try (StacGenerator generator = StacGenerator.builder()
                .classLoader(loader(name(Providers.Acme.class), MISSING))
                .build()) {
            assertThat(generator.describe().services())
                    .extracting(InstalledService::id)
                    .contains("acme");
            assertThat(generator.describe().broken()).hasSize(1);
        }
    }

    @Test
    void strictGeneratorRefusesABrokenProvider() throws IOException {
        StacGenerator.Builder builder = StacGenerator.builder()
                .classLoader(loader(MISSING))
                .options(GenerationOptions.builder().strict(true).build());

        assertThatExceptionOfType(StacGeneratorException.class).isThrownBy(builder::build);
    }

    private ServiceRegistry registry(String... providers) throws IOException {
        return ServiceRegistry.of(List.of(), loader(providers), true, false);
    }

    private ClassLoader loader(String... providers) throws IOException {
        Path services = Files.createDirectories(jar.resolve("META-INF/services"));
        Files.write(services.resolve(StacExtension.class.getName()), List.of(providers));
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    }

    private static List<String> ids(ServiceRegistry registry) {
        return registry.all(StacExtension.class).stream().map(Service::id).toList();
    }

    private static String name(Class<?> type) {
        return type.getName();
    }

    private static StacExtension extension(String id) {
        return new Providers.Extension(id, 0) {};
    }
}

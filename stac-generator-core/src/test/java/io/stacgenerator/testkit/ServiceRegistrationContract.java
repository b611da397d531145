package io.stacgenerator.testkit;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Contract of a jar that provides services both on the module path and on the class path: {@code module-info} and
 * {@code META-INF/services} name the same providers, and each can be loaded.
 *
 * @since 0.1.0
 */
public abstract class ServiceRegistrationContract {

    /**
     * Returns the folder of the compiled main classes.
     *
     * @return {@code target/classes} under the working directory unless overridden
     */
    protected Path classesFolder() {
        return Path.of("target", "classes");
    }

    @Test
    void moduleAndClassPathNameTheSameProviders() throws IOException {
        assertThat(servicesOfClassPath()).isEqualTo(servicesOfModule());
    }

    @Test
    void eachProviderImplementsItsService() {
        servicesOfModule()
                .forEach((service, providers) -> assertThat(providers)
                        .allSatisfy(provider ->
                                assertThat(Class.forName(provider)).isAssignableTo(Class.forName(service))));
    }

    private Map<String, Set<String>> servicesOfModule() {
        return ModuleFinder.of(classesFolder()).findAll().iterator().next().descriptor().provides().stream()
                .collect(toMap(ModuleDescriptor.Provides::service, provides -> Set.copyOf(provides.providers())));
    }

    private Map<String, Set<String>> servicesOfClassPath() throws IOException {
        Path services = classesFolder().resolve("META-INF/services");
        if (!Files.isDirectory(services)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(services)) {
            return files.collect(toMap(file -> file.getFileName().toString(), ServiceRegistrationContract::providers));
        }
    }

    private static Set<String> providers(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

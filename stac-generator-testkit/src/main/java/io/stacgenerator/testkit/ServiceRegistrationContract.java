package io.stacgenerator.testkit;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Contract of a jar that provides services both on the module path and on the class path: {@code module-info} and
 * {@code META-INF/services} name the same providers, at least one, and the module resolves with the dependencies of the
 * class path.
 *
 * @since 0.1.0
 */
public abstract class ServiceRegistrationContract extends ModuleContract {

    @Test
    void moduleAndClassPathNameTheSameProviders() throws IOException {
        assertThat(servicesOfClassPath()).isNotEmpty().isEqualTo(servicesOfModule());
    }

    private Map<String, Set<String>> servicesOfModule() {
        return descriptor().provides().stream()
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

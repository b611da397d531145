package io.stacgenerator.internal.registry;

import io.stacgenerator.spi.Service;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads services one by one, so that a broken one does not hide the rest. */
final class Discovery {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

    // a provider file that cannot be read fails on each call; a healthy class path never comes near
    private static final int MAX_FAILURES = 100;

    private final List<String> broken;
    private final String packagePrefix;

    /**
     * Creates a discovery.
     *
     * @param broken takes a sentence for each provider that cannot be loaded
     * @param packagePrefix what the names of the classes begin with that are looked for
     */
    Discovery(List<String> broken, String packagePrefix) {
        this.broken = broken;
        this.packagePrefix = packagePrefix;
    }

    List<Service> services(ServiceLoader<? extends Service> loader) {
        List<Service> services = new ArrayList<>();
        Iterator<? extends ServiceLoader.Provider<? extends Service>> providers =
                loader.stream().iterator();
        int failures = 0;
        while (failures < MAX_FAILURES) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                load(providers.next()).ifPresent(services::add);
            } catch (ServiceConfigurationError | LinkageError e) {
                failures++;
                report(e);
            }
        }
        return services;
    }

    private Optional<Service> load(ServiceLoader.Provider<? extends Service> provider) {
        if (!provider.type().getName().startsWith(packagePrefix)) {
            return Optional.empty();
        }
        return Optional.of(provider.get());
    }

    private void report(Throwable error) {
        String message = String.valueOf(error.getMessage());
        if (!message.contains(packagePrefix)) {
            return;
        }
        String sentence = error.getCause() == null ? message : "%s (%s)".formatted(message, error.getCause());
        LOG.warn("a service cannot be loaded and is left out: {}", sentence);
        broken.add(sentence);
    }
}

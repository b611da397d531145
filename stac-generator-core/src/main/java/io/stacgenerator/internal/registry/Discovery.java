package io.stacgenerator.internal.registry;

import io.stacgenerator.spi.Service;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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

    /**
     * Creates a discovery.
     *
     * @param broken takes a sentence for each provider that cannot be loaded
     */
    Discovery(List<String> broken) {
        this.broken = broken;
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
                services.add(providers.next().get());
            } catch (ServiceConfigurationError | LinkageError e) {
                failures++;
                report(e);
            } catch (RuntimeException e) {
                // a class loader that was stopped says the same on each call
                report(e);
                break;
            }
        }
        return services;
    }

    private void report(Throwable error) {
        String message = error instanceof RuntimeException
                ? "services cannot be looked for: " + error
                : String.valueOf(error.getMessage());
        String sentence = error.getCause() == null ? message : "%s (%s)".formatted(message, error.getCause());
        LOG.warn("a service cannot be loaded and is left out: {}", sentence);
        broken.add(sentence);
    }
}

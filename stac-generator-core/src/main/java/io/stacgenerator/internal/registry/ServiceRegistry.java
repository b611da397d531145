package io.stacgenerator.internal.registry;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.InstalledServices;
import io.stacgenerator.InstalledServices.InstalledService;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.DatasetReader;
import io.stacgenerator.spi.MetadataParser;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.Service;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services of a generator, built once, immutable: those installed explicitly first, then those of this library and
 * those that were found, by order and id.
 */
public final class ServiceRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceRegistry.class);

    // ServiceLoader has to be called with a class literal of the calling module for each kind
    private static final Map<Class<? extends Service>, Function<ClassLoader, ServiceLoader<? extends Service>>> KINDS =
            kinds();

    private final Map<Class<? extends Service>, List<Found<? extends Service>>> services = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final AtomicBoolean shutdown = new AtomicBoolean();

    private record Found<T extends Service>(T service, boolean discovered) {}

    private ServiceRegistry() {}

    private static Map<Class<? extends Service>, Function<ClassLoader, ServiceLoader<? extends Service>>> kinds() {
        Map<Class<? extends Service>, Function<ClassLoader, ServiceLoader<? extends Service>>> kinds =
                new LinkedHashMap<>();
        kinds.put(StorageResolver.class, loader -> ServiceLoader.load(StorageResolver.class, loader));
        kinds.put(RasterReader.class, loader -> ServiceLoader.load(RasterReader.class, loader));
        kinds.put(DatasetReader.class, loader -> ServiceLoader.load(DatasetReader.class, loader));
        kinds.put(MetadataParser.class, loader -> ServiceLoader.load(MetadataParser.class, loader));
        kinds.put(Vendor.class, loader -> ServiceLoader.load(Vendor.class, loader));
        kinds.put(StacExtension.class, loader -> ServiceLoader.load(StacExtension.class, loader));
        kinds.put(ItemSink.class, loader -> ServiceLoader.load(ItemSink.class, loader));
        kinds.put(StorageTarget.class, loader -> ServiceLoader.load(StorageTarget.class, loader));
        return kinds;
    }

    /**
     * Finds the services where nothing is installed explicitly and no class loader is given.
     *
     * @return the registry
     * @throws StacGeneratorException as {@link #of} says
     */
    public static ServiceRegistry discovered() {
        return of(List.of(), defaultLoader(), true, false);
    }

    /**
     * Returns the class loader of the calling thread, or the one of this library where the former does not know it.
     *
     * @return where services are looked for by default
     */
    public static ClassLoader defaultLoader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null && sees(context) ? context : requireNonNull(ServiceRegistry.class.getClassLoader());
    }

    /** Returns whether a class loader knows this very library, as the one of a foreign thread may not. */
    private static boolean sees(ClassLoader loader) {
        try {
            return loader.loadClass(ServiceRegistry.class.getName()) == ServiceRegistry.class;
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            // the class loader of an application that was stopped throws IllegalStateException
            return false;
        }
    }

    /**
     * Finds the services.
     *
     * @param installed the services installed explicitly, in their order
     * @param loader where services are looked for
     * @param discovery whether services of others are looked for
     * @param strict true when a service that cannot be loaded is an error
     * @return the registry
     * @throws StacGeneratorException with {@code INVALID_SERVICE} for two services of one kind and id
     */
    public static ServiceRegistry of(List<Service> installed, ClassLoader loader, boolean discovery, boolean strict) {
        ServiceRegistry registry = new ServiceRegistry();
        List<Service> builtIn = BuiltInServices.create();
        KINDS.forEach((kind, load) ->
                registry.add(kind, installed, builtIn, discovery ? registry.discover(load.apply(loader)) : List.of()));
        if (discovery) {
            registry.reportLost(loader);
        }
        if (strict && !registry.broken.isEmpty()) {
            throw new StacGeneratorException(ErrorCode.INVALID_SERVICE, String.join("; ", registry.broken));
        }
        return registry;
    }

    private List<Service> discover(ServiceLoader<? extends Service> loader) {
        return new Discovery(broken).services(loader);
    }

    private void reportLost(ClassLoader loader) {
        List<Service> found = services.values().stream()
                .flatMap(List::stream)
                .<Service>map(Found::service)
                .toList();
        for (String sentence : LostServices.sentences(found, loader)) {
            LOG.warn(sentence);
            broken.add(sentence);
        }
    }

    private <T extends Service> void add(
            Class<T> kind, List<Service> installed, List<Service> builtIn, List<Service> discovered) {
        List<Found<? extends Service>> chosen = found(kind, installed, false);
        refuseTwins(kind, chosen);
        List<Found<? extends Service>> others = found(kind, builtIn, false);
        others.addAll(found(kind, discovered, true));
        refuseTwins(kind, others);
        others.removeIf(one -> chosen.stream().anyMatch(other -> sameId(one, other)));
        others.sort(Comparator.<Found<? extends Service>>comparingInt(
                        one -> one.service().order())
                .thenComparing(one -> one.service().id()));
        chosen.addAll(others);
        services.put(kind, List.copyOf(chosen));
    }

    private static List<Found<? extends Service>> found(Class<?> kind, List<Service> services, boolean discovered) {
        List<Found<? extends Service>> found = new ArrayList<>();
        services.stream().filter(kind::isInstance).forEach(service -> found.add(new Found<>(service, discovered)));
        return found;
    }

    private static void refuseTwins(Class<?> kind, List<Found<? extends Service>> found) {
        for (int i = 0; i < found.size(); i++) {
            for (int j = i + 1; j < found.size(); j++) {
                if (sameId(found.get(i), found.get(j))) {
                    throw new StacGeneratorException(
                            ErrorCode.INVALID_SERVICE,
                            "two services of kind %s have the id '%s': %s and %s; remove one, or install the wanted one on the builder"
                                    .formatted(
                                            kind.getSimpleName(),
                                            found.get(i).service().id(),
                                            Origin.of(found.get(i).service().getClass()),
                                            Origin.of(found.get(j).service().getClass())));
                }
            }
        }
    }

    private static boolean sameId(Found<?> one, Found<?> other) {
        return one.service().id().equals(other.service().id());
    }

    /**
     * Returns the services of a kind.
     *
     * @param kind a service interface
     * @param <T> its type
     * @return the services in the order in which they are asked
     */
    public <T extends Service> List<T> all(Class<T> kind) {
        return services.getOrDefault(kind, List.of()).stream()
                .map(found -> kind.cast(found.service()))
                .toList();
    }

    /**
     * Lists what is installed.
     *
     * @return the services, what is broken, and what each service says it lacks
     */
    public InstalledServices describe() {
        List<String> missing = services.values().stream()
                .flatMap(List::stream)
                .flatMap(found -> missing(found.service()).stream())
                .toList();
        return new InstalledServices(installed(), broken, missing);
    }

    /** A service that cannot even say what it lacks does not keep the others from being listed. */
    private static Optional<String> missing(Service service) {
        try {
            return service.missing();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("%s does not say what it lacks: %s".formatted(service.id(), e));
        }
    }

    /** Without what is missing: GDAL is loaded to know that. */
    private List<InstalledService> installed() {
        List<InstalledService> installed = new ArrayList<>();
        services.forEach((kind, list) -> list.forEach(found -> installed.add(installed(kind, found))));
        return installed;
    }

    private static InstalledService installed(Class<?> kind, Found<? extends Service> found) {
        Service service = found.service();
        return new InstalledService(
                kind.getSimpleName(),
                service.id(),
                service.order(),
                service.getClass().getName(),
                Origin.locationOf(service.getClass()),
                found.discovered());
    }

    /**
     * Releases what the services hold, of all of them, although one fails. Called again, it does nothing.
     *
     * @throws StacGeneratorException with {@code INTERNAL} when one failed; others that did are suppressed in it
     */
    public void shutdown() {
        if (shutdown.getAndSet(true)) {
            return;
        }
        List<StacGeneratorException> failures = new ArrayList<>();
        services.values().forEach(list -> list.forEach(found -> shutdown(found.service(), failures)));
        if (!failures.isEmpty()) {
            StacGeneratorException first = failures.get(0);
            failures.subList(1, failures.size()).forEach(first::addSuppressed);
            throw first;
        }
    }

    private static void shutdown(Service service, List<StacGeneratorException> failures) {
        try {
            service.shutdown();
        } catch (RuntimeException | LinkageError e) {
            failures.add(new StacGeneratorException(
                    ErrorCode.INTERNAL,
                    "service '%s' (%s) cannot be shut down: %s"
                            .formatted(service.id(), service.getClass().getName(), e),
                    e));
        }
    }
}

package io.stacgenerator;

import java.util.List;

/**
 * What a generator has installed, in the order in which it is asked.
 *
 * @param services the services, by kind and order
 * @param broken what was found but could not be loaded, one sentence each with its class and cause
 * @param missing what is not installed but could be, one sentence each that says how to add it
 * @since 0.1.0
 */
public record InstalledServices(List<InstalledService> services, List<String> broken, List<String> missing) {

    /** Copies the lists. */
    public InstalledServices {
        services = List.copyOf(services);
        broken = List.copyOf(broken);
        missing = List.copyOf(missing);
    }

    /**
     * One installed service.
     *
     * @param kind the name of the service interface, such as {@code StacExtension}
     * @param id the id, unique in its kind
     * @param order the place in the order
     * @param className the class
     * @param location the jar or folder that the class comes from
     * @param discovered true when it was found by {@link java.util.ServiceLoader}, false when it is part of this
     *     library or was installed on the builder
     * @since 0.1.0
     */
    public record InstalledService(
            String kind, String id, int order, String className, String location, boolean discovered) {}
}

package io.stacgenerator.internal.field;

import io.stacgenerator.internal.registry.ServiceRegistry;
import io.stacgenerator.spi.StacExtension;
import java.util.ArrayList;
import java.util.List;

/** What is known with the built-in extensions, and with others next to them. */
public final class InstalledFields {

    /** The built-in extensions, in their order. */
    public static final List<StacExtension> BUILT_IN = ServiceRegistry.of(
                    List.of(), ClassLoader.getSystemClassLoader(), false, false)
            .all(StacExtension.class);

    private static final KnownFields FIELDS = KnownFields.of(BUILT_IN);

    private InstalledFields() {}

    /** What is known with the built-in extensions. */
    public static KnownFields builtIn() {
        return FIELDS;
    }

    /** What is known with one more extension, installed first. */
    public static KnownFields with(StacExtension extension) {
        List<StacExtension> extensions = new ArrayList<>(BUILT_IN);
        extensions.removeIf(other -> other.id().equals(extension.id()));
        extensions.add(0, extension);
        return KnownFields.of(extensions);
    }
}

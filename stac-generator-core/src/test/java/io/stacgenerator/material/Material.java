package io.stacgenerator.material;

import io.stacgenerator.internal.gdal.GdalReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What tests need and a machine may lack. */
public final class Material {

    static final String REQUIRED = "stacgenerator.require";

    private static final String GDAL = "gdal";

    private Material() {}

    /** Returns the file or folder that {@code -Dstacgenerator.NAME} names; only for tests that {@link Requires} it. */
    public static Path path(String name) {
        return Path.of(System.getProperty(property(name)));
    }

    /** Returns what is missing and how to provide it; empty where nothing is. */
    static Optional<String> missing(String name) {
        if (name.equals(GDAL)) {
            return new GdalReader().missing();
        }
        return System.getProperty(property(name), "").isEmpty()
                ? Optional.of("set -D%s to the %s to test with".formatted(property(name), name))
                : Optional.empty();
    }

    /** Returns whether a test that needs this must not be skipped. */
    static boolean isRequired(String name) {
        return Arrays.asList(System.getProperty(REQUIRED, "").split(",")).contains(name);
    }

    private static String property(String name) {
        return "stacgenerator." + name;
    }
}

package io.stacgenerator.internal.metadata;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The asset keys of files that vendors name alike in all their products. */
public final class ProductKeys {

    private static final List<KnownFiles> VENDORS = Stream.of("landsat", "maxar", "planet", "sentinel2")
            .map(KnownFiles::of)
            .toList();

    private ProductKeys() {}

    /**
     * Returns the key of a file.
     *
     * @param fileName the name of a file
     * @return such as {@code red}; empty when no vendor is known to name files so
     */
    public static Optional<String> of(String fileName) {
        return VENDORS.stream()
                .flatMap(vendor -> vendor.find(fileName).stream())
                .map(KnownFile::key)
                .findFirst();
    }

    /**
     * Makes a key differ from those that are taken.
     *
     * @param key the key that is wanted
     * @param taken the keys before it
     * @return the key, or the key with the first free number from 2 on
     */
    public static String unique(String key, Set<String> taken) {
        String candidate = key;
        for (int i = 2; taken.contains(candidate); i++) {
            candidate = key + "_" + i;
        }
        return candidate;
    }
}

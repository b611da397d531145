package io.stacgenerator.internal.collection;

import java.util.Map;
import java.util.Set;

/** Prefixes of fields, which tell their extensions. */
final class Prefixes {

    /** Extensions whose schema is not called as their prefix. */
    static final Map<String, String> REPOSITORIES =
            Map.of("proj", "projection", "sci", "scientific", "cube", "datacube");

    private Prefixes() {}

    static void collect(Iterable<String> fields, Set<String> prefixes) {
        for (String field : fields) {
            int colon = field.indexOf(':');
            if (colon > 0) {
                prefixes.add(field.substring(0, colon));
            }
        }
    }
}

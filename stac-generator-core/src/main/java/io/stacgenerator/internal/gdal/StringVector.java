package io.stacgenerator.internal.gdal;

import java.util.Collection;
import java.util.Vector;

/** The one kind of list that GDAL's bindings take. */
final class StringVector {

    private StringVector() {}

    @SuppressWarnings("JdkObsolete") // the bindings ask for it
    static Vector<String> of(Collection<String> strings) {
        return new Vector<>(strings);
    }
}

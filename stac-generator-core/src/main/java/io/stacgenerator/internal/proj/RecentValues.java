package io.stacgenerator.internal.proj;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is expensive to make of the keys that were asked for last: files of one producer repeat their reference
 * systems. Safe for use by many threads, which may make a value at the same time.
 *
 * @param <K> the keys
 * @param <V> the values
 * @since 0.1.0
 */
public final class RecentValues<K, V> {

    /** More than one producer has; the limit bounds what many leave behind. */
    private static final int KEPT = 256;

    private final Map<K, V> values = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    });

    /** Creates an empty store. */
    public RecentValues() {}

    /**
     * Returns the value of a key.
     *
     * @param key the key
     * @param make makes the value where it is not kept; what it throws is thrown, and nothing is kept
     * @return the value
     */
    public V get(K key, Function<K, V> make) {
        @Nullable V known = values.get(key);
        if (known == null) {
            known = make.apply(key);
            values.put(key, known);
        }
        return known;
    }
}

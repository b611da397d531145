package io.stacgenerator.spi.sink;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How Items are published. Immutable.
 *
 * @since 0.1.0
 */
public final class SinkOptions {

    private final @Nullable String format;
    private final Map<String, String> values;
    private final Map<String, Map<String, Object>> collections;
    private final @Nullable String collection;
    private final Supplier<Map<String, String>> headers;
    private final BiConsumer<StacItem, StacGeneratorException> rejected;

    private SinkOptions(Builder builder) {
        format = builder.format;
        values = Map.copyOf(builder.values);
        collections = Collections.unmodifiableMap(new LinkedHashMap<>(builder.collections));
        collection = builder.collection;
        headers = builder.headers;
        rejected = builder.rejected;
    }

    /**
     * Returns options where nothing is said: the target names the sink, and an Item that is rejected is an error.
     *
     * @return the defaults
     */
    public static SinkOptions ofDefaults() {
        return builder().build();
    }

    /**
     * Starts options.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the id of the sink.
     *
     * @return the id; empty when the target decides
     */
    public Optional<String> format() {
        return Optional.ofNullable(format);
    }

    /**
     * Returns the options of the sink.
     *
     * @return values by name
     */
    public Map<String, String> values() {
        return values;
    }

    /**
     * Returns an option of the sink.
     *
     * @param name its name
     * @return its value; empty when it is not set
     */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Sets other options of the sink.
     *
     * @param others values by name
     * @return options that differ in nothing else
     */
    public SinkOptions withValues(Map<String, String> others) {
        Builder builder = toBuilder();
        builder.values.clear();
        builder.values.putAll(others);
        return builder.build();
    }

    /**
     * Starts from these options.
     *
     * @return a builder that has what is set here
     */
    public Builder toBuilder() {
        Builder builder = new Builder()
                .format(format)
                .collection(collection)
                .headers(headers)
                .onRejected(rejected);
        builder.values.putAll(values);
        builder.collections.putAll(collections);
        return builder;
    }

    /**
     * Returns the Collections that Items belong to.
     *
     * @return the members of each by its id
     */
    public Map<String, Map<String, Object>> collections() {
        return collections;
    }

    /**
     * Returns the Collection that an Item is published in.
     *
     * @param item the Item
     * @return the id of the one that is set for all Items, else of the Item's own, else of the only one that is known
     */
    public Optional<String> collectionOf(StacItem item) {
        return Optional.ofNullable(collection)
                .or(item::collection)
                .or(() -> collections.keySet().stream().findFirst().filter(only -> collections.size() == 1));
    }

    /**
     * Returns what makes the headers of a call to a service.
     *
     * @return is called for each call, by several threads
     */
    public Supplier<Map<String, String>> headers() {
        return headers;
    }

    /**
     * Returns what takes Items that were not written.
     *
     * @return is called by several threads
     */
    public BiConsumer<StacItem, StacGeneratorException> rejected() {
        return rejected;
    }

    /** Collects options; not thread-safe. */
    public static final class Builder {

        private @Nullable String format;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, Map<String, Object>> collections = new LinkedHashMap<>();
        private @Nullable String collection;
        private Supplier<Map<String, String>> headers = Map::of;
        private BiConsumer<StacItem, StacGeneratorException> rejected = (item, reason) -> {
            throw reason;
        };

        private Builder() {}

        /**
         * Names the sink.
         *
         * @param format an id, such as {@code ndjson}; null when the target decides
         * @return this
         */
        public Builder format(@Nullable String format) {
            this.format = format;
            return this;
        }

        /**
         * Sets an option of the sink.
         *
         * @param name one of {@link ItemSink#options()}, or {@code FORMAT.NAME}, which other sinks pass over
         * @param value its value
         * @return this
         */
        public Builder set(String name, String value) {
            values.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
            return this;
        }

        /**
         * Adds a Collection that Items belong to, for sinks that publish it with them.
         *
         * @param collection its members, with an {@code id}
         * @return this
         * @throws IllegalArgumentException when it has no id
         */
        public Builder collection(Map<String, ?> collection) {
            String id = JsonValues.string(collection.get("id"))
                    .orElseThrow(() -> new IllegalArgumentException("the Collection has no id"));
            collections.put(id, JsonValues.copyOf(collection));
            return this;
        }

        /**
         * Sets the Collection that all Items are published in by a sink that feeds a service, in place of the one that
         * they name.
         *
         * @param id its id; null when each Item names its own
         * @return this
         */
        public Builder collection(@Nullable String id) {
            collection = id;
            return this;
        }

        /**
         * Sets what makes the headers of a call to a service, such as a token that expires.
         *
         * @param headers is called for each call, by several threads; what it returns is never logged
         * @return this
         */
        public Builder headers(Supplier<Map<String, String>> headers) {
            this.headers = requireNonNull(headers, "headers");
            return this;
        }

        /**
         * Sets what takes Items that were not written. By default the first one is an error.
         *
         * @param rejected is called by several threads
         * @return this
         */
        public Builder onRejected(BiConsumer<StacItem, StacGeneratorException> rejected) {
            this.rejected = requireNonNull(rejected, "rejected");
            return this;
        }

        /**
         * Makes the options.
         *
         * @return the options
         */
        public SinkOptions build() {
            return new SinkOptions(this);
        }
    }
}

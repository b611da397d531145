package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.model.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An asset of a request: where it is read, and what the caller knows of it better than the generator. Immutable.
 *
 * <p>As JSON it is one object with the members {@code href}, {@code publishedHref}, {@code key}, {@code title},
 * {@code roles} and {@code type}, where only {@code href} is required.
 *
 * @since 0.1.0
 */
public final class Asset implements JsonObject {

    private final String href;
    private final @Nullable String publishedHref;
    private final @Nullable String key;
    private final @Nullable String title;
    private final List<String> roles;
    private final @Nullable String type;

    private Asset(Builder builder) {
        href = builder.href;
        publishedHref = builder.publishedHref;
        key = builder.key;
        title = builder.title;
        roles = builder.roles;
        type = builder.type;
    }

    /**
     * Creates an asset that is known by its href alone.
     *
     * @param href an href or a path
     * @return the asset
     */
    public static Asset of(String href) {
        return builder(href).build();
    }

    /**
     * Starts an asset.
     *
     * @param href where it is read: an href or a path, with the credentials it may carry
     * @return a builder
     */
    public static Builder builder(String href) {
        return new Builder(href);
    }

    /**
     * Returns where the asset is read.
     *
     * @return an href or a path, with the credentials it may carry
     */
    public String href() {
        return href;
    }

    /**
     * Returns where the asset is published, if not where it is read.
     *
     * @return the href to write into the Item; empty when it is not given
     */
    public Optional<String> publishedHref() {
        return Optional.ofNullable(publishedHref);
    }

    /**
     * Returns the key in the Item.
     *
     * @return the key; empty when one is to be made
     */
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    /**
     * Returns the title.
     *
     * @return the title; empty when it is not given
     */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /**
     * Returns the roles.
     *
     * @return such as {@code data}; none when they are to be found
     */
    public List<String> roles() {
        return roles;
    }

    /**
     * Returns the media type.
     *
     * @return the type; empty when it is to be found
     */
    public Optional<String> type() {
        return Optional.ofNullable(type);
    }

    /** Returns {@code href} as it was given, and of the other members those that are there. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("href", href);
        put(map, "publishedHref", publishedHref);
        put(map, "key", key);
        put(map, "title", title);
        if (!roles.isEmpty()) {
            map.put("roles", roles);
        }
        put(map, "type", type);
        return map;
    }

    private static void put(Map<String, Object> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    boolean isPlain() {
        return toMap().size() == 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Asset asset && asset.toMap().equals(toMap());
    }

    @Override
    public int hashCode() {
        return Objects.hash(href, publishedHref, key);
    }

    /** Does not show the href: it may carry credentials. */
    @Override
    public String toString() {
        return "Asset[key=%s]".formatted(key);
    }

    /** Collects what is known of an asset; not thread-safe. */
    public static final class Builder {

        private final String href;
        private @Nullable String publishedHref;
        private @Nullable String key;
        private @Nullable String title;
        private List<String> roles = List.of();
        private @Nullable String type;

        private Builder(String href) {
            this.href = requireNonNull(href, "href");
        }

        /**
         * Sets where the asset is published, if not where it is read.
         *
         * @param publishedHref the href to write into the Item, or null
         * @return this
         */
        public Builder publishedHref(@Nullable String publishedHref) {
            this.publishedHref = publishedHref;
            return this;
        }

        /**
         * Sets the key in the Item.
         *
         * @param key the key, or null when one is to be made
         * @return this
         */
        public Builder key(@Nullable String key) {
            this.key = key;
            return this;
        }

        /**
         * Sets the title.
         *
         * @param title the title, or null
         * @return this
         */
        public Builder title(@Nullable String title) {
            this.title = title;
            return this;
        }

        /**
         * Sets the roles.
         *
         * @param roles such as {@code data}; none when they are to be found
         * @return this
         */
        public Builder roles(List<String> roles) {
            this.roles = List.copyOf(roles);
            return this;
        }

        /**
         * Sets the media type.
         *
         * @param type the type, or null when it is to be found
         * @return this
         */
        public Builder type(@Nullable String type) {
            this.type = type;
            return this;
        }

        /**
         * Makes the asset.
         *
         * @return an immutable asset
         */
        public Asset build() {
            return new Asset(this);
        }
    }
}

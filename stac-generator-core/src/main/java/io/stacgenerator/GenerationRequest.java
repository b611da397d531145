package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to turn into one Item. Immutable.
 *
 * <p>As JSON it is one object with the members {@code source}, {@code provider}, {@code collection}, {@code itemId},
 * {@code assetPaths}, {@code metadataPaths} and {@code extensions}, of which only {@code assetPaths} is required.
 *
 * @since 0.1.0
 */
public final class GenerationRequest implements JsonObject {

    private final Source source;
    private final @Nullable String provider;
    private final @Nullable String collection;
    private final @Nullable String itemId;
    private final List<String> assetPaths;
    private final List<String> metadataPaths;
    private final List<String> extensions;

    private GenerationRequest(Builder builder) {
        source = builder.source;
        provider = builder.provider;
        collection = builder.collection;
        itemId = builder.itemId;
        assetPaths = builder.assetPaths;
        metadataPaths = builder.metadataPaths;
        extensions = builder.extensions;
    }

    /**
     * Starts a request.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a request from JSON.
     *
     * @param json one JSON object
     * @return the request
     * @throws StacGeneratorException with {@code INVALID_REQUEST}, listing all faults, when the text is not JSON, has
     *     unknown members or members of a wrong type, or when {@link Builder#build()} refuses it
     */
    public static GenerationRequest fromJson(String json) {
        return fromMap(JsonReader.object(requireNonNull(json, "json"), ErrorCode.INVALID_REQUEST, "request"));
    }

    /**
     * Reads a request from JSON values.
     *
     * @param json the members
     * @return the request
     * @throws StacGeneratorException as {@link #fromJson} says
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GenerationRequest fromMap(Map<String, ?> json) {
        return RequestJson.read(requireNonNull(json, "json"));
    }

    /**
     * Returns who stands behind the request.
     *
     * @return the source; {@link Source#AUTOMATIC} when none was given
     */
    public Source source() {
        return source;
    }

    /**
     * Returns who provides the data, which helps to choose the parser of the metadata.
     *
     * @return such as {@code planet}, or null
     */
    public @Nullable String provider() {
        return provider;
    }

    /**
     * Returns the href of the Collection document.
     *
     * @return an href or a path, with the credentials it may carry, or null
     */
    public @Nullable String collection() {
        return collection;
    }

    /**
     * Returns the id of the Item.
     *
     * @return the id, or null when one is to be made from the assets
     */
    public @Nullable String itemId() {
        return itemId;
    }

    /**
     * Returns the hrefs of the assets.
     *
     * @return at least one href or path, with the credentials it may carry
     */
    public List<String> assetPaths() {
        return assetPaths;
    }

    /**
     * Returns the hrefs of the metadata files; what a later one says wins.
     *
     * @return hrefs or paths, with the credentials they may carry
     */
    public List<String> metadataPaths() {
        return metadataPaths;
    }

    /**
     * Returns the extensions to apply.
     *
     * @return names, such as {@code eo} or {@code eo@2.0.0}, or schema URIs; none for all that are installed. A version
     *     is one that the extension has for a version of STAC; which is written follows the version of STAC
     */
    public List<String> extensions() {
        return extensions;
    }

    /**
     * Returns a builder that holds this request.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return builder()
                .source(source)
                .provider(provider)
                .collection(collection)
                .itemId(itemId)
                .assetPaths(assetPaths)
                .metadataPaths(metadataPaths)
                .extensions(extensions);
    }

    /** Returns the members that {@link #fromMap} reads: the hrefs as they were given, credentials included. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", source.jsonName());
        put(json, "provider", provider);
        put(json, "collection", collection);
        put(json, "itemId", itemId);
        json.put("assetPaths", assetPaths);
        json.put("metadataPaths", metadataPaths);
        json.put("extensions", extensions);
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GenerationRequest that
                && source == that.source
                && Objects.equals(provider, that.provider)
                && Objects.equals(collection, that.collection)
                && Objects.equals(itemId, that.itemId)
                && assetPaths.equals(that.assetPaths)
                && metadataPaths.equals(that.metadataPaths)
                && extensions.equals(that.extensions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, provider, collection, itemId, assetPaths, metadataPaths, extensions);
    }

    /** Tells how much is asked for, without hrefs: these may carry credentials. */
    @Override
    public String toString() {
        return "GenerationRequest[source=%s, itemId=%s, %d assets, %d metadata files]"
                .formatted(source.jsonName(), itemId, assetPaths.size(), metadataPaths.size());
    }

    /** Collects a request; not thread-safe. */
    public static final class Builder {

        private Source source = Source.AUTOMATIC;
        private @Nullable String provider;
        private @Nullable String collection;
        private @Nullable String itemId;
        private List<String> assetPaths = List.of();
        private List<String> metadataPaths = List.of();
        private List<String> extensions = List.of();

        private Builder() {}

        /**
         * Sets who stands behind the request.
         *
         * @param source the source
         * @return this
         */
        public Builder source(Source source) {
            this.source = requireNonNull(source, "source");
            return this;
        }

        /**
         * Sets who provides the data.
         *
         * @param provider such as {@code planet}, or null
         * @return this
         */
        public Builder provider(@Nullable String provider) {
            this.provider = provider;
            return this;
        }

        /**
         * Sets the Collection.
         *
         * @param collection the href of its document, or null
         * @return this
         */
        public Builder collection(@Nullable String collection) {
            this.collection = collection;
            return this;
        }

        /**
         * Sets the id of the Item.
         *
         * @param itemId the id, or null when one is to be made from the assets
         * @return this
         */
        public Builder itemId(@Nullable String itemId) {
            this.itemId = itemId;
            return this;
        }

        /**
         * Sets the assets.
         *
         * @param assetPaths hrefs or paths
         * @return this
         */
        public Builder assetPaths(List<String> assetPaths) {
            this.assetPaths = List.copyOf(requireNonNull(assetPaths, "assetPaths"));
            return this;
        }

        /**
         * Sets the assets.
         *
         * @param assetPaths hrefs or paths
         * @return this
         */
        public Builder assetPaths(String... assetPaths) {
            return assetPaths(List.of(assetPaths));
        }

        /**
         * Sets the metadata files.
         *
         * @param metadataPaths hrefs or paths; what a later one says wins
         * @return this
         */
        public Builder metadataPaths(List<String> metadataPaths) {
            this.metadataPaths = List.copyOf(requireNonNull(metadataPaths, "metadataPaths"));
            return this;
        }

        /**
         * Sets the metadata files.
         *
         * @param metadataPaths hrefs or paths; what a later one says wins
         * @return this
         */
        public Builder metadataPaths(String... metadataPaths) {
            return metadataPaths(List.of(metadataPaths));
        }

        /**
         * Sets the extensions to apply.
         *
         * @param extensions names or schema URIs; none for all that are installed
         * @return this
         */
        public Builder extensions(List<String> extensions) {
            this.extensions = List.copyOf(requireNonNull(extensions, "extensions"));
            return this;
        }

        /**
         * Sets the extensions to apply.
         *
         * @param extensions names or schema URIs; none for all that are installed
         * @return this
         */
        public Builder extensions(String... extensions) {
            return extensions(List.of(extensions));
        }

        /**
         * Makes the request.
         *
         * @return an immutable request
         * @throws StacGeneratorException with {@code INVALID_REQUEST}, listing all faults: no asset, an empty text, an
         *     entry given twice, or an item id that is longer than 200 bytes of UTF-8 or has {@code / : \ ? # %}, a
         *     blank or a control character
         */
        public GenerationRequest build() {
            List<Fault> faults = faults();
            if (!faults.isEmpty()) {
                throw new StacGeneratorException(ErrorCode.INVALID_REQUEST, "invalid request", faults);
            }
            return new GenerationRequest(this);
        }

        List<Fault> faults() {
            List<Fault> faults = new ArrayList<>();
            RequestRules.check(this, faults);
            return faults;
        }

        @Nullable String itemId() {
            return itemId;
        }

        Map<String, @Nullable String> texts() {
            Map<String, @Nullable String> texts = new LinkedHashMap<>();
            texts.put("provider", provider);
            texts.put("collection", collection);
            return texts;
        }

        Map<String, List<String>> lists() {
            Map<String, List<String>> lists = new LinkedHashMap<>();
            lists.put("assetPaths", assetPaths);
            lists.put("metadataPaths", metadataPaths);
            lists.put("extensions", extensions);
            return lists;
        }
    }
}

package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.internal.storage.object.FileStorageObject;
import io.stacgenerator.internal.storage.object.SuppliedFiles;
import io.stacgenerator.model.JsonObject;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What to turn into one Item. Immutable.
 *
 * <p>As JSON it is one object with the members {@code source}, {@code provider}, {@code collection}, {@code itemId},
 * {@code assetPaths} or {@code assets}, {@code metadataPaths}, {@code metadataOptional}, {@code extensions} and
 * {@code options}; only the assets are required.
 *
 * @since 0.1.0
 */
public final class GenerationRequest implements JsonObject {

    private final Source source;
    private final @Nullable String provider;
    private final @Nullable String collection;
    private final @Nullable String itemId;
    private final List<Asset> assets;
    private final List<String> metadataPaths;
    private final boolean metadataOptional;
    private final List<String> extensions;
    private final Map<String, Object> options;
    private final SuppliedFiles supplied;

    private GenerationRequest(Builder builder) {
        source = builder.source;
        provider = builder.provider;
        collection = builder.collection;
        itemId = builder.itemId;
        assets = builder.assets;
        metadataPaths = builder.metadataPaths;
        metadataOptional = builder.metadataOptional;
        extensions = builder.extensions;
        options = builder.options;
        supplied = builder.supplied.isEmpty() ? SuppliedFiles.NONE : new SuppliedFiles(Map.copyOf(builder.supplied));
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
     * @return such as {@code planet}; empty when it is not given
     */
    public Optional<String> provider() {
        return Optional.ofNullable(provider);
    }

    /**
     * Returns the href of the Collection document.
     *
     * @return an href or a path, with the credentials it may carry; empty when it is not given
     */
    public Optional<String> collection() {
        return Optional.ofNullable(collection);
    }

    /**
     * Returns the id of the Item.
     *
     * @return the id; empty when one is to be made from the assets
     */
    public Optional<String> itemId() {
        return Optional.ofNullable(itemId);
    }

    /**
     * Returns the assets.
     *
     * @return at least one
     */
    public List<Asset> assets() {
        return assets;
    }

    /**
     * Returns the hrefs of the assets.
     *
     * @return at least one href or path, with the credentials it may carry
     */
    public List<String> assetPaths() {
        return assets.stream().map(Asset::href).toList();
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
     * Returns whether the Item is made without a metadata file that cannot be read.
     *
     * @return true where the files were found next to the assets, not named by the user: one that is malformed is a
     *     warning, and an error in strict mode
     */
    public boolean metadataOptional() {
        return metadataOptional;
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
     * Returns the options that this request carries, which come before those of the generator: {@code datetime} (a time
     * or {@code START/END}), {@code datetimeFallback}, {@code statistics}, {@code footprint},
     * {@code footprintDeviation}, {@code footprintPositions}, {@code stacVersion}, {@code checksum},
     * {@code remoteSideFiles}, {@code strict}, {@code properties}, and {@code parameters} by the id of the extension
     * that they are for.
     *
     * @return JSON values by name, unmodifiable; none by default
     */
    public Map<String, Object> options() {
        return options;
    }

    /**
     * Returns whether the bytes of some files come with the request, which then cannot be written as JSON.
     *
     * @return true when {@link Builder#supply} was called
     */
    public boolean hasSuppliedFiles() {
        return !supplied.equals(SuppliedFiles.NONE);
    }

    GenerationOptions effective(GenerationOptions others, Set<String> allowed) {
        return OptionsJson.of(this, others, allowed);
    }

    SuppliedFiles supplied() {
        return supplied;
    }

    /**
     * Returns a builder that holds this request.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder builder = builder();
        builder.supplied.putAll(supplied.openers());
        return builder.source(source)
                .provider(provider)
                .collection(collection)
                .itemId(itemId)
                .assets(assets)
                .metadataPaths(metadataPaths)
                .metadataOptional(metadataOptional)
                .extensions(extensions)
                .options(options);
    }

    /**
     * Returns the members that {@link #fromMap} reads: the hrefs as they were given, credentials included.
     *
     * @throws StacGeneratorException with {@code INVALID_REQUEST} when files come with the request
     */
    @Override
    public Map<String, Object> toMap() {
        if (hasSuppliedFiles()) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_REQUEST,
                    "a request that brings %d files with it cannot be written as JSON, store them and give their hrefs"
                            .formatted(supplied.openers().size()));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", source.jsonName());
        put(json, "provider", provider);
        put(json, "collection", collection);
        put(json, "itemId", itemId);
        if (assets.stream().allMatch(Asset::isPlain)) {
            json.put("assetPaths", assetPaths());
        } else {
            json.put("assets", assets.stream().map(Asset::toMap).toList());
        }
        json.put("metadataPaths", metadataPaths);
        if (metadataOptional) {
            json.put("metadataOptional", true);
        }
        json.put("extensions", extensions);
        if (!options.isEmpty()) {
            json.put("options", options);
        }
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
                && assets.equals(that.assets)
                && metadataPaths.equals(that.metadataPaths)
                && metadataOptional == that.metadataOptional
                && extensions.equals(that.extensions)
                && options.equals(that.options)
                && supplied.equals(that.supplied);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, provider, collection, itemId, assets, metadataPaths, extensions, options);
    }

    /** Shows how much is asked for, without hrefs: these may carry credentials. */
    @Override
    public String toString() {
        return "GenerationRequest[source=%s, itemId=%s, %d assets, %d metadata files]"
                .formatted(source.jsonName(), itemId, assets.size(), metadataPaths.size());
    }

    /** Collects a request; not thread-safe. */
    public static final class Builder {

        private Source source = Source.AUTOMATIC;
        private @Nullable String provider;
        private @Nullable String collection;
        private @Nullable String itemId;
        private List<Asset> assets = List.of();
        private List<String> metadataPaths = List.of();
        private boolean metadataOptional;
        private List<String> extensions = List.of();
        private Map<String, Object> options = Map.of();
        private final Map<String, SuppliedFiles.Opener> supplied = new LinkedHashMap<>();

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
            return assets(assetPaths.stream().map(Asset::of).toList());
        }

        /**
         * Sets the assets.
         *
         * @param assets what is known of each
         * @return this
         */
        public Builder assets(List<Asset> assets) {
            this.assets = List.copyOf(requireNonNull(assets, "assets"));
            return this;
        }

        /**
         * Sets the assets.
         *
         * @param assets what is known of each
         * @return this
         */
        public Builder assets(Asset... assets) {
            return assets(List.of(assets));
        }

        /**
         * Brings a file with the request: an asset, a metadata file or the Collection, which the request names by this
         * href. It is read from memory, without regard to the storage policy.
         *
         * @param href what the request names the file by; an asset is published there
         * @param bytes all of its bytes, not copied
         * @return this
         */
        public Builder supply(String href, byte[] bytes) {
            requireNonNull(bytes, "bytes");
            return supply(href, () -> StorageObject.of(href, bytes));
        }

        /**
         * Brings a file with the request that lies in any file system of Java, such as one in a zip file.
         *
         * @param href what the request names the file by
         * @param path the file
         * @return this
         */
        public Builder supply(String href, Path path) {
            requireNonNull(path, "path");
            return supply(href, () -> FileStorageObject.open(path, href));
        }

        /**
         * Brings a file with the request that the caller opens.
         *
         * @param href what the request names the file by
         * @param opener returns a new object on each call, maybe of several threads; the generator closes it
         * @return this
         */
        public Builder supply(String href, Callable<? extends StorageObject> opener) {
            requireNonNull(opener, "opener");
            supplied.put(requireNonNull(href, "href"), () -> opened(opener));
            return this;
        }

        private static StorageObject opened(Callable<? extends StorageObject> opener) throws IOException {
            try {
                return opener.call();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }

        /**
         * Adds metadata that are not in a file: an Item or a part of one, or any JSON document that a parser knows.
         * They come after the metadata files that are set so far, and so win over them.
         *
         * @param document JSON values by name
         * @return this
         */
        public Builder metadata(Map<String, ?> document) {
            String href = "metadata-%d.json".formatted(supplied.size() + 1);
            supply(href, JsonText.compact(document).getBytes(StandardCharsets.UTF_8));
            List<String> paths = new ArrayList<>(metadataPaths);
            paths.add(href);
            return metadataPaths(paths);
        }

        /**
         * Sets the options that this request carries.
         *
         * @param options JSON values by name, see {@link GenerationRequest#options()}
         * @return this
         */
        public Builder options(Map<String, ?> options) {
            this.options = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(options, "options")));
            return this;
        }

        /**
         * Sets one option that this request carries.
         *
         * @param name such as {@code statistics}
         * @param value a JSON value, such as {@code "exact"}
         * @return this
         */
        public Builder option(String name, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(options);
            more.put(name, value);
            return options(more);
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
         * Sets whether the Item is made without a metadata file that cannot be read.
         *
         * @param metadataOptional true where the files were found, not named by the user; false by default
         * @return this
         */
        public Builder metadataOptional(boolean metadataOptional) {
            this.metadataOptional = metadataOptional;
            return this;
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

        Map<String, Object> options() {
            return options;
        }

        List<Asset> assets() {
            return assets;
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
            lists.put("assetPaths", assets.stream().map(Asset::href).toList());
            lists.put("metadataPaths", metadataPaths);
            lists.put("extensions", extensions);
            return lists;
        }
    }
}

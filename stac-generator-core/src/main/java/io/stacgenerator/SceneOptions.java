package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.nio.file.FileSystems;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * How a listing of files becomes requests, and what these requests have in common. Immutable.
 *
 * @since 0.1.0
 */
public final class SceneOptions implements Serializable {

    /** What stands for the name of the product in {@link Builder#itemId}. */
    public static final String PRODUCT = "{product}";

    private static final long serialVersionUID = 1;

    private static final String ITEM = "(?<item>";

    private final String include;
    private final @Nullable Pattern groupBy;
    private final @Nullable String itemId;
    private final @Nullable String collection;
    private final @Nullable String provider;
    private final Source source;

    // Lists of List.copyOf are serializable, though their type does not say so.
    @SuppressWarnings("serial")
    private final List<String> extensions;

    private SceneOptions(Builder builder) {
        include = builder.include;
        groupBy = builder.groupBy;
        itemId = builder.itemId;
        collection = builder.collection;
        provider = builder.provider;
        source = builder.source;
        extensions = builder.extensions;
    }

    /**
     * Returns the defaults: scenes that vendors name, and one Item for each other raster.
     *
     * @return the options
     */
    public static SceneOptions ofDefaults() {
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
     * Returns which files are rasters, where no vendor knows them.
     *
     * @return a glob for their names, in any case
     */
    public String include() {
        return include;
    }

    /**
     * Returns which files make one Item, where no vendor knows them.
     *
     * @return an expression with the named group {@code item}; empty for one Item a file
     */
    public Optional<Pattern> groupBy() {
        return Optional.ofNullable(groupBy);
    }

    /**
     * Returns how Items are named.
     *
     * @return a template; empty for the vendor's id, or one that is made of the assets
     */
    public Optional<String> itemId() {
        return Optional.ofNullable(itemId);
    }

    /**
     * Returns the href of the Collection document of all requests.
     *
     * @return an href or a path; empty when it is not given
     */
    public Optional<String> collection() {
        return Optional.ofNullable(collection);
    }

    /**
     * Returns who provides the data of all requests.
     *
     * @return such as {@code planet}; empty when it is not given
     */
    public Optional<String> provider() {
        return Optional.ofNullable(provider);
    }

    /**
     * Returns who stands behind all requests.
     *
     * @return the source
     */
    public Source source() {
        return source;
    }

    /**
     * Returns the extensions of all requests.
     *
     * @return names or schema URIs; none for all that are installed
     */
    public List<String> extensions() {
        return extensions;
    }

    /** Configures options; not thread-safe. */
    public static final class Builder {

        private String include = "*.{tif,tiff,jp2}";
        private @Nullable Pattern groupBy;
        private @Nullable String itemId;
        private @Nullable String collection;
        private @Nullable String provider;
        private Source source = Source.AUTOMATIC;
        private List<String> extensions = List.of();

        private Builder() {}

        /**
         * Sets which files are rasters, where no vendor knows them.
         *
         * @param include a glob for their names, in any case; by default TIFF and JPEG 2000
         * @return this
         * @throws StacGeneratorException with {@code INVALID_REQUEST} when it is malformed
         */
        public Builder include(String include) {
            try {
                FileSystems.getDefault().getPathMatcher("glob:" + include);
            } catch (PatternSyntaxException e) {
                throw invalid("the glob '%s' is malformed: %s".formatted(include, e.getDescription()), e);
            }
            this.include = include;
            return this;
        }

        /**
         * Sets which files of a folder make one Item, where no vendor knows them: those of whose paths the group
         * {@code item} matches the same. Metadata that are named by it, such as {@code ITEM.json}, belong to it.
         *
         * @param groupBy an expression that is found in a path below the listed one, such as
         *     {@code (?<item>[^/]+)_B\d+\.tif}, or null for one Item a file
         * @return this
         * @throws StacGeneratorException with {@code INVALID_REQUEST} when it is malformed or has no such group
         */
        public Builder groupBy(@Nullable String groupBy) {
            if (groupBy != null && !groupBy.contains(ITEM)) {
                throw invalid(
                        "the expression '%s' does not say what an Item is, expected a group (?<item>...)"
                                .formatted(groupBy),
                        null);
            }
            try {
                this.groupBy = groupBy == null ? null : Pattern.compile(groupBy);
            } catch (PatternSyntaxException e) {
                throw invalid("the expression '%s' is malformed: %s".formatted(groupBy, e.getDescription()), e);
            }
            return this;
        }

        private static StacGeneratorException invalid(String message, @Nullable Throwable cause) {
            return new StacGeneratorException(ErrorCode.INVALID_REQUEST, message, cause);
        }

        /**
         * Sets how Items are named.
         *
         * @param itemId a template, in which {@value SceneOptions#PRODUCT} stands for the id of the vendor's product or
         *     what the files have in common; null for the vendor's id, or one that is made of the assets
         * @return this
         */
        public Builder itemId(@Nullable String itemId) {
            this.itemId = itemId;
            return this;
        }

        /**
         * Sets the Collection of all requests.
         *
         * @param collection the href of its document, or null
         * @return this
         */
        public Builder collection(@Nullable String collection) {
            this.collection = collection;
            return this;
        }

        /**
         * Sets who provides the data of all requests.
         *
         * @param provider such as {@code planet}, or null
         * @return this
         */
        public Builder provider(@Nullable String provider) {
            this.provider = provider;
            return this;
        }

        /**
         * Sets who stands behind all requests.
         *
         * @param source the source
         * @return this
         */
        public Builder source(Source source) {
            this.source = requireNonNull(source, "source");
            return this;
        }

        /**
         * Sets the extensions of all requests.
         *
         * @param extensions names or schema URIs; none for all that are installed
         * @return this
         */
        public Builder extensions(List<String> extensions) {
            this.extensions = List.copyOf(extensions);
            return this;
        }

        /**
         * Makes the options.
         *
         * @return the options
         */
        public SceneOptions build() {
            return new SceneOptions(this);
        }
    }
}

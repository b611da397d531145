package io.stacgenerator.spi.vendor;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of a listing that is a part of a product. Immutable.
 *
 * @since 0.1.0
 */
public final class SceneFile {

    private final String scene;
    private final @Nullable String part;
    private final @Nullable String product;
    private final boolean certain;
    private final boolean asset;
    private final boolean metadata;
    private final @Nullable String document;
    private final int preference;

    private SceneFile(Builder builder) {
        scene = builder.scene;
        part = builder.part;
        product = builder.product;
        certain = builder.certain;
        asset = builder.asset;
        metadata = builder.metadata;
        document = builder.document;
        preference = builder.preference;
    }

    /**
     * Starts a file that is certain to be of its product, but neither asset nor metadata.
     *
     * @param scene what the paths of all files of the product begin with, such as
     *     {@code folder/LC08_L2SP_047027_20201204_20210313_02_T1}
     * @return a builder
     */
    public static Builder builder(String scene) {
        return new Builder(requireNonNull(scene, "scene"));
    }

    /**
     * Returns what the paths of all files of the product begin with.
     *
     * @return the beginning of a path
     */
    public String scene() {
        return scene;
    }

    /**
     * Returns what distinguishes products whose paths begin alike.
     *
     * @return such as the time of an image of a stereo pair; empty when the paths suffice
     */
    public Optional<String> part() {
        return Optional.ofNullable(part);
    }

    /**
     * Returns the id of the product.
     *
     * @return the id; empty when only the metadata of the product know it. Of a file that is not certain it is but what
     *     all such files of the scene must have in common
     */
    public Optional<String> product() {
        return Optional.ofNullable(product);
    }

    /**
     * Returns whether only files of such products have such names.
     *
     * @return false when another file of the scene must be certain
     */
    public boolean certain() {
        return certain;
    }

    /**
     * Returns whether the file is an asset of the Item.
     *
     * @return true for an asset
     */
    public boolean asset() {
        return asset;
    }

    /**
     * Returns whether an asset only describes others: a scene of nothing else is not one.
     *
     * @return true for such as a metadata document
     */
    public boolean metadata() {
        return metadata;
    }

    /**
     * Returns the kind of metadata that is read of this file.
     *
     * @return the kind; empty when the file is not read
     */
    public Optional<String> document() {
        return Optional.ofNullable(document);
    }

    /**
     * Returns which file is read where a scene has several of one kind.
     *
     * @return a number; the file with the lowest one is read
     */
    public int preference() {
        return preference;
    }

    /** Collects what is known of a file; not thread-safe. */
    public static final class Builder {

        private final String scene;
        private @Nullable String part;
        private @Nullable String product;
        private boolean certain = true;
        private boolean asset;
        private boolean metadata;
        private @Nullable String document;
        private int preference;

        private Builder(String scene) {
            this.scene = scene;
        }

        /**
         * Sets what distinguishes products whose paths begin alike.
         *
         * @param part such as the time of an image of a stereo pair, or null
         * @return this
         */
        public Builder part(@Nullable String part) {
            this.part = part;
            return this;
        }

        /**
         * Sets the id of the product.
         *
         * @param product the id, or null when only the metadata of the product know it
         * @return this
         */
        public Builder product(@Nullable String product) {
            this.product = product;
            return this;
        }

        /**
         * Sets whether only files of such products have such names.
         *
         * @param certain false when another file of the scene must be certain
         * @return this
         */
        public Builder certain(boolean certain) {
            this.certain = certain;
            return this;
        }

        /**
         * Sets whether the file is an asset of the Item.
         *
         * @param asset true for an asset
         * @return this
         */
        public Builder asset(boolean asset) {
            this.asset = asset;
            return this;
        }

        /**
         * Sets whether the asset only describes others.
         *
         * @param metadata true for such as a metadata document
         * @return this
         */
        public Builder metadata(boolean metadata) {
            this.metadata = metadata;
            return this;
        }

        /**
         * Sets the kind of metadata that is read of this file.
         *
         * @param document the kind, or null when the file is not read
         * @param preference which file is read where a scene has several of one kind: the one with the lowest number
         * @return this
         */
        public Builder document(@Nullable String document, int preference) {
            this.document = document;
            this.preference = preference;
            return this;
        }

        /**
         * Makes the file.
         *
         * @return an immutable file
         */
        public SceneFile build() {
            return new SceneFile(this);
        }
    }
}

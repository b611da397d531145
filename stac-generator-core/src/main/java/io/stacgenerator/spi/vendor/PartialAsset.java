package io.stacgenerator.spi.vendor;

import java.util.Map;
import java.util.Optional;

/**
 * An asset of a request that a vendor knows. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class PartialAsset {

    private final ProductFile file;
    private final Map<String, Object> members;

    /**
     * Creates an asset.
     *
     * @param file what the table says of its file
     * @param members the members of the asset, which are written to
     */
    public PartialAsset(ProductFile file, Map<String, Object> members) {
        this.file = file;
        this.members = members;
    }

    /**
     * Returns what the table says of the file.
     *
     * @return the file
     */
    public ProductFile file() {
        return file;
    }

    /**
     * Returns the members of the asset.
     *
     * @return the members, which are the same that {@link #set} writes to
     */
    public Map<String, Object> members() {
        return members;
    }

    /**
     * Sets a field. What all bands share is set here too.
     *
     * @param field such as {@code raster:scale}
     * @param value a JSON value
     */
    public void set(String field, Object value) {
        members.put(field, value);
    }

    /**
     * Sets a field where there is a value.
     *
     * @param field such as {@code raster:scale}
     * @param value a JSON value, or nothing
     */
    public void set(String field, Optional<?> value) {
        value.ifPresent(present -> members.put(field, present));
    }
}

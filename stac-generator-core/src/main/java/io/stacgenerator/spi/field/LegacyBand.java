package io.stacgenerator.spi.field;

import static java.util.Objects.requireNonNull;

/**
 * The form of a band's field in STAC 1.0.0, which has no {@code bands}, but arrays of extensions with an entry for each
 * band.
 *
 * <p>Items in 1.0.0 are written so, and metadata in 1.0.0 are read so. A name without a prefix means nothing outside
 * its array: what an asset or the properties say for all bands is then written into each entry.
 *
 * @param array the array in the asset, such as {@code raster:bands}
 * @param name the name in its entries, such as {@code scale} for {@code raster:scale}
 * @since 0.1.0
 */
public record LegacyBand(String array, String name) {

    /** Checks that nothing is null. */
    public LegacyBand {
        requireNonNull(array, "array");
        requireNonNull(name, "name");
    }

    /**
     * Returns whether STAC 1.0.0 knows the field in bands only.
     *
     * @return true for a name without a prefix
     */
    public boolean inBandsOnly() {
        return name.indexOf(':') < 0;
    }
}

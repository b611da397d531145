package io.stacgenerator.internal.downgrade;

import java.util.Map;

/**
 * Turns a STAC 1.1.0 Item into one of STAC 1.0.0 with the extensions of that time.
 *
 * <p>What 1.0.0 has another place for moves there: {@code bands} and the values that bands inherit become
 * {@code eo:bands} and {@code raster:bands}, {@code proj:code} becomes {@code proj:epsg}. What it has no place for at
 * all is left out: the members of {@code statistics} that raster 1.1.0 does not know, and the names of storage schemes.
 */
public final class Downgrade {

    private Downgrade() {}

    /**
     * Writes an Item as one of STAC 1.0.0.
     *
     * @param item a valid Item of STAC 1.1.0, which is not changed
     * @return a new Item; values that both versions write alike are shared with the given one
     */
    public static Map<String, Object> toV100(Map<String, Object> item) {
        OldItem old = OldItem.of(item);
        old.levels().forEach(LicenseField::downgrade);
        StorageFields.downgrade(old);
        ProjectionFields.downgrade(old);
        ViewFields.downgrade(old);
        ClassificationFields.downgrade(old);
        BandArrays.downgrade(old);
        return old.toMap();
    }
}

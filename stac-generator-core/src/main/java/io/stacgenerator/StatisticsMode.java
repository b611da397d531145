package io.stacgenerator;

/**
 * Where the statistics of bands come from.
 *
 * @since 0.1.0
 */
public enum StatisticsMode {
    /** No statistics. */
    NONE,
    /** The statistics that the file's own tags give; no pixel is read. */
    TAGS,
    /**
     * The tags where they give statistics that are not marked as approximate, otherwise the smallest overview that is
     * detailed enough.
     */
    APPROXIMATE,
    /** Every pixel of the full resolution. */
    EXACT
}

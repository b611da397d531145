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
     * The smallest overview that is detailed enough; the tags only where they are marked as exact, or no pixel can be
     * read.
     */
    APPROXIMATE,
    /** Every pixel of the full resolution. */
    EXACT
}

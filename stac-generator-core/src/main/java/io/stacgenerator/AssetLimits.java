package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What reading one asset or metadata document may cost at most; beyond it, reading fails with {@code LIMIT_EXCEEDED}.
 *
 * <p>The time of a file grows with its size, so that a few bytes cannot keep a thread busy: the defaults give a file of
 * 4 KiB 4 seconds, and one of 100 MiB half an hour. Immutable.
 *
 * @param cpuTime the time of processors that any file may take; by default 4 s
 * @param cpuTimePerMebibyte the time that each MiB of the file adds; by default 20 s
 * @param pixels the pixels to decode, over all bands; by default 10^12
 * @param bands the bands; by default 20,000, more than two years of hours in a NetCDF file
 * @param groundControlPoints the ground control points; by default 1,000,000
 * @param metadataElements the elements, groups and values of a metadata document of a vendor; by default 500,000
 * @since 0.1.0
 */
public record AssetLimits(
        Duration cpuTime,
        Duration cpuTimePerMebibyte,
        long pixels,
        int bands,
        int groundControlPoints,
        int metadataElements) {

    private static final AssetLimits DEFAULTS = new AssetLimits(
            Duration.ofSeconds(4), Duration.ofSeconds(20), 1_000_000_000_000L, 20_000, 1_000_000, 500_000);

    /** Checks that nothing is null or negative. */
    public AssetLimits {
        requireNonNull(cpuTime, "cpuTime");
        requireNonNull(cpuTimePerMebibyte, "cpuTimePerMebibyte");
        if (cpuTime.isNegative()
                || cpuTimePerMebibyte.isNegative()
                || pixels < 0
                || bands < 0
                || groundControlPoints < 0
                || metadataElements < 0) {
            throw new IllegalArgumentException("a limit is negative, expected at least 0");
        }
    }

    /**
     * Returns limits that no honest file meets.
     *
     * @return the defaults
     */
    public static AssetLimits ofDefaults() {
        return DEFAULTS;
    }

    /**
     * Changes the time.
     *
     * @param cpuTime the time of processors that any file may take
     * @param perMebibyte the time that each MiB of the file adds
     * @return the changed limits
     */
    public AssetLimits withCpuTime(Duration cpuTime, Duration perMebibyte) {
        return new AssetLimits(cpuTime, perMebibyte, pixels, bands, groundControlPoints, metadataElements);
    }

    /**
     * Changes the number of pixels.
     *
     * @param pixels the pixels to decode, over all bands
     * @return the changed limits
     */
    public AssetLimits withPixels(long pixels) {
        return new AssetLimits(cpuTime, cpuTimePerMebibyte, pixels, bands, groundControlPoints, metadataElements);
    }

    /**
     * Changes the number of bands.
     *
     * @param bands the bands of a raster
     * @return the changed limits
     */
    public AssetLimits withBands(int bands) {
        return new AssetLimits(cpuTime, cpuTimePerMebibyte, pixels, bands, groundControlPoints, metadataElements);
    }

    /**
     * Changes the number of ground control points.
     *
     * @param groundControlPoints the points of a raster
     * @return the changed limits
     */
    public AssetLimits withGroundControlPoints(int groundControlPoints) {
        return new AssetLimits(cpuTime, cpuTimePerMebibyte, pixels, bands, groundControlPoints, metadataElements);
    }

    /**
     * Changes the number of metadata elements.
     *
     * @param metadataElements the elements, groups and values of a document
     * @return the changed limits
     */
    public AssetLimits withMetadataElements(int metadataElements) {
        return new AssetLimits(cpuTime, cpuTimePerMebibyte, pixels, bands, groundControlPoints, metadataElements);
    }
}

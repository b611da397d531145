package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;

/**
 * What reading one asset or metadata document may cost at most; beyond it, reading fails with {@code LIMIT_EXCEEDED}.
 *
 * <p>The time of a file grows with its size, so that a few bytes cannot keep a thread busy: the defaults give a file of
 * 4 KiB 4 seconds, and one of 100 MiB half an hour. Immutable.
 *
 * @since 0.1.0
 */
public final class AssetLimits {

    private static final AssetLimits DEFAULTS = new AssetLimits(
            Duration.ofSeconds(4), Duration.ofSeconds(20), 1_000_000_000_000L, 20_000, 1_000_000, 500_000);

    private final Duration cpuTime;
    private final Duration cpuTimePerMebibyte;
    private final long pixels;
    private final int bands;
    private final int groundControlPoints;
    private final int metadataElements;

    private AssetLimits(
            Duration cpuTime,
            Duration cpuTimePerMebibyte,
            long pixels,
            int bands,
            int groundControlPoints,
            int metadataElements) {
        this.cpuTime = requireNonNull(cpuTime, "cpuTime");
        this.cpuTimePerMebibyte = requireNonNull(cpuTimePerMebibyte, "cpuTimePerMebibyte");
        this.pixels = pixels;
        this.bands = bands;
        this.groundControlPoints = groundControlPoints;
        this.metadataElements = metadataElements;
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
     * @throws IllegalArgumentException when it is negative
     */
    public AssetLimits withCpuTime(Duration cpuTime, Duration perMebibyte) {
        return new AssetLimits(cpuTime, perMebibyte, pixels, bands, groundControlPoints, metadataElements);
    }

    /**
     * Changes the number of pixels.
     *
     * @param pixels the pixels to decode, over all bands
     * @return the changed limits
     * @throws IllegalArgumentException when it is negative
     */
    public AssetLimits withPixels(long pixels) {
        return new AssetLimits(cpuTime, cpuTimePerMebibyte, pixels, bands, groundControlPoints, metadataElements);
    }

    /**
     * Changes the number of bands.
     *
     * @param bands the bands of a raster
     * @return the changed limits
     * @throws IllegalArgumentException when it is negative
     */
    public AssetLimits withBands(int bands) {
        return new AssetLimits(cpuTime, cpuTimePerMebibyte, pixels, bands, groundControlPoints, metadataElements);
    }

    /**
     * Changes the number of ground control points.
     *
     * @param groundControlPoints the points of a raster
     * @return the changed limits
     * @throws IllegalArgumentException when it is negative
     */
    public AssetLimits withGroundControlPoints(int groundControlPoints) {
        return new AssetLimits(cpuTime, cpuTimePerMebibyte, pixels, bands, groundControlPoints, metadataElements);
    }

    /**
     * Changes the number of metadata elements.
     *
     * @param metadataElements the elements, groups and values of a document
     * @return the changed limits
     * @throws IllegalArgumentException when it is negative
     */
    public AssetLimits withMetadataElements(int metadataElements) {
        return new AssetLimits(cpuTime, cpuTimePerMebibyte, pixels, bands, groundControlPoints, metadataElements);
    }

    /**
     * Returns the time of processors that any file may take.
     *
     * @return by default 4 s
     */
    public Duration cpuTime() {
        return cpuTime;
    }

    /**
     * Returns the time that each MiB of the file adds.
     *
     * @return by default 20 s
     */
    public Duration cpuTimePerMebibyte() {
        return cpuTimePerMebibyte;
    }

    /**
     * Returns how many pixels are decoded at most, over all bands.
     *
     * @return by default 10^12
     */
    public long pixels() {
        return pixels;
    }

    /**
     * Returns how many bands a raster may have.
     *
     * @return by default 20,000, more than two years of hours in a NetCDF file
     */
    public int bands() {
        return bands;
    }

    /**
     * Returns how many ground control points a raster may have.
     *
     * @return by default 1,000,000
     */
    public int groundControlPoints() {
        return groundControlPoints;
    }

    /**
     * Returns how many elements, groups and values a metadata document of a vendor may have.
     *
     * @return by default 500,000
     */
    public int metadataElements() {
        return metadataElements;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AssetLimits limits && limits.all().equals(all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    @Override
    public String toString() {
        return "AssetLimits" + all();
    }

    private Map<String, Object> all() {
        return Map.of(
                "cpuTime", cpuTime,
                "cpuTimePerMebibyte", cpuTimePerMebibyte,
                "pixels", pixels,
                "bands", bands,
                "groundControlPoints", groundControlPoints,
                "metadataElements", metadataElements);
    }
}

package io.stacgenerator.spi.raster;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.Warning;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a raster file says of itself, without its pixels. Immutable.
 *
 * @since 0.1.0
 */
public final class RasterInfo {

    private final String format;
    private final String mediaType;
    private final RasterSize size;
    private final List<RasterBand> bands;
    private final @Nullable GeoTransform transform;
    private final @Nullable CrsDefinition crs;
    private final List<GroundControlPoint> groundControlPoints;
    private final boolean pixelIsPoint;
    private final List<RasterSize> overviews;
    private final Map<String, String> metadata;
    private final List<Warning> warnings;

    private RasterInfo(Builder builder) {
        format = builder.format;
        mediaType = builder.mediaType;
        size = builder.size;
        bands = List.copyOf(builder.bands);
        transform = builder.transform;
        crs = builder.crs;
        groundControlPoints = List.copyOf(builder.groundControlPoints);
        pixelIsPoint = builder.pixelIsPoint;
        overviews = List.copyOf(builder.overviews);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(builder.metadata));
        warnings = List.copyOf(builder.warnings);
    }

    /**
     * Starts the description of a raster.
     *
     * @param format the short name of the format, by GDAL's names, such as {@code GTiff}
     * @param mediaType the media type of the file
     * @param size the size of the full resolution
     * @return a builder
     */
    public static Builder builder(String format, String mediaType, RasterSize size) {
        return new Builder(format, mediaType, size);
    }

    /**
     * Starts the same description of a file of another media type, such as an archive that the raster is in.
     *
     * @param mediaType the media type of the file
     * @return a builder
     */
    public Builder as(String mediaType) {
        return builder(format, mediaType, size)
                .bands(bands)
                .transform(transform)
                .crs(crs)
                .groundControlPoints(groundControlPoints)
                .pixelIsPoint(pixelIsPoint)
                .overviews(overviews)
                .metadata(metadata)
                .warnings(warnings);
    }

    /**
     * Returns the short name of the format.
     *
     * @return by GDAL's names, such as {@code GTiff}
     */
    public String format() {
        return format;
    }

    /**
     * Returns the media type of the file, with its profile.
     *
     * @return such as {@code image/tiff; application=geotiff; profile=cloud-optimized}
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Returns the size of the full resolution.
     *
     * @return columns and rows
     */
    public RasterSize size() {
        return size;
    }

    /**
     * Returns the bands in the order of the file.
     *
     * @return the bands; empty for a container that holds only other rasters
     */
    public List<RasterBand> bands() {
        return bands;
    }

    /**
     * Returns the map from pixels to coordinates.
     *
     * @return the transform; empty when the file has none
     */
    public Optional<GeoTransform> transform() {
        return Optional.ofNullable(transform);
    }

    /**
     * Returns the reference system of the coordinates: of the transform, or of the ground control points where there is
     * no transform.
     *
     * @return the system; empty when the file has none
     */
    public Optional<CrsDefinition> crs() {
        return Optional.ofNullable(crs);
    }

    /**
     * Returns the ground control points.
     *
     * @return the points, mostly none
     */
    public List<GroundControlPoint> groundControlPoints() {
        return groundControlPoints;
    }

    /**
     * Returns whether values are samples at points, not over the area of the pixel. The transform is of outer corners
     * anyway.
     *
     * @return true for {@code raster:sampling} {@code point}
     */
    public boolean pixelIsPoint() {
        return pixelIsPoint;
    }

    /**
     * Returns the sizes of the overviews, largest first.
     *
     * @return the sizes, of those in the file itself or, where it has none, in a file of overviews next to it
     */
    public List<RasterSize> overviews() {
        return overviews;
    }

    /**
     * Returns the tags of the whole file.
     *
     * @return values by GDAL's names in the order of the file, such as {@code TIFFTAG_DATETIME}; those of another
     *     domain than the default one begin with the domain and a colon, such as {@code IMAGERY:CLOUDCOVER}
     */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * Returns what a user should know of the file.
     *
     * @return the warnings
     */
    public List<Warning> warnings() {
        return warnings;
    }

    /** Collects what a raster says of itself; not thread-safe. */
    public static final class Builder {

        private final String format;
        private final String mediaType;
        private final RasterSize size;
        private List<RasterBand> bands = List.of();
        private @Nullable GeoTransform transform;
        private @Nullable CrsDefinition crs;
        private List<GroundControlPoint> groundControlPoints = List.of();
        private boolean pixelIsPoint;
        private List<RasterSize> overviews = List.of();
        private Map<String, String> metadata = Map.of();
        private List<Warning> warnings = List.of();

        private Builder(String format, String mediaType, RasterSize size) {
            this.format = requireNonNull(format, "format");
            this.mediaType = requireNonNull(mediaType, "mediaType");
            this.size = requireNonNull(size, "size");
        }

        /**
         * Sets the bands.
         *
         * @param bands the bands in the order of the file
         * @return this
         */
        public Builder bands(List<RasterBand> bands) {
            this.bands = requireNonNull(bands, "bands");
            return this;
        }

        /**
         * Sets the map from pixels to coordinates.
         *
         * @param transform the transform, of outer corners, or null
         * @return this
         */
        public Builder transform(@Nullable GeoTransform transform) {
            this.transform = transform;
            return this;
        }

        /**
         * Sets the reference system.
         *
         * @param crs the system, or null
         * @return this
         */
        public Builder crs(@Nullable CrsDefinition crs) {
            this.crs = crs;
            return this;
        }

        /**
         * Sets the ground control points.
         *
         * @param points the points
         * @return this
         */
        public Builder groundControlPoints(List<GroundControlPoint> points) {
            this.groundControlPoints = requireNonNull(points, "points");
            return this;
        }

        /**
         * Sets what values stand for.
         *
         * @param pixelIsPoint true when values are samples at points
         * @return this
         */
        public Builder pixelIsPoint(boolean pixelIsPoint) {
            this.pixelIsPoint = pixelIsPoint;
            return this;
        }

        /**
         * Sets the sizes of the overviews.
         *
         * @param overviews the sizes, largest first
         * @return this
         */
        public Builder overviews(List<RasterSize> overviews) {
            this.overviews = requireNonNull(overviews, "overviews");
            return this;
        }

        /**
         * Sets the tags of the whole file.
         *
         * @param metadata values by name, see {@link RasterInfo#metadata()}
         * @return this
         */
        public Builder metadata(Map<String, String> metadata) {
            this.metadata = requireNonNull(metadata, "metadata");
            return this;
        }

        /**
         * Sets what a user should know of the file.
         *
         * @param warnings the warnings
         * @return this
         */
        public Builder warnings(List<Warning> warnings) {
            this.warnings = requireNonNull(warnings, "warnings");
            return this;
        }

        /**
         * Makes the description.
         *
         * @return an immutable description
         */
        public RasterInfo build() {
            return new RasterInfo(this);
        }
    }
}

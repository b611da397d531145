package io.stacgenerator.spi.raster;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.model.DataType;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a raster file says of one of its bands. Immutable.
 *
 * @since 0.1.0
 */
public final class RasterBand {

    private final @Nullable String name;
    private final @Nullable String description;
    private final DataType dataType;
    private final int bitsPerSample;
    private final @Nullable Number nodata;
    private final @Nullable Double scale;
    private final @Nullable Double offset;
    private final @Nullable String unit;
    private final ColorInterpretation color;
    private final List<ColorEntry> colorTable;
    private final List<String> categories;
    private final @Nullable BandStatistics statistics;
    private final Map<String, String> metadata;

    private RasterBand(Builder builder) {
        name = builder.name;
        description = builder.description;
        dataType = builder.dataType;
        bitsPerSample = builder.bitsPerSample;
        nodata = builder.nodata;
        scale = builder.scale;
        offset = builder.offset;
        unit = builder.unit;
        color = builder.color;
        colorTable = List.copyOf(builder.colorTable);
        categories = List.copyOf(builder.categories);
        statistics = builder.statistics;
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(builder.metadata));
    }

    /**
     * Creates a band whose type alone is known.
     *
     * @param dataType the type of its values
     * @return the band
     */
    public static RasterBand of(DataType dataType) {
        return builder(dataType).build();
    }

    /**
     * Starts the description of a band.
     *
     * @param dataType the type of its values, whose bits are those of a value as stored unless others are set
     * @return a builder
     */
    public static Builder builder(DataType dataType) {
        return new Builder(dataType);
    }

    /**
     * Returns the band's name.
     *
     * @return the name; empty when it is not given
     */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /**
     * Returns the band's description.
     *
     * @return the description; empty when it is not given
     */
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /**
     * Returns the type of its values.
     *
     * @return the type
     */
    public DataType dataType() {
        return dataType;
    }

    /**
     * Returns the bits of a value as stored.
     *
     * @return the bits, which may be fewer than those of the type
     */
    public int bitsPerSample() {
        return bitsPerSample;
    }

    /**
     * Returns the value of pixels without data.
     *
     * @return the value, NaN and infinities included; empty when there is none: a {@link Double}, or a
     *     {@link java.math.BigInteger} that a double has not all digits of
     */
    public Optional<Number> nodata() {
        return Optional.ofNullable(nodata);
    }

    /**
     * Returns the factor from stored to real values.
     *
     * @return the factor; empty when none is given
     */
    public Optional<Double> scale() {
        return Optional.ofNullable(scale);
    }

    /**
     * Returns the summand from stored to real values.
     *
     * @return the summand; empty when none is given
     */
    public Optional<Double> offset() {
        return Optional.ofNullable(offset);
    }

    /**
     * Returns the unit of real values.
     *
     * @return the unit; empty when it is not given
     */
    public Optional<String> unit() {
        return Optional.ofNullable(unit);
    }

    /**
     * Returns what the band means in a picture.
     *
     * @return the meaning
     */
    public ColorInterpretation color() {
        return color;
    }

    /**
     * Returns the colors of the stored values 0, 1, 2 and so on.
     *
     * @return the colors; empty when there is no color table
     */
    public List<ColorEntry> colorTable() {
        return colorTable;
    }

    /**
     * Returns the names of what the stored values 0, 1, 2 and so on stand for.
     *
     * @return the names, an empty one where a value has none; empty when there are none
     */
    public List<String> categories() {
        return categories;
    }

    /**
     * Returns the statistics that the file's tags give.
     *
     * @return the statistics; empty when it is not given
     */
    public Optional<BandStatistics> statistics() {
        return Optional.ofNullable(statistics);
    }

    /**
     * Returns other tags of the band.
     *
     * @return values by name, in the order of the file
     */
    public Map<String, String> metadata() {
        return metadata;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(
                name,
                description,
                dataType,
                bitsPerSample,
                nodata,
                scale,
                offset,
                unit,
                color,
                colorTable,
                categories,
                statistics,
                metadata);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RasterBand that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "RasterBand" + values();
    }

    /** Collects what is known; not thread-safe. */
    public static final class Builder {

        private @Nullable String name;
        private @Nullable String description;
        private final DataType dataType;
        private int bitsPerSample;
        private @Nullable Number nodata;
        private @Nullable Double scale;
        private @Nullable Double offset;
        private @Nullable String unit;
        private ColorInterpretation color = ColorInterpretation.UNDEFINED;
        private List<ColorEntry> colorTable = List.of();
        private List<String> categories = List.of();
        private @Nullable BandStatistics statistics;
        private Map<String, String> metadata = Map.of();

        private Builder(DataType dataType) {
            this.dataType = requireNonNull(dataType, "dataType");
            this.bitsPerSample = dataType.bits();
        }

        /**
         * Sets the band's name.
         *
         * @param name the name, or null
         * @return this
         */
        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets the band's description.
         *
         * @param description the description, or null
         * @return this
         */
        public Builder description(@Nullable String description) {
            this.description = description;
            return this;
        }

        /**
         * Sets the bits of a value as stored.
         *
         * @param bitsPerSample the bits, which may be fewer than those of the type
         * @return this
         */
        public Builder bitsPerSample(int bitsPerSample) {
            this.bitsPerSample = bitsPerSample;
            return this;
        }

        /**
         * Sets the value of pixels without data.
         *
         * @param nodata the value, NaN and infinities included, or null; a {@link Double}, or a
         *     {@link java.math.BigInteger} that a double has not all digits of
         * @return this
         */
        public Builder nodata(@Nullable Number nodata) {
            this.nodata = nodata;
            return this;
        }

        /**
         * Sets the factor from stored to real values.
         *
         * @param scale the factor, or null when none is given
         * @return this
         */
        public Builder scale(@Nullable Double scale) {
            this.scale = scale;
            return this;
        }

        /**
         * Sets the summand from stored to real values.
         *
         * @param offset the summand, or null when none is given
         * @return this
         */
        public Builder offset(@Nullable Double offset) {
            this.offset = offset;
            return this;
        }

        /**
         * Sets the unit of real values.
         *
         * @param unit the unit, or null
         * @return this
         */
        public Builder unit(@Nullable String unit) {
            this.unit = unit;
            return this;
        }

        /**
         * Sets what the band means in a picture.
         *
         * @param color the meaning
         * @return this
         */
        public Builder color(ColorInterpretation color) {
            this.color = requireNonNull(color, "color");
            return this;
        }

        /**
         * Sets the colors of the stored values 0, 1, 2 and so on.
         *
         * @param colorTable the colors; empty when there is no color table
         * @return this
         */
        public Builder colorTable(List<ColorEntry> colorTable) {
            this.colorTable = requireNonNull(colorTable, "colorTable");
            return this;
        }

        /**
         * Sets the names of what the stored values 0, 1, 2 and so on stand for.
         *
         * @param categories the names, an empty one where a value has none; empty when there are none
         * @return this
         */
        public Builder categories(List<String> categories) {
            this.categories = requireNonNull(categories, "categories");
            return this;
        }

        /**
         * Sets the statistics that the file's tags give.
         *
         * @param statistics the statistics, or null
         * @return this
         */
        public Builder statistics(@Nullable BandStatistics statistics) {
            this.statistics = statistics;
            return this;
        }

        /**
         * Sets other tags of the band.
         *
         * @param metadata values by name, in the order of the file
         * @return this
         */
        public Builder metadata(Map<String, String> metadata) {
            this.metadata = requireNonNull(metadata, "metadata");
            return this;
        }

        /**
         * Makes the value.
         *
         * @return an immutable value
         */
        public RasterBand build() {
            return new RasterBand(this);
        }
    }
}

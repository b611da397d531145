package io.stacgenerator.spi.raster;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.model.DataType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a raster file says of one of its bands. Made by {@link #builder}.
 *
 * @param name the band's name, or null
 * @param description the band's description, or null
 * @param dataType the type of its values
 * @param bitsPerSample the bits of a value as stored, which may be fewer than the type's
 * @param nodata the value of pixels without data, NaN and infinities included, or null
 * @param scale the factor from stored to real values, or null when none is given
 * @param offset the summand from stored to real values, or null when none is given
 * @param unit the unit of real values, or null
 * @param color what the band means in a picture
 * @param colorTable the colors of the stored values 0, 1, 2 and so on; empty when there is no color table
 * @param categories the names of what the stored values 0, 1, 2 and so on stand for, an empty one where a value has
 *     none; empty when there are none
 * @param statistics the statistics that the file's tags give, or null
 * @param metadata other tags of the band, by name, in the order of the file
 * @since 0.1.0
 */
public record RasterBand(
        @Nullable String name,
        @Nullable String description,
        DataType dataType,
        int bitsPerSample,
        @Nullable Double nodata,
        @Nullable Double scale,
        @Nullable Double offset,
        @Nullable String unit,
        ColorInterpretation color,
        List<ColorEntry> colorTable,
        List<String> categories,
        @Nullable BandStatistics statistics,
        Map<String, String> metadata) {

    /** Copies the lists and the metadata. */
    public RasterBand {
        requireNonNull(dataType, "dataType");
        requireNonNull(color, "color");
        colorTable = List.copyOf(colorTable);
        categories = List.copyOf(categories);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Creates a band of which only the type is known.
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

    /** Collects what a file says of a band; not thread-safe. */
    public static final class Builder {

        private final DataType dataType;
        private @Nullable String name;
        private @Nullable String description;
        private int bitsPerSample;
        private @Nullable Double nodata;
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
         * Sets the name.
         *
         * @param name the name, or null
         * @return this
         */
        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets the description.
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
         * @param bitsPerSample the bits
         * @return this
         */
        public Builder bitsPerSample(int bitsPerSample) {
            this.bitsPerSample = bitsPerSample;
            return this;
        }

        /**
         * Sets the value of pixels without data.
         *
         * @param nodata the value, or null
         * @return this
         */
        public Builder nodata(@Nullable Double nodata) {
            this.nodata = nodata;
            return this;
        }

        /**
         * Sets the factor from stored to real values.
         *
         * @param scale the factor, or null
         * @return this
         */
        public Builder scale(@Nullable Double scale) {
            this.scale = scale;
            return this;
        }

        /**
         * Sets the summand from stored to real values.
         *
         * @param offset the summand, or null
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
         * Sets the colors of the stored values from 0 on.
         *
         * @param colorTable the colors, see {@link RasterBand#colorTable()}
         * @return this
         */
        public Builder colorTable(List<ColorEntry> colorTable) {
            this.colorTable = requireNonNull(colorTable, "colorTable");
            return this;
        }

        /**
         * Sets the names of what the stored values from 0 on stand for.
         *
         * @param categories the names, see {@link RasterBand#categories()}
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
         * @param metadata values by name
         * @return this
         */
        public Builder metadata(Map<String, String> metadata) {
            this.metadata = requireNonNull(metadata, "metadata");
            return this;
        }

        /**
         * Makes the description.
         *
         * @return the band
         */
        public RasterBand build() {
            return new RasterBand(
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
    }
}

package io.stacgenerator.spi;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.model.DataType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a raster file says of one of its bands.
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
        @Nullable BandStatistics statistics,
        Map<String, String> metadata) {

    /** Copies the metadata. */
    public RasterBand {
        requireNonNull(dataType, "dataType");
        requireNonNull(color, "color");
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Creates a band of which only the type is known.
     *
     * @param dataType the type of its values
     * @return the band
     */
    public static RasterBand of(DataType dataType) {
        return new RasterBand(
                null,
                null,
                dataType,
                dataType.bits(),
                null,
                null,
                null,
                null,
                ColorInterpretation.UNDEFINED,
                null,
                Map.of());
    }
}

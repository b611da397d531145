package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.geotiff.tiff.SampleLayout;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.ColorInterpretation;
import io.stacgenerator.spi.RasterBand;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The bands of an image: its samples, with what GDAL's tags say of them. */
final class Bands {

    private final SampleLayout samples;
    private final DataType type;
    private final @Nullable Double nodata;
    private final GdalMetadata metadata;
    private final @Nullable String heightUnit;

    Bands(SampleLayout samples, @Nullable Double nodata, GdalMetadata metadata, @Nullable String heightUnit) {
        this.samples = samples;
        this.type = samples.dataType();
        this.nodata = nodata;
        this.metadata = metadata;
        this.heightUnit = heightUnit;
    }

    List<RasterBand> all() {
        return IntStream.range(0, samples.count()).mapToObj(this::band).toList();
    }

    private RasterBand band(int sample) {
        String unit = metadata.role(sample, "unittype");
        return new RasterBand(
                null,
                metadata.role(sample, "description"),
                type,
                samples.bits(),
                nodata,
                metadata.number(sample, "scale"),
                metadata.number(sample, "offset"),
                unit == null ? heightUnit : unit,
                color(sample),
                TagStatistics.of(metadata.band(sample)),
                metadata.band(sample));
    }

    private ColorInterpretation color(int sample) {
        String name = metadata.role(sample, "colorinterp");
        if (name == null) {
            return BandColors.of(samples, sample);
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "gray" -> ColorInterpretation.GRAY;
            case "palette" -> ColorInterpretation.PALETTE;
            case "red" -> ColorInterpretation.RED;
            case "green" -> ColorInterpretation.GREEN;
            case "blue" -> ColorInterpretation.BLUE;
            case "alpha" -> ColorInterpretation.ALPHA;
            case "cyan" -> ColorInterpretation.CYAN;
            case "magenta" -> ColorInterpretation.MAGENTA;
            case "yellow" -> ColorInterpretation.YELLOW;
            case "black" -> ColorInterpretation.BLACK;
            default -> ColorInterpretation.UNDEFINED;
        };
    }
}

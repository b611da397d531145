package io.stacgenerator.internal.geotiff;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.attributetable.AttributeTable;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.SampleLayout;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.RasterBand;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The bands of an image: its samples, with what GDAL's tags and an {@code .aux.xml} say of them. As in GDAL, tags and
 * nodata values of the latter come first, and what else it says comes last.
 */
final class Bands {

    private final SampleLayout samples;
    private final DataType type;
    private final @Nullable Number nodata;
    private final List<ColorEntry> colorMap;
    private final GdalMetadata metadata;
    private final AuxXml aux;
    private final @Nullable String heightUnit;
    private final List<Warning> warnings;
    private final AttributeTable table;

    Bands(
            Ifd ifd,
            SampleLayout samples,
            GdalMetadata metadata,
            AuxXml aux,
            @Nullable String heightUnit,
            AttributeTable table,
            List<Warning> warnings)
            throws IOException {
        this.samples = samples;
        this.type = samples.dataType();
        this.nodata = Nodata.of(ifd, type, warnings);
        this.colorMap = ColorMap.of(ifd, samples, nodata);
        this.metadata = metadata;
        this.aux = aux;
        this.heightUnit = heightUnit;
        this.warnings = warnings;
        this.table = table;
    }

    List<RasterBand> all() {
        return IntStream.range(0, samples.count()).mapToObj(this::band).toList();
    }

    private RasterBand band(int sample) {
        AuxXmlBand beside = aux.band(sample);
        Map<String, String> items = new LinkedHashMap<>(metadata.band(sample));
        items.putAll(beside.metadata());
        String nodataBeside = beside.nodata();
        RasterBand.Builder band = RasterBand.builder(type)
                .description(first(metadata.role(sample, "description"), beside.text("Description")))
                .bitsPerSample(samples.bits())
                .nodata(nodataBeside == null ? nodata : Nodata.of(nodataBeside, type, "the .aux.xml", warnings))
                .scale(first(metadata.number(sample, "scale"), finite(beside.number("Scale"))))
                .offset(first(metadata.number(sample, "offset"), finite(beside.number("Offset"))))
                .unit(first(metadata.role(sample, "unittype"), first(beside.text("UnitType"), heightUnit)))
                .color(beside.colorTable().isEmpty() ? color(sample) : ColorInterpretation.PALETTE)
                .colorTable(beside.colorTable().isEmpty() ? colorMap(sample) : beside.colorTable())
                .categories(beside.categories())
                .statistics(TagStatistics.of(items, type, sample + 1, warnings))
                .metadata(items);
        beside.attributes().describe(band, warnings);
        if (samples.count() == 1) {
            table.describe(band, warnings);
        }
        return band.build();
    }

    private static <T> @Nullable T first(@Nullable T value, @Nullable T otherwise) {
        return value == null ? otherwise : value;
    }

    private static @Nullable Double finite(@Nullable Double number) {
        return number == null || !Double.isFinite(number) ? null : number;
    }

    private List<ColorEntry> colorMap(int sample) {
        return sample == 0 ? colorMap : List.of();
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

package io.stacgenerator.internal.gdal;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.statistics.NodataRange;
import io.stacgenerator.internal.statistics.StatisticsCheck;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.RasterBand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gdal.gdal.Band;
import org.jspecify.annotations.Nullable;

/** What GDAL says of a band. */
final class Bands {

    /** In the order of GDAL's GDALDataType, 14 being of GDAL 3.7. */
    private static final DataType[] TYPES = {
        DataType.OTHER,
        DataType.UINT8,
        DataType.UINT16,
        DataType.INT16,
        DataType.UINT32,
        DataType.INT32,
        DataType.FLOAT32,
        DataType.FLOAT64,
        DataType.CINT16,
        DataType.CINT32,
        DataType.CFLOAT32,
        DataType.CFLOAT64,
        DataType.UINT64,
        DataType.INT64,
        DataType.INT8
    };

    /** In the order of GDAL's GDALColorInterp. */
    private static final ColorInterpretation[] COLORS = {
        ColorInterpretation.UNDEFINED,
        ColorInterpretation.GRAY,
        ColorInterpretation.PALETTE,
        ColorInterpretation.RED,
        ColorInterpretation.GREEN,
        ColorInterpretation.BLUE,
        ColorInterpretation.ALPHA,
        ColorInterpretation.UNDEFINED,
        ColorInterpretation.UNDEFINED,
        ColorInterpretation.UNDEFINED,
        ColorInterpretation.CYAN,
        ColorInterpretation.MAGENTA,
        ColorInterpretation.YELLOW,
        ColorInterpretation.BLACK,
        ColorInterpretation.YCBCR_Y,
        ColorInterpretation.YCBCR_CB,
        ColorInterpretation.YCBCR_CR
    };

    private Bands() {}

    static RasterBand describe(Band band, @Nullable String name, List<Warning> warnings) {
        Map<String, String> metadata = Metadata.domain(band, "");
        GribTime.check(metadata, () -> Path.of(band.GetDataset().GetDescription()), warnings);
        DataType type = type(band);
        Scaling scaling = Scaling.of(band);
        RasterBand.Builder described = RasterBand.builder(type)
                .name(name)
                .description(description(band, metadata))
                .bitsPerSample(bits(band, type))
                .nodata(possible(nodata(band, type), type, band.GetBand(), warnings))
                .scale(scaling.factor())
                .offset(scaling.summand())
                .unit(text(band.GetUnitType()))
                .color(pick(COLORS, band.GetColorInterpretation()))
                .colorTable(Palette.of(band))
                .categories(categories(band))
                .statistics(statistics(band, type, metadata, warnings))
                .metadata(metadata);
        Attributes.describe(band, described, warnings);
        return described.build();
    }

    private static int bits(Band band, DataType type) {
        String bits = structure(band, "NBITS");
        return bits == null || !bits.matches("[1-9]\\d?") ? type.bits() : Integer.parseInt(bits);
    }

    private static List<String> categories(Band band) {
        List<?> names = band.GetCategoryNames();
        return names == null
                ? List.of()
                : names.stream().map(name -> String.valueOf(name).strip()).toList();
    }

    private static @Nullable String description(Band band, Map<String, String> metadata) {
        String description = text(band.GetDescription());
        return description == null ? text(metadata.get("long_name")) : description;
    }

    /** Returns the type of the values of a band. */
    static DataType type(Band band) {
        DataType type = pick(TYPES, band.getDataType());
        if (type == DataType.UINT8 && "SIGNEDBYTE".equals(structure(band, "PIXELTYPE"))) {
            return DataType.INT8;
        }
        return type == DataType.FLOAT32 && "16".equals(structure(band, "NBITS")) ? DataType.FLOAT16 : type;
    }

    private static @Nullable String structure(Band band, String name) {
        return band.GetMetadataItem(name, "IMAGE_STRUCTURE");
    }

    private static <T> T pick(T[] values, int index) {
        return values[index < 0 || index >= values.length ? 0 : index];
    }

    /** These bindings give no nodata value of 64-bit integers; NetCDF has it among the metadata too. */
    static @Nullable Number nodata(Band band, DataType type) {
        if (type != DataType.INT64 && type != DataType.UINT64) {
            return number(band::GetNoDataValue);
        }
        String fill = band.GetMetadataItem("_FillValue");
        return fill == null || !fill.matches("-?\\d{1,20}") ? null : NodataRange.integer(fill);
    }

    private static @Nullable Number possible(
            @Nullable Number nodata, DataType type, int number, List<Warning> warnings) {
        if (nodata == null || NodataRange.possible(nodata, type)) {
            return nodata;
        }
        warnings.add(new Warning(
                "nodata-impossible",
                "the nodata value %s of band %d is ignored: no pixel of the type %s can have it"
                        .formatted(nodata, number, type.jsonName())));
        return null;
    }

    private static @Nullable BandStatistics statistics(
            Band band, DataType type, Map<String, String> metadata, List<Warning> warnings) {
        double[][] n = new double[4][1];
        if (band.GetStatistics(true, false, n[0], n[1], n[2], n[3]) != 0) {
            return null;
        }
        for (double[] number : n) {
            if (!Double.isFinite(number[0])) {
                warnings.add(StatisticsCheck.impossible(
                        band.GetBand(), "one of them is %s, expected a number".formatted(number[0])));
                return null;
            }
        }
        Double valid = validPercent(metadata.get("STATISTICS_VALID_PERCENT"));
        BandStatistics told = BandStatistics.builder()
                .minimum(n[0][0])
                .maximum(n[1][0])
                .mean(n[2][0])
                .stddev(n[3][0])
                .validPercent(valid)
                .build();
        return StatisticsCheck.possible(told, type, band.GetBand(), warnings);
    }

    private static @Nullable Double validPercent(@Nullable String text) {
        return text == null || !text.matches("-?\\d{1,9}(\\.\\d*)?") ? null : Double.valueOf(text);
    }

    private static @Nullable Double number(Consumer<Double[]> getter) {
        Double[] value = new Double[1];
        getter.accept(value);
        return value[0];
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}

package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.DataType;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import io.stacgenerator.spi.raster.Histogram;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Passes rasters from one process to another: each type is read in the order in which it is written. */
final class RasterWire {

    private RasterWire() {}

    static void write(RasterInfo info, WireOutput out) throws IOException {
        out.text(info.format());
        out.text(info.mediaType());
        write(info.size(), out);
        out.list(info.bands(), band -> write(band, out));
        out.optional(info.transform().orElse(null), transform -> write(transform, out));
        out.optional(info.crs().orElse(null), crs -> write(crs, out));
        out.list(info.groundControlPoints(), point -> write(point, out));
        out.flag(info.pixelIsPoint());
        out.list(info.overviews(), size -> write(size, out));
        out.map(info.metadata());
        out.list(info.warnings(), warning -> write(warning, out));
    }

    static RasterInfo readInfo(WireInput in) throws IOException {
        return RasterInfo.builder(in.text(), in.text(), readSize(in))
                .bands(in.list(() -> readBand(in)))
                .transform(in.optional(() -> readTransform(in)))
                .crs(in.optional(() -> readCrs(in)))
                .groundControlPoints(in.list(() -> readPoint(in)))
                .pixelIsPoint(in.flag())
                .overviews(in.list(() -> readSize(in)))
                .metadata(in.map())
                .warnings(in.list(() -> readWarning(in)))
                .build();
    }

    private static void write(RasterBand band, WireOutput out) throws IOException {
        out.constant(band.dataType());
        out.optional(band.name().orElse(null), out::text);
        out.optional(band.description().orElse(null), out::text);
        out.integer(band.bitsPerSample());
        out.optional(band.nodata().orElse(null), nodata -> write(nodata, out));
        out.optional(band.scale().orElse(null), out::real);
        out.optional(band.offset().orElse(null), out::real);
        out.optional(band.unit().orElse(null), out::text);
        out.constant(band.color());
        out.list(band.colorTable(), color -> write(color, out));
        out.list(band.categories(), out::text);
        out.optional(band.statistics().orElse(null), statistics -> write(statistics, out));
        out.map(band.metadata());
    }

    private static RasterBand readBand(WireInput in) throws IOException {
        return RasterBand.builder(in.constant(DataType.class))
                .name(in.optional(in::text))
                .description(in.optional(in::text))
                .bitsPerSample(in.integer())
                .nodata(in.optional(() -> readNumber(in)))
                .scale(in.optional(in::real))
                .offset(in.optional(in::real))
                .unit(in.optional(in::text))
                .color(in.constant(ColorInterpretation.class))
                .colorTable(in.list(() -> readColor(in)))
                .categories(in.list(in::text))
                .statistics(in.optional(() -> readStatistics(in)))
                .metadata(in.map())
                .build();
    }

    static void write(BandStatistics statistics, WireOutput out) throws IOException {
        out.optional(statistics.minimum().orElse(null), out::real);
        out.optional(statistics.maximum().orElse(null), out::real);
        out.optional(statistics.mean().orElse(null), out::real);
        out.optional(statistics.stddev().orElse(null), out::real);
        out.optional(statistics.count().orElse(null), out::integer);
        out.optional(statistics.validPercent().orElse(null), out::real);
        out.optional(statistics.histogram().orElse(null), histogram -> write(histogram, out));
    }

    static BandStatistics readStatistics(WireInput in) throws IOException {
        return BandStatistics.builder()
                .minimum(in.optional(in::real))
                .maximum(in.optional(in::real))
                .mean(in.optional(in::real))
                .stddev(in.optional(in::real))
                .count(in.optional(in::longInteger))
                .validPercent(in.optional(in::real))
                .histogram(in.optional(() -> readHistogram(in)))
                .build();
    }

    private static void write(Histogram histogram, WireOutput out) throws IOException {
        out.real(histogram.min());
        out.real(histogram.max());
        out.list(histogram.buckets(), out::integer);
    }

    private static Histogram readHistogram(WireInput in) throws IOException {
        return new Histogram(in.real(), in.real(), in.list(in::longInteger));
    }

    static void write(ValidityMask mask, WireOutput out) throws IOException {
        RasterSize size = mask.size();
        write(size, out);
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                out.flag(mask.valid(column, row));
            }
        }
    }

    /** @param side the number of cells on the longer side that was asked for */
    static ValidityMask readMask(WireInput in, int side) throws IOException {
        RasterSize size = readSize(in);
        if (Math.max(size.width(), size.height()) >= 2L * side) {
            throw new IOException("a mask of %s has too many cells".formatted(size));
        }
        BitSet valid = new BitSet();
        for (int cell = 0; cell < size.width() * size.height(); cell++) {
            valid.set(cell, in.flag());
        }
        return size.width() == 1 && size.height() == 1 && valid.get(0)
                ? ValidityMask.everywhere()
                : new ValidityMask(size, valid);
    }

    static void write(BandValues values, WireOutput out) throws IOException {
        PixelWindow window = values.window();
        for (int row = 0; row < window.height(); row++) {
            for (int column = 0; column < window.width(); column++) {
                out.real(values.value(column, row));
                out.flag(values.hasData(column, row));
            }
        }
    }

    static BandValues readValues(WireInput in, PixelWindow window) throws IOException {
        double[] values = new double[(int) window.pixels()];
        BitSet data = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = in.real();
            data.set(i, in.flag());
        }
        return BandValues.of(window, values, data::get);
    }

    static List<BandValues> readValues(WireInput in, PixelWindow window, int bands) throws IOException {
        List<BandValues> values = new ArrayList<>();
        for (int i = 0; i < bands; i++) {
            values.add(readValues(in, window));
        }
        return values;
    }

    static void write(PixelWindow window, WireOutput out) throws IOException {
        out.integer(window.left());
        out.integer(window.top());
        out.integer(window.width());
        out.integer(window.height());
    }

    static PixelWindow readWindow(WireInput in) throws IOException {
        return new PixelWindow(in.integer(), in.integer(), in.integer(), in.integer());
    }

    static void write(RasterSize size, WireOutput out) throws IOException {
        out.integer(size.width());
        out.integer(size.height());
    }

    static RasterSize readSize(WireInput in) throws IOException {
        return new RasterSize(in.integer(), in.integer());
    }

    private static void write(GeoTransform transform, WireOutput out) throws IOException {
        out.real(transform.a());
        out.real(transform.b());
        out.real(transform.c());
        out.real(transform.d());
        out.real(transform.e());
        out.real(transform.f());
    }

    private static GeoTransform readTransform(WireInput in) throws IOException {
        return new GeoTransform(in.real(), in.real(), in.real(), in.real(), in.real(), in.real());
    }

    private static void write(GroundControlPoint point, WireOutput out) throws IOException {
        out.real(point.column());
        out.real(point.row());
        out.real(point.x());
        out.real(point.y());
        out.real(point.z());
    }

    private static GroundControlPoint readPoint(WireInput in) throws IOException {
        return new GroundControlPoint(in.real(), in.real(), in.real(), in.real(), in.real());
    }

    private static void write(CrsDefinition crs, WireOutput out) throws IOException {
        out.optional(crs.code().orElse(null), out::text);
        out.optional(crs.name().orElse(null), out::text);
        out.optional(crs.projString().orElse(null), out::text);
        out.optional(crs.projjson().map(JsonText::compact).orElse(null), out::text);
        out.optional(crs.wkt2().orElse(null), out::text);
        out.flag(crs.terrestrial());
    }

    private static CrsDefinition readCrs(WireInput in) throws IOException {
        return CrsDefinition.builder()
                .code(in.optional(in::text))
                .name(in.optional(in::text))
                .projString(in.optional(in::text))
                .projjson(in.optional(() -> readJson(in)))
                .wkt2(in.optional(in::text))
                .terrestrial(in.flag())
                .build();
    }

    private static Map<String, Object> readJson(WireInput in) throws IOException {
        return JsonReader.object(in.text(), ErrorCode.INVALID_RASTER, "the definition of a reference system");
    }

    private static void write(ColorEntry color, WireOutput out) throws IOException {
        out.integer(color.red());
        out.integer(color.green());
        out.integer(color.blue());
        out.integer(color.alpha());
    }

    private static ColorEntry readColor(WireInput in) throws IOException {
        return new ColorEntry(in.integer(), in.integer(), in.integer(), in.integer());
    }

    private static void write(Warning warning, WireOutput out) throws IOException {
        out.text(warning.code());
        out.text(warning.message());
        out.optional(warning.pointer(), out::text);
    }

    private static Warning readWarning(WireInput in) throws IOException {
        return new Warning(in.text(), in.text(), in.optional(in::text));
    }

    /** Doubles hold all nodata values but those of 64-bit integers. */
    private static void write(Number number, WireOutput out) throws IOException {
        boolean real = number instanceof Double;
        out.flag(real);
        if (real) {
            out.real(number.doubleValue());
        } else {
            out.text(number.toString());
        }
    }

    private static Number readNumber(WireInput in) throws IOException {
        if (in.flag()) {
            return in.real();
        }
        return new BigInteger(in.text());
    }
}

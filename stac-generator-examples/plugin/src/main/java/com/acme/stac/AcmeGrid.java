package com.acme.stac;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An open grid: lines of text with a name and a value each, an empty line, and one byte for each cell. */
final class AcmeGrid implements Raster {

    private static final int PIECE = 1 << 20;
    private static final int NODATA = 255;

    private final StorageObject object;
    private final long start;
    private final RasterInfo info;

    AcmeGrid(StorageObject object, int start, Map<String, String> header) {
        this.object = object;
        this.start = start;
        this.info = info(header);
        long cells = (long) info.size().width() * info.size().height();
        if (object.size() - start != cells) {
            throw invalid("has %d bytes of cells, expected %d".formatted(object.size() - start, cells));
        }
    }

    private RasterInfo info(Map<String, String> header) {
        try {
            double pixel = Double.parseDouble(value(header, "pixel"));
            return RasterInfo.builder(
                            "AGRID",
                            "application/x-acme-grid",
                            new RasterSize(
                                    Integer.parseInt(value(header, "width")),
                                    Integer.parseInt(value(header, "height"))))
                    .bands(List.of(RasterBand.builder(DataType.UINT8)
                            .name("temperature")
                            .unit("Cel")
                            .nodata((double) NODATA)
                            .metadata(Map.of(AcmeGridReader.SENSOR, value(header, AcmeGridReader.SENSOR)))
                            .build()))
                    .crs(CrsDefinition.epsg(Integer.parseInt(value(header, "epsg"))))
                    .transform(new GeoTransform(
                            pixel,
                            0,
                            Double.parseDouble(value(header, "west")),
                            0,
                            -pixel,
                            Double.parseDouble(value(header, "north"))))
                    .build();
        } catch (IllegalArgumentException e) {
            throw invalid("has a header that is not valid: " + e.getMessage());
        }
    }

    private String value(Map<String, String> header, String name) {
        String value = header.get(name);
        if (value == null) {
            throw invalid("lacks %s in its header".formatted(name));
        }
        return value;
    }

    private StacGeneratorException invalid(String fault) {
        return new StacGeneratorException(ErrorCode.INVALID_RASTER, "grid %s %s".formatted(object.href(), fault));
    }

    @Override
    public RasterInfo info() {
        return info;
    }

    @Override
    public Optional<List<BandStatistics>> statistics(StatisticsMode mode) throws IOException {
        long[] counts = new long[NODATA + 1];
        for (long offset = start; offset < object.size(); offset += PIECE) {
            ByteBuffer piece = object.read(offset, PIECE);
            while (piece.hasRemaining()) {
                counts[Byte.toUnsignedInt(piece.get())]++;
            }
        }
        return Optional.of(List.of(statistics(counts)));
    }

    @Override
    public List<BandValues> readWindow(PixelWindow window, int... bands) throws IOException {
        window.requireWithin(info, bands);
        double[] cells = new double[(int) window.pixels()];
        for (int row = 0, i = 0; row < window.height(); row++) {
            long first = (long) (window.top() + row) * info.size().width() + window.left();
            ByteBuffer line = object.read(start + first, window.width());
            while (line.hasRemaining()) {
                cells[i++] = Byte.toUnsignedInt(line.get());
            }
        }
        BandValues values = BandValues.of(window, cells, cell -> cells[cell] != NODATA);
        return Collections.nCopies(bands.length, values);
    }

    private static BandStatistics statistics(long[] counts) {
        long valid = 0;
        double sum = 0;
        Double minimum = null;
        Double maximum = null;
        for (int value = 0; value < NODATA; value++) {
            if (counts[value] > 0) {
                minimum = minimum == null ? Double.valueOf(value) : minimum;
                maximum = (double) value;
                valid += counts[value];
                sum += (double) value * counts[value];
            }
        }
        Double mean = valid == 0 ? null : sum / valid;
        return BandStatistics.builder().minimum(minimum).maximum(maximum).mean(mean).count(valid).validPercent(100.0 * valid / (valid + counts[NODATA])).build();
    }
}

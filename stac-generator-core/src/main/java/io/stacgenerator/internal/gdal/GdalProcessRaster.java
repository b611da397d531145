package io.stacgenerator.internal.gdal;

import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.gdal.GdalServer.Question;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A raster that GDAL has opened in another process.
 *
 * @param processes what to ask
 * @param number what no other raster of this process has
 * @param file the file, closed with this
 * @param info what it says of itself
 */
record GdalProcessRaster(GdalProcesses processes, long number, GdalFile file, RasterInfo info) implements Raster {

    @Override
    public Optional<List<BandStatistics>> statistics(StatisticsMode mode) {
        return ask(
                Question.STATISTICS,
                out -> out.constant(mode),
                in -> Optional.ofNullable(in.optional(() -> in.list(() -> RasterWire.readStatistics(in)))));
    }

    @Override
    public Optional<ValidityMask> validity(int side) {
        return ask(
                Question.VALIDITY,
                out -> out.integer(side),
                in -> Optional.ofNullable(in.optional(() -> RasterWire.readMask(in, side))));
    }

    @Override
    public List<BandValues> readWindow(PixelWindow window, int... bands) {
        window.requireWithin(info, bands);
        return ask(
                Question.WINDOW,
                out -> {
                    RasterWire.write(window, out);
                    out.list(IntStream.of(bands).boxed().toList(), out::integer);
                },
                in -> RasterWire.readValues(in, window, bands.length));
    }

    @Override
    public Optional<List<BandValues>> preview(RasterSize size, int... bands) {
        return Optional.of(ask(
                Question.PREVIEW,
                out -> {
                    RasterWire.write(size, out);
                    out.list(IntStream.of(bands).boxed().toList(), out::integer);
                },
                in -> RasterWire.readValues(in, PixelWindow.of(size), bands.length)));
    }

    private <T> T ask(Question question, GdalProcess.Asking asking, GdalProcess.Reading<T> answer) {
        return processes.ask(number, file, question, asking, answer);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            processes.close(number);
        }
    }
}

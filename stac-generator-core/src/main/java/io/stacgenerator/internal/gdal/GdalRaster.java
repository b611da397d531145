package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.gdal.named.FileBytes;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;

/** A raster that GDAL has opened. */
final class GdalRaster implements Raster {

    private final GdalFile file;
    private final Dataset dataset;
    private final List<Variable> variables;
    private final RasterInfo info;

    private GdalRaster(GdalFile file, Dataset dataset, List<Variable> variables, RasterInfo info) {
        this.file = file;
        this.dataset = dataset;
        this.variables = variables;
        this.info = info;
    }

    /** Opens a file and reads its header; the raster closes the file. */
    static GdalRaster open(GdalFile file) {
        if (!file.naming()) {
            return opened(file);
        }
        GdalDrivers.follow();
        try {
            return opened(file);
        } catch (RuntimeException e) {
            GdalDrivers.unfollow();
            throw e;
        }
    }

    private static GdalRaster opened(GdalFile file) {
        requireWhole(file);
        List<Warning> warnings = new ArrayList<>();
        Dataset dataset = file.open();
        if (dataset == null) {
            dataset = openedWithError(file, warnings);
        }
        Variables contents = new Variables(warnings);
        List<Variable> variables = contents.of(dataset);
        if (variables.isEmpty()) {
            dataset.delete();
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_RASTER, "%s holds no raster that GDAL can read".formatted(file.href()));
        }
        Dataset first = variables.get(0).dataset();
        requirePixels(file.href(), first.GetRasterXSize(), first.GetRasterYSize());
        return new GdalRaster(file, dataset, variables, Description.of(dataset, variables, contents.times(), warnings));
    }

    private static Dataset openedWithError(GdalFile file, List<Warning> warnings) {
        String message = gdal.GetLastErrorMsg();
        boolean unknown = message.contains("not recognized as a supported") || message.contains("missing codec");
        StacGeneratorException failure =
                GdalSession.failure(unknown ? ErrorCode.UNSUPPORTED_RASTER : ErrorCode.INVALID_RASTER, file, "open");
        Dataset dataset = unknown ? null : file.openWithErrors();
        if (dataset == null) {
            throw failure;
        }
        warnings.add(new Warning(
                "raster-opened-with-error",
                "GDAL opens %s with an error, so that its tags are left out: %s"
                        .formatted(file.href(), file.withHref(message.strip()))));
        return dataset;
    }

    /** Drivers take the size of HDF5, which may have 64 bits, for one of 32. */
    static void requirePixels(String href, int columns, int rows) {
        if (columns < 1 || rows < 1) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_RASTER,
                    "%s has %d x %d pixels, as GDAL reads it; expected 1 to %d of each"
                            .formatted(href, columns, rows, Integer.MAX_VALUE));
        }
    }

    private static void requireWhole(GdalFile file) {
        if (file.hdf5() && Files.isRegularFile(file.path())) {
            try (FileBytes bytes = FileBytes.open(file.path())) {
                ClassicNetcdf.requireWhole(bytes, file.href());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public RasterInfo info() {
        return info;
    }

    @Override
    public Optional<List<BandStatistics>> statistics(StatisticsMode mode) {
        return Optional.of(GdalSession.call(
                file,
                () -> variables.stream()
                        .flatMap(Variable::bands)
                        .map(band -> Statistics.of(band, mode, file))
                        .toList()));
    }

    @Override
    public Optional<ValidityMask> validity(int side) {
        return Optional.of(GdalSession.call(
                file,
                () -> Validity.of(variables.stream().flatMap(Variable::bands).toList(), side, file)));
    }

    @Override
    public List<BandValues> readWindow(PixelWindow window, int... bands) {
        window.requireWithin(info, bands);
        return GdalSession.call(file, () -> {
            List<Band> all = variables.stream().flatMap(Variable::bands).toList();
            return IntStream.of(bands)
                    .mapToObj(band -> Values.of(all.get(band), window, file))
                    .toList();
        });
    }

    @Override
    public Optional<List<BandValues>> preview(RasterSize size, int... bands) {
        return Optional.of(GdalSession.call(file, () -> {
            List<Band> all = variables.stream().flatMap(Variable::bands).toList();
            return IntStream.of(bands)
                    .mapToObj(band -> Values.reduced(all.get(band), size, file))
                    .toList();
        }));
    }

    @Override
    public void close() throws IOException {
        try (file) {
            GdalSession.call(file, () -> {
                variables.forEach(Variable::close);
                dataset.delete();
                if (file.naming()) {
                    GdalDrivers.unfollow();
                }
                return dataset;
            });
        }
    }
}

package io.stacgenerator.internal.pipeline;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.FootprintMode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.Warning;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.ValidityMask;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The raster of an asset, with the readers that may know its pixels where the one that opened it does not. */
final class OpenRaster implements Closeable {

    /** Cells on the longer side of the mask that the footprint of data is made of. */
    private static final int MASK_SIDE = 1024;

    private final Raster raster;
    private final List<RasterReader> others;
    private final Predicate<RasterReader> recognises;
    private final StorageObject object;
    private final GenerationContext context;
    private @Nullable String fault;

    private OpenRaster(
            Raster raster,
            List<RasterReader> others,
            Predicate<RasterReader> recognises,
            StorageObject object,
            GenerationContext context) {
        this.raster = raster;
        this.others = others;
        this.recognises = recognises;
        this.object = object;
        this.context = context;
    }

    /**
     * Opens a raster with the first reader that does not decline it.
     *
     * @param readers the readers, in order
     * @param recognises tells whether a reader recognises the file; only asked of a reader when it is its turn
     * @return the raster; empty where no reader recognises the file, or all decline it, which is warned of
     */
    static Optional<OpenRaster> open(
            List<RasterReader> readers,
            Predicate<RasterReader> recognises,
            StorageObject object,
            GenerationContext context)
            throws IOException {
        StacGeneratorException declined = null;
        for (int i = 0; i < readers.size(); i++) {
            if (recognises.test(readers.get(i))) {
                try {
                    RasterReader reader = readers.get(i);
                    Raster raster = ServiceFailures.ask(reader, () -> reader.open(object, context));
                    List<RasterReader> others = readers.subList(i + 1, readers.size());
                    return Optional.of(new OpenRaster(raster, others, recognises, object, context));
                } catch (StacGeneratorException e) {
                    StacGeneratorException reason = requireDeclined(e);
                    declined = declined == null ? reason : declined;
                }
            }
        }
        if (declined != null) {
            context.warn(new Warning(
                    "raster-unsupported",
                    "%s is an asset without raster facts: %s".formatted(object.href(), declined.getMessage())));
        }
        return Optional.empty();
    }

    private static StacGeneratorException requireDeclined(StacGeneratorException e) {
        if (e.code() != ErrorCode.UNSUPPORTED_RASTER) {
            throw e;
        }
        return e;
    }

    RasterInfo info() {
        return raster.info();
    }

    /** Returns the statistics that the options ask for, an entry for each band or none. */
    List<BandStatistics> statistics() throws IOException {
        StatisticsMode mode = context.options().statistics();
        List<RasterBand> bands = raster.info().bands();
        boolean tagged = bands.stream().allMatch(band -> band.statistics() != null);
        boolean ofAll = tagged && bands.stream().noneMatch(OpenRaster::approximate);
        if (mode == StatisticsMode.NONE) {
            return List.of();
        }
        if (mode == StatisticsMode.EXACT || (mode == StatisticsMode.APPROXIMATE && !ofAll)) {
            Optional<List<BandStatistics>> read = pixels(each -> each.statistics(mode));
            if (read.isPresent()) {
                return read.get();
            }
            if (mode == StatisticsMode.EXACT && tagged && !ofAll) {
                warnOfPixels(new Warning("statistics-unavailable", "those of its tags are approximate; left out"));
                return List.of();
            }
            warnOfPixels(new Warning("statistics-unavailable", "it has no statistics but those of its tags"));
        }
        return tagged
                ? bands.stream()
                        .map(RasterBand::statistics)
                        .map(Objects::requireNonNull)
                        .toList()
                : List.of();
    }

    /** GDAL marks statistics of a small overview, of as little as 2500 pixels. */
    private static boolean approximate(RasterBand band) {
        return "YES".equalsIgnoreCase(band.metadata().get("STATISTICS_APPROXIMATE"));
    }

    /** Returns where the raster has data, or null where the options do not ask for it or nothing tells it. */
    @Nullable ValidityMask validity() throws IOException {
        RasterInfo info = raster.info();
        boolean located = info.transform().isPresent() && info.crs().isPresent();
        if (context.options().footprint() != FootprintMode.DATA || !located) {
            return null;
        }
        Optional<ValidityMask> mask = pixels(each -> each.validity(MASK_SIDE));
        if (mask.isEmpty()) {
            warnOfPixels(new Warning("footprint-of-bounds", "its footprint is that of its bounds", "/geometry"));
        }
        return mask.orElse(null);
    }

    /** Adds to a consequence why the pixels are not known. */
    private void warnOfPixels(Warning consequence) {
        String reason = fault == null
                ? "no installed reader decodes the pixels of " + object.href()
                : "the pixels of %s cannot be decoded: %s".formatted(object.href(), fault);
        context.warn(new Warning(
                consequence.code(), "%s; %s".formatted(reason, consequence.message()), consequence.pointer()));
    }

    /** Asks for pixels; broken ones cost what was asked for, not the Item. */
    private <T> Optional<T> pixels(Question<T> question) throws IOException {
        fault = null;
        try {
            return ask(question);
        } catch (StacGeneratorException e) {
            if (e.code() != ErrorCode.INVALID_RASTER) {
                throw e;
            }
            fault = e.getMessage();
            return Optional.empty();
        }
    }

    /** Asks the raster, and then the same file as the other readers open it. */
    private <T> Optional<T> ask(Question<T> question) throws IOException {
        Optional<T> answer = question.ask(raster);
        for (RasterReader reader : others) {
            if (answer.isEmpty() && recognises.test(reader)) {
                answer = ask(reader, question);
            }
        }
        return answer;
    }

    private <T> Optional<T> ask(RasterReader reader, Question<T> question) throws IOException {
        try (Raster other = ServiceFailures.ask(reader, () -> reader.open(object, context))) {
            int bands = other.info().bands().size();
            return bands == raster.info().bands().size() ? question.ask(other) : Optional.empty();
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.UNSUPPORTED_RASTER || e.code() == ErrorCode.LIMIT_EXCEEDED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        raster.close();
    }

    /** Something that takes the pixels of a raster. */
    @FunctionalInterface
    private interface Question<T> {

        Optional<T> ask(Raster raster) throws IOException;
    }
}

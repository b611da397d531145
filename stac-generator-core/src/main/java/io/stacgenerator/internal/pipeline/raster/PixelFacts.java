package io.stacgenerator.internal.pipeline.raster;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.FootprintMode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.Warning;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.ValidityMask;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the options ask of the pixels of a raster. */
public final class PixelFacts {

    /** Cells on the longer side of the mask that the footprint of data is made of. */
    private static final int MASK_SIDE = 1024;

    private final Raster raster;
    private final String href;
    private final GenerationContext context;
    private @Nullable String fault;

    /**
     * Prepares to ask.
     *
     * @param raster the raster
     * @param href what its file is called in warnings
     * @param context the request
     */
    public PixelFacts(Raster raster, String href, GenerationContext context) {
        this.raster = raster;
        this.href = href;
        this.context = context;
    }

    /** Returns the statistics that the options ask for, an entry for each band or none. */
    public List<BandStatistics> statistics() throws IOException {
        StatisticsMode mode = context.options().statistics();
        List<RasterBand> bands = raster.info().bands();
        boolean tagged = bands.stream().allMatch(band -> band.statistics().isPresent());
        boolean exact = tagged && bands.stream().allMatch(band -> marked(band, "NO"));
        if (mode == StatisticsMode.NONE) {
            return List.of();
        }
        if (mode == StatisticsMode.EXACT || (mode == StatisticsMode.APPROXIMATE && !exact)) {
            Optional<List<BandStatistics>> read = pixels(each -> each.statistics(mode));
            if (read.isPresent()) {
                return read.get();
            }
            if (mode == StatisticsMode.EXACT && tagged && bands.stream().anyMatch(band -> marked(band, "YES"))) {
                warnOfPixels(new Warning("statistics-unavailable", "those of its tags are approximate; left out"));
                return List.of();
            }
            warnOfPixels(new Warning("statistics-unavailable", "it has no statistics but those of its tags"));
        }
        return tagged
                ? bands.stream().flatMap(band -> band.statistics().stream()).toList()
                : List.of();
    }

    /** GDAL marks statistics of a small overview, of as little as 2500 pixels, by {@code YES}. */
    private static boolean marked(RasterBand band, String approximate) {
        return approximate.equalsIgnoreCase(band.metadata().get("STATISTICS_APPROXIMATE"));
    }

    /** Returns where the raster has data, or null where the options do not ask for it or nothing says it. */
    public @Nullable ValidityMask validity() throws IOException {
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
                ? "no installed reader decodes the pixels of " + href
                : "the pixels of %s cannot be decoded: %s".formatted(href, fault);
        context.warn(new Warning(
                consequence.code(), "%s; %s".formatted(reason, consequence.message()), consequence.pointer()));
    }

    /** Asks for pixels; broken ones cost what was asked for, not the Item. */
    private <T> Optional<T> pixels(PixelQuestion<T> question) throws IOException {
        fault = null;
        try {
            return question.ask(raster);
        } catch (StacGeneratorException e) {
            if (e.code() != ErrorCode.INVALID_RASTER) {
                throw e;
            }
            fault = e.getMessage();
            return Optional.empty();
        }
    }
}

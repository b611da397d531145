package io.stacgenerator.internal.pipeline;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.FootprintMode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.BandStatistics;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.Raster;
import io.stacgenerator.spi.RasterBand;
import io.stacgenerator.spi.RasterInfo;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.ValidityMask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens one asset and drafts it from what its file says. */
final class AssetReading {

    /** Cells on the longer side of the mask that the footprint of data is made of. */
    private static final int MASK_SIDE = 1024;

    private final List<RasterReader> readers;

    AssetReading(List<RasterReader> readers) {
        this.readers = readers;
    }

    AssetDraft read(String href, RequestContext context) {
        try (StorageObject object = context.open(href)) {
            return draft(object, context);
        } catch (IOException e) {
            throw new StacGeneratorException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "cannot read %s: %s"
                            .formatted(
                                    context.storage().publicHref(href),
                                    Secrets.redact(String.valueOf(e.getMessage()))));
        }
    }

    private AssetDraft draft(StorageObject object, GenerationContext context) throws IOException {
        try (Raster raster = open(object, context)) {
            if (raster == null) {
                return new AssetDraft(object.href(), object.size(), object.lastModified(), null, List.of());
            }
            raster.info().warnings().forEach(context::warn);
            return new AssetDraft(
                    object.href(),
                    object.size(),
                    object.lastModified(),
                    raster.info(),
                    statistics(raster, object, context),
                    validity(raster, object, context));
        }
    }

    private static @Nullable ValidityMask validity(Raster raster, StorageObject object, GenerationContext context)
            throws IOException {
        RasterInfo info = raster.info();
        boolean located = info.transform().isPresent() && info.crs().isPresent();
        if (context.options().footprint() != FootprintMode.DATA || !located) {
            return null;
        }
        Optional<ValidityMask> mask = raster.validity(MASK_SIDE);
        if (mask.isEmpty()) {
            context.warn(new Warning(
                    "footprint-of-bounds",
                    "no installed reader decodes the pixels of %s: its footprint is that of its bounds"
                            .formatted(object.href()),
                    "/geometry"));
        }
        return mask.orElse(null);
    }

    private @Nullable Raster open(StorageObject object, GenerationContext context) throws IOException {
        ByteBuffer head = object.read(0, RasterReader.HEAD_LENGTH).asReadOnlyBuffer();
        StacGeneratorException declined = null;
        for (RasterReader reader : readers) {
            if (reader.recognises(head.duplicate(), object)) {
                try {
                    return reader.open(object, context);
                } catch (StacGeneratorException e) {
                    if (e.code() != ErrorCode.UNSUPPORTED_RASTER) {
                        throw e;
                    }
                    declined = declined == null ? e : declined;
                }
            }
        }
        if (declined != null) {
            throw declined;
        }
        return null;
    }

    private static List<BandStatistics> statistics(Raster raster, StorageObject object, GenerationContext context)
            throws IOException {
        StatisticsMode mode = context.options().statistics();
        List<RasterBand> bands = raster.info().bands();
        boolean tagged = bands.stream().allMatch(band -> band.statistics() != null);
        if (mode == StatisticsMode.NONE) {
            return List.of();
        }
        if (mode == StatisticsMode.EXACT || (mode == StatisticsMode.APPROXIMATE && !tagged)) {
            Optional<List<BandStatistics>> read = raster.statistics(mode);
            if (read.isPresent()) {
                return read.get();
            }
            context.warn(new Warning(
                    "statistics-unavailable",
                    "no installed reader decodes the pixels of %s: it has no statistics but those of its tags"
                            .formatted(object.href())));
        }
        return tagged
                ? bands.stream()
                        .map(RasterBand::statistics)
                        .map(Objects::requireNonNull)
                        .toList()
                : List.of();
    }
}

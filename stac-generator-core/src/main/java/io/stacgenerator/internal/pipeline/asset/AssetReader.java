package io.stacgenerator.internal.pipeline.asset;

import io.stacgenerator.Asset;
import io.stacgenerator.AssetLimits;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.geo.PixelCoordinates;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.internal.pipeline.raster.LeadingBytes;
import io.stacgenerator.internal.pipeline.raster.LentRaster;
import io.stacgenerator.internal.pipeline.raster.PixelFacts;
import io.stacgenerator.internal.pipeline.raster.RasterOpener;
import io.stacgenerator.internal.pipeline.request.RequestContext;
import io.stacgenerator.internal.pipeline.service.ServiceContext;
import io.stacgenerator.internal.pipeline.service.ServiceFailures;
import io.stacgenerator.internal.storage.Storage;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.DatasetReader;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens one asset and drafts it from what its file says. */
public final class AssetReader {

    private final RasterOpener rasters;
    private final List<DatasetReader> datasets;

    public AssetReader(RasterOpener rasters, List<DatasetReader> datasets) {
        this.rasters = rasters;
        this.datasets = datasets;
    }

    AssetDraft read(Asset requested, List<StacExtension> extensions, RequestContext context) {
        String href = requested.href();
        try (StorageObject object = open(href, context)) {
            return context.storage()
                    .budget(object.href(), object.size())
                    .spend(() -> read(object, requested, extensions, context));
        } catch (IOException e) {
            throw new StacGeneratorException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "cannot read %s: %s"
                            .formatted(
                                    context.storage().publicHref(href),
                                    Secrets.redact(String.valueOf(e.getMessage()))));
        }
    }

    /** A dataset of many files that is not in a local folder is opened by one of them. */
    private StorageObject open(String href, RequestContext context) {
        try {
            return context.open(href);
        } catch (StacGeneratorException e) {
            if (e.code() != ErrorCode.NOT_FOUND && e.code() != ErrorCode.ACCESS_DENIED) {
                throw e;
            }
            return datasets.stream()
                    .flatMap(reader -> reader.documents(href).stream())
                    .flatMap(document -> opened(document, context).stream())
                    .findFirst()
                    .orElseThrow(() -> e);
        }
    }

    private static Optional<StorageObject> opened(String href, RequestContext context) {
        try {
            return Optional.of(context.open(href));
        } catch (StacGeneratorException e) {
            if (e.code() != ErrorCode.NOT_FOUND && e.code() != ErrorCode.ACCESS_DENIED) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private AssetDraft read(
            StorageObject object, Asset requested, List<StacExtension> extensions, RequestContext context)
            throws IOException {
        ByteBuffer head = object.read(0, RasterReader.HEAD_LENGTH).asReadOnlyBuffer();
        Optional<Dataset> dataset = dataset(object, head, context);
        boolean mayBeRaster = dataset.isEmpty() || isFolder(object); // GDAL knows the pixels of a Zarr store
        try (Raster raster = mayBeRaster ? rasters.open(object, head, context).orElse(null) : null) {
            AssetDraft asset = raster == null
                    ? draft(object, requested, head, dataset.orElse(null), context)
                    : draft(object, published(requested, context), raster, dataset.orElse(null), context);
            dataset.ifPresent(found -> asset.fields().putAll(found.fields()));
            GenerationContext seen = new ServiceContext(
                    context,
                    other -> other == object
                            ? Optional.ofNullable(raster).map(LentRaster::new)
                            : rasters.open(other, context));
            for (StacExtension extension : extensions) {
                read(extension, asset, object, seen);
            }
            return asset;
        }
    }

    private Optional<Dataset> dataset(StorageObject object, ByteBuffer head, RequestContext context)
            throws IOException {
        for (DatasetReader reader : datasets) {
            if (ServiceFailures.ask(reader, () -> reader.recognizes(head.duplicate(), object))) {
                try {
                    return Optional.of(ServiceFailures.ask(reader, () -> reader.read(object, context)));
                } catch (StacGeneratorException e) {
                    warn(new Warning("dataset-unreadable", reasonOfUnreadable(e)), context);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns why a file cannot be read; any other failure is thrown on. */
    private static String reasonOfUnreadable(StacGeneratorException e) {
        if (e.code() != ErrorCode.UNSUPPORTED_RASTER && e.code() != ErrorCode.INVALID_RASTER) {
            throw e;
        }
        return String.valueOf(e.getMessage());
    }

    /** What an extension cannot read of the pixels costs what it would have written, not the Item. */
    private static void read(StacExtension extension, AssetDraft asset, StorageObject object, GenerationContext context)
            throws IOException {
        try {
            ServiceFailures.run(extension, () -> extension.read(asset, object, context));
        } catch (StacGeneratorException e) {
            String cause = reasonOfUnreadable(e);
            warn(
                    new Warning(
                            "pixels-unavailable",
                            "extension '%s' leaves out what it reads of %s: %s"
                                    .formatted(extension.id(), object.href(), cause)),
                    context);
        }
    }

    private AssetDraft draft(
            StorageObject object, Asset requested, ByteBuffer head, @Nullable Dataset dataset, RequestContext context) {
        boolean ofManyFiles = datasets.stream()
                .anyMatch(reader -> !reader.documents(requested.href()).isEmpty());
        String href = published(requested, context);
        AssetDraft asset = AssetDraft.builder(href)
                .size(ofManyFiles ? null : size(object))
                .lastModified(object.lastModified().orElse(null))
                .dataset(dataset)
                .build();
        Optional<String> type =
                dataset == null ? mediaType(object, href, head, context) : Optional.of(dataset.mediaType());
        type.ifPresent(name -> asset.fields().put("type", name));
        if (dataset == null) {
            tellOfUnread(object, type, head, context);
        }
        return asset;
    }

    /** Warns of a file that is named as a raster, and has no bytes of something else, but is read by nothing. */
    private void tellOfUnread(StorageObject object, Optional<String> type, ByteBuffer head, RequestContext context) {
        if (isFolder(object) || rasters.recognizes(object, head, context)) {
            return;
        }
        String name = Hrefs.fileName(object.href());
        LeadingBytes bytes = LeadingBytes.of(head.duplicate());
        if (type.map(LeadingBytes::isOfRasters).orElseGet(() -> MediaTypes.isOfUntypedRaster(name))) {
            context.warn(new Warning(
                    "raster-unread",
                    "%s is an asset without raster facts: its name is that of a raster, but no installed reader knows it%s"
                            .formatted(object.href(), rasters.remedy())));
        } else if (MediaTypes.mayBeOfRaster(name) && bytes.unknown()) {
            context.warn(new Warning(
                    "raster-not-recognised",
                    "%s may be a raster, but no reader knows it: %s%s"
                            .formatted(object.href(), bytes.shown(), rasters.remedy())));
        }
    }

    private static AssetDraft draft(
            StorageObject object, String href, Raster raster, @Nullable Dataset dataset, RequestContext context)
            throws IOException {
        checkCounts(raster.info(), object, context.storage());
        raster.info().warnings().forEach(context::warn);
        PixelFacts pixels = new PixelFacts(raster, object.href(), context);
        return AssetDraft.builder(href)
                .size(size(object))
                .lastModified(object.lastModified().orElse(null))
                .raster(PixelCoordinates.leftOut(raster.info()))
                .dataset(dataset)
                .statistics(pixels.statistics())
                .validity(pixels.validity())
                .build();
    }

    private static @Nullable Long size(StorageObject object) {
        return isFolder(object) ? null : Long.valueOf(object.size());
    }

    private static void checkCounts(RasterInfo raster, StorageObject object, Storage storage) {
        AssetLimits limits = storage.policy().assetLimits();
        AssetBudget budget = storage.budget(object.href(), object.size());
        budget.require(raster.bands().size(), limits.bands(), "bands");
        budget.require(raster.groundControlPoints().size(), limits.groundControlPoints(), "groundControlPoints");
    }

    /** Returns where an asset is published, without credentials. */
    static String published(Asset asset, RequestContext context) {
        return context.storage().publicHref(asset.publishedHref().orElse(asset.href()));
    }

    /** Returns the media type that the name of a file suggests, unless its bytes contradict it, which is warned of. */
    private static Optional<String> mediaType(
            StorageObject object, String href, ByteBuffer head, GenerationContext context) {
        Optional<String> type = MediaTypes.of(Hrefs.fileName(href));
        if (type.isEmpty() || isFolder(object)) {
            return type;
        }
        LeadingBytes bytes = LeadingBytes.of(head.duplicate());
        Optional<String> reason = bytes.contradict(type.get());
        reason.ifPresent(text -> warn(
                new Warning(
                        LeadingBytes.isOfRasters(type.get()) ? "raster-not-recognised" : "media-type-contradicted",
                        "%s is named as %s, but %s: %s".formatted(object.href(), type.get(), text, bytes.shown())),
                context));
        return reason.isEmpty() ? type : Optional.empty();
    }

    private static void warn(Warning warning, GenerationContext context) {
        if (context.options().strict()) {
            throw new StacGeneratorException(ErrorCode.INVALID_RASTER, warning.message());
        }
        context.warn(warning);
    }

    /** A folder has no size of its own. */
    private static boolean isFolder(StorageObject object) {
        return object.localPath().filter(Files::isDirectory).isPresent();
    }
}

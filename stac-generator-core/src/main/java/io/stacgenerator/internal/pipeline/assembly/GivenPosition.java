package io.stacgenerator.internal.pipeline.assembly;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.Source;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.merge.MetadataDocuments;
import io.stacgenerator.internal.pipeline.request.RequestContext;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Places rasters by the reference system and the transform that metadata give: those that do not say themselves where
 * they lie, or all where the metadata are trusted. A geometry in the metadata makes this unnecessary.
 */
final class GivenPosition {

    private final RequestContext context;
    private final MetadataDocuments metadata;
    private final boolean trusted;

    GivenPosition(RequestContext context, MetadataDocuments metadata) {
        this.context = context;
        this.metadata = metadata;
        this.trusted = context.request().source() == Source.MANUAL;
    }

    /** Returns the assets, with those that the metadata place in the place of others. */
    Map<String, AssetDraft> of(Map<String, AssetDraft> assets) {
        if (metadata.giveGeometry()) {
            return assets;
        }
        RasterSize largest = assets.values().stream()
                .flatMap(asset -> asset.raster().stream())
                .map(RasterInfo::size)
                .max(Comparator.comparingLong(size -> (long) size.width() * size.height()))
                .orElse(null);
        Map<String, AssetDraft> placed = new LinkedHashMap<>();
        assets.forEach((key, asset) -> placed.put(
                key,
                asset.raster()
                        .map(raster -> placed(key, asset, raster, largest))
                        .orElse(asset)));
        return placed;
    }

    /** What metadata say of the Item is true of the largest rasters; a thumbnail has another grid. */
    private AssetDraft placed(String key, AssetDraft asset, RasterInfo raster, @Nullable RasterSize largest) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (raster.size().equals(largest)) {
            fields.putAll(metadata.itemFields());
        }
        fields.putAll(metadata.assetFields(key, asset.href()));
        CrsDefinition crs = crs(fields)
                .filter(given -> trusted || raster.crs().isEmpty())
                .orElse(raster.crs().orElse(null));
        GeoTransform transform = transform(fields, raster.size())
                .filter(given -> trusted || !isPositioned(raster))
                .orElse(raster.transform().orElse(null));
        boolean sameCrs = Objects.equals(crs, raster.crs().orElse(null));
        boolean sameTransform = Objects.equals(transform, raster.transform().orElse(null));
        if (!sameCrs && raster.crs().isPresent()) {
            tell(key, "proj:code", fields.get("proj:code"));
        }
        if (!sameTransform && isPositioned(raster)) {
            tell(key, "proj:transform", transform == null ? null : transform.toList());
        }
        return sameCrs && sameTransform ? asset : copy(asset, raster, crs, transform);
    }

    private static boolean isPositioned(RasterInfo raster) {
        return raster.transform().isPresent() || !raster.groundControlPoints().isEmpty();
    }

    private Optional<CrsDefinition> crs(Map<String, Object> fields) {
        List<Warning> warnings = new ArrayList<>();
        Optional<CrsDefinition> crs = Stream.of("proj:code", "proj:wkt2")
                .flatMap(name -> JsonValues.string(fields.get(name)).stream())
                .flatMap(text -> ReferenceSystems.read(text, warnings).stream())
                .findFirst();
        warnings.forEach(context::warn);
        return crs;
    }

    private static Optional<GeoTransform> transform(Map<String, Object> fields, RasterSize size) {
        List<Object> shape = List.of(size.height(), size.width());
        boolean sameGrid = fields.get("proj:shape") == null || JsonValues.same(shape, fields.get("proj:shape"));
        double[] t = numbers(fields.get("proj:transform"));
        double[] box = numbers(fields.get("proj:bbox"));
        GeoTransform transform = null;
        if (sameGrid && t.length >= 6) {
            transform = new GeoTransform(t[0], t[1], t[2], t[3], t[4], t[5]);
        } else if (box.length == 4 || box.length == 6) {
            double maxX = box[box.length / 2];
            double maxY = box[box.length / 2 + 1];
            transform = new GeoTransform(
                    (maxX - box[0]) / size.width(), 0, box[0], 0, (box[1] - maxY) / size.height(), maxY);
        }
        return Optional.ofNullable(transform).filter(GeoTransform::invertible);
    }

    private static double[] numbers(@Nullable Object value) {
        return JsonValues.elements(value).stream()
                .filter(Number.class::isInstance)
                .mapToDouble(number -> ((Number) number).doubleValue())
                .toArray();
    }

    private void tell(String key, String field, @Nullable Object value) {
        String message = "%s replaces what %s says; the footprint follows from it".formatted(value, key);
        if (context.options().strict()) {
            throw new StacGeneratorException(ErrorCode.METADATA_CONFLICT, field + ": " + message);
        }
        context.warn(new Warning(
                "measured-replaced", field + ": " + message, JsonPointer.to(JsonPointer.to("/assets", key), field)));
    }

    private static AssetDraft copy(
            AssetDraft asset, RasterInfo raster, @Nullable CrsDefinition crs, @Nullable GeoTransform transform) {
        RasterInfo placed = RasterInfo.builder(raster.format(), raster.mediaType(), raster.size())
                .bands(raster.bands())
                .crs(crs)
                .transform(transform)
                .groundControlPoints(transform == null ? raster.groundControlPoints() : List.of())
                .pixelIsPoint(raster.pixelIsPoint())
                .overviews(raster.overviews())
                .metadata(raster.metadata())
                .warnings(raster.warnings())
                .build();
        AssetDraft copy = AssetDraft.builder(asset.href())
                .size(asset.size().orElse(null))
                .lastModified(asset.lastModified().orElse(null))
                .raster(placed)
                .statistics(asset.statistics())
                .validity(asset.validity().orElse(null))
                .build();
        copy.fields().putAll(asset.fields());
        for (int i = 0; i < asset.bands().size(); i++) {
            copy.bands().get(i).putAll(asset.bands().get(i));
        }
        return copy;
    }
}

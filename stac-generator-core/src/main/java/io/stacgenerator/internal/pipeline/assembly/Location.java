package io.stacgenerator.internal.pipeline.assembly;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.geo.Footprint;
import io.stacgenerator.internal.geo.FootprintDetail;
import io.stacgenerator.internal.image.Pictures;
import io.stacgenerator.internal.photo.Photograph;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.zarr.LocatingDataset;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Locates an Item: the union of the footprints of its rasters or, where these have none, the positions of the cameras
 * that took them.
 */
final class Location {

    private static final String POINTER = "/geometry";
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");

    /** Edges are followed within a tenth of a pixel: of a ten-thousandth of a box nothing is to be seen. */
    private static final int CELLS = 1000;

    private final GenerationContext context;
    private final boolean givenByMetadata;
    private final List<double[]> cameras = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();
    private final Set<String> operations = new LinkedHashSet<>();
    /**
     * By what they follow from: size, transform, system and valid pixels, which the bands of a scene have in common.
     */
    private final Map<List<Object>, Footprint> footprints = new HashMap<>();

    /**
     * Creates a location.
     *
     * @param context collects the warnings
     * @param givenByMetadata whether metadata give a geometry, so that a raster that cannot be located is not an error
     */
    Location(GenerationContext context, boolean givenByMetadata) {
        this.context = context;
        this.givenByMetadata = givenByMetadata;
    }

    Footprint of(Collection<AssetDraft> assets) {
        List<Footprint> ofData = new ArrayList<>();
        List<Footprint> ofNone = new ArrayList<>();
        for (AssetDraft asset : picturesLast(assets)) {
            if (isPicture(asset) && !(ofData.isEmpty() && ofNone.isEmpty())) {
                continue;
            }
            ValidityMask mask = asset.validity().orElseGet(ValidityMask::everywhere);
            footprint(asset, mask).ifPresent((mask.count() == 0 ? ofNone : ofData)::add);
        }
        if (ofData.isEmpty() && ofNone.isEmpty() && cameras.isEmpty()) {
            pictures.forEach(href -> unlocated("crs-missing", href + " has no reference system"));
        }
        return ofData.isEmpty() && ofNone.isEmpty() && !cameras.isEmpty()
                ? Footprint.at(cameras)
                : Footprint.union(ofData.isEmpty() ? ofNone : ofData);
    }

    /** Returns where the geometry comes from, where shifts of datum had a part in it. */
    Optional<String> origin() {
        return operations.isEmpty() ? Optional.empty() : Optional.of("generator: " + String.join("; ", operations));
    }

    /** Where something is located, nobody expects it of a quicklook. */
    private static List<AssetDraft> picturesLast(Collection<AssetDraft> assets) {
        return assets.stream().sorted(Comparator.comparing(Location::isPicture)).toList();
    }

    private static boolean isPicture(AssetDraft asset) {
        return PICTURES.contains(String.valueOf(asset.fields().get("type")))
                && asset.raster().filter(raster -> raster.crs().isEmpty()).isPresent();
    }

    private Optional<Footprint> footprint(String href, RasterInfo raster, ValidityMask mask) {
        CrsDefinition crs = raster.crs().orElse(null);
        boolean positioned =
                raster.transform().isPresent() || !raster.groundControlPoints().isEmpty();
        if (crs == null || !positioned) {
            return Footprint.of(raster.size(), raster.metadata())
                    .map(footprint -> told(footprint, href))
                    .or(() -> photographed(raster, href) || depicted(raster, href)
                            ? Optional.empty()
                            : unlocated(
                                    "crs-missing",
                                    "%s has no %s".formatted(href, crs == null ? "reference system" : "transform")));
        }
        if (!crs.terrestrial()) {
            return unlocated("crs-not-terrestrial", "the reference system of %s is not tied to Earth".formatted(href));
        }
        try {
            Wgs84Transform wgs84 = transform(crs, raster);
            ReferenceSystems.doubts(crs, wgs84).ifPresent(doubt -> warn(doubt.code(), doubt.message(), href));
            wgs84.quality().title().ifPresent(operations::add);
            ReferenceSystems.steps(crs, wgs84, corners(raster))
                    .ifPresent(step -> warn(step.code(), step.message(), href));
            Footprint footprint = footprint(raster, crs, wgs84, mask);
            if (mask.count() == 0) {
                warn("no-data", "no pixel has data; where no asset has any, the geometry is that of the bounds", href);
            }
            return Optional.of(told(footprint, href));
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.CRS_UNSUPPORTED && !(context.options().strict() && !givenByMetadata)) {
                return unlocated("crs-unsupported", "%s: %s".formatted(href, e.getMessage()));
            }
            throw e;
        }
    }

    private Optional<Footprint> footprint(AssetDraft asset, ValidityMask mask) {
        Optional<Dataset> dataset = LocatingDataset.of(asset);
        return dataset.isPresent()
                ? footprint(asset.href(), dataset.get())
                : asset.raster().flatMap(raster -> footprint(asset.href(), raster, mask));
    }

    /** A box has the footprint of a raster that fills it. */
    private Optional<Footprint> footprint(String href, Dataset dataset) {
        List<Double> box = dataset.bounds();
        if (box.isEmpty()) {
            return unlocated("bounds-missing", href + " does not say which box it covers");
        }
        double width = box.get(2) - box.get(0);
        double height = box.get(3) - box.get(1);
        if (width == 0 || height == 0) {
            return unlocated("bounds-empty", "%s covers the box %s, which has no area".formatted(href, box));
        }
        RasterInfo frame = RasterInfo.builder("", dataset.mediaType(), new RasterSize(CELLS, CELLS))
                .crs(dataset.crs().orElse(null))
                .transform(new GeoTransform(width / CELLS, 0, box.get(0), 0, -height / CELLS, box.get(3)))
                .build();
        return footprint(href, frame, ValidityMask.everywhere());
    }

    /** The camera of a photograph knows its own position, not what it shows. */
    private boolean photographed(RasterInfo raster, String href) {
        Photograph photograph = Photograph.of(raster).orElse(null);
        if (photograph == null || photograph.longitude().isEmpty()) {
            return false;
        }
        cameras.add(new double[] {
            photograph.longitude().getAsDouble(), photograph.latitude().getAsDouble()
        });
        warn(
                "footprint-of-camera",
                "it is not georeferenced; where nothing is, the geometry is the position of its camera",
                href);
        return true;
    }

    /** A thumbnail need not be located where something else is. */
    private boolean depicted(RasterInfo raster, String href) {
        return Pictures.isUnlocated(raster) && pictures.add(href);
    }

    /** One raster has one shift of datum: that of its middle, or of the middle one of its ground control points. */
    private static Wgs84Transform transform(CrsDefinition crs, RasterInfo raster) {
        GeoTransform pixels = raster.transform().orElse(null);
        if (pixels == null) {
            List<GroundControlPoint> points = raster.groundControlPoints();
            GroundControlPoint middle = points.get(points.size() / 2);
            return ReferenceSystems.transform(crs, middle.x(), middle.y());
        }
        double column = raster.size().width() / 2.0;
        double row = raster.size().height() / 2.0;
        return ReferenceSystems.transform(crs, pixels.x(column, row), pixels.y(column, row));
    }

    private static List<double[]> corners(RasterInfo raster) {
        GeoTransform pixels = raster.transform().orElse(null);
        if (pixels == null) {
            return raster.groundControlPoints().stream()
                    .map(point -> new double[] {point.x(), point.y()})
                    .toList();
        }
        int width = raster.size().width();
        int height = raster.size().height();
        return Stream.of(new int[] {0, 0}, new int[] {width, 0}, new int[] {0, height}, new int[] {width, height})
                .map(corner -> new double[] {pixels.x(corner[0], corner[1]), pixels.y(corner[0], corner[1])})
                .toList();
    }

    private Footprint footprint(RasterInfo raster, CrsDefinition crs, Wgs84Transform wgs84, ValidityMask mask) {
        GeoTransform transform = raster.transform().orElse(null);
        return transform == null
                ? Footprint.of(raster.groundControlPoints(), wgs84)
                : footprints.computeIfAbsent(
                        List.of(raster.size(), transform, crs, mask),
                        grid -> Footprint.of(raster.size(), transform, wgs84, mask, detail()));
    }

    private FootprintDetail detail() {
        return new FootprintDetail(
                context.options().footprintDeviation().orElse(null),
                context.options().footprintPositions());
    }

    private Footprint told(Footprint footprint, String href) {
        Optional.ofNullable(footprint.warning()).ifPresent(warning -> warn(warning.code(), warning.message(), href));
        return footprint;
    }

    private void warn(String code, String message, String href) {
        context.warn(new Warning(code, "%s: %s".formatted(href, message), POINTER));
    }

    private Optional<Footprint> unlocated(String code, String cause) {
        String then = givenByMetadata ? "the geometry is from the metadata" : "it has no part in the geometry";
        context.warn(new Warning(code, cause + ": " + then, POINTER));
        return Optional.empty();
    }
}

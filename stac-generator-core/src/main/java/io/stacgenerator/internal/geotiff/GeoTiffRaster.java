package io.stacgenerator.internal.geotiff;

import static io.stacgenerator.internal.geotiff.tiff.TiffError.unsupported;

import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.geotiff.pixels.ImageStatistics;
import io.stacgenerator.internal.geotiff.pixels.ImageValidity;
import io.stacgenerator.internal.geotiff.pixels.ImageWindow;
import io.stacgenerator.internal.geotiff.pixels.Images;
import io.stacgenerator.internal.geotiff.pixels.OverviewFile;
import io.stacgenerator.internal.geotiff.tiff.SampleLayout;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An open TIFF. */
final class GeoTiffRaster implements Raster {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final StorageObject object;
    private final TiffFile file;
    private final RasterInfo info;
    private final Sidecars sidecars;
    private final @Nullable OverviewFile beside;
    private final GenerationContext context;

    GeoTiffRaster(
            StorageObject object,
            TiffFile file,
            RasterInfo info,
            Sidecars sidecars,
            @Nullable OverviewFile beside,
            GenerationContext context) {
        this.object = object;
        this.file = file;
        this.info = info;
        this.sidecars = sidecars;
        this.beside = beside;
        this.context = context;
    }

    @Override
    public RasterInfo info() {
        return info;
    }

    @Override
    public Optional<List<BandStatistics>> statistics(StatisticsMode mode) throws IOException {
        try (Images images = images()) {
            if (nodataOfAllBands(images)) {
                return Optional.empty();
            }
            ImageStatistics statistics = new ImageStatistics(images, info.bands());
            return mode == StatisticsMode.EXACT ? statistics.exact() : statistics.approximate();
        }
    }

    @Override
    public Optional<ValidityMask> validity(int side) throws IOException {
        try (Images images = images()) {
            return nodataOfAllBands(images) ? Optional.empty() : new ImageValidity(images, info.bands()).read(side);
        }
    }

    /**
     * Returns whether pixels are nodata only if all of their bands are, by GDAL's item NODATA_VALUES of as many values.
     * That is rare, and left to GDAL.
     */
    private boolean nodataOfAllBands(Images images) {
        String values = info.metadata().getOrDefault("NODATA_VALUES", "").strip();
        return !values.isEmpty()
                && !images.masked()
                && BLANKS.split(values, -1).length == info.bands().size();
    }

    @Override
    public List<BandValues> readWindow(PixelWindow window, int... bands) throws IOException {
        window.requireWithin(info, bands);
        SampleLayout samples = SampleLayout.of(file.main());
        try (Images images = images()) {
            return ImageWindow.of(images, info.bands(), window)
                    .read(bands)
                    .orElseThrow(() -> unsupported(
                            "pixels of type %s and %d bits with compression %d are not decoded",
                            samples.dataType().jsonName(), samples.bits(), samples.compression()));
        }
    }

    @Override
    public Optional<List<BandValues>> preview(RasterSize size, int... bands) throws IOException {
        try (Images images = images()) {
            return nodataOfAllBands(images)
                    ? Optional.empty()
                    : ImageWindow.reduced(images, info.bands(), size).read(bands);
        }
    }

    private Images images() throws IOException {
        return new Images(object, file, beside, sidecars.mask().orElse(null), context);
    }

    @Override
    public void close() throws IOException {
        if (beside != null) {
            beside.close();
        }
    }
}

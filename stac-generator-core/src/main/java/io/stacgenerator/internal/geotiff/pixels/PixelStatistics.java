package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.internal.geotiff.codec.Samples;
import io.stacgenerator.internal.geotiff.pixels.BlockGrid.Block;
import io.stacgenerator.internal.statistics.BandAccumulator;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.RasterBand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of the bands of an image. As in GDAL, a pixel is valid where the mask says so; without a mask, where
 * it has not the nodata value of its band; without either, where its alpha is not 0, but for the alpha band itself.
 */
final class PixelStatistics implements BlockReader.Sink {

    private final BlockReaders readers;
    private final BlockReader image;
    private final @Nullable BlockReader mask;
    private final BlockSample sample;
    private final List<Boolean> emptyIsInvalid;
    private final int alpha;
    private final List<BandAccumulator> bands;
    private final boolean[] valid;
    private @Nullable Validity validity;

    /**
     * Starts the statistics of an image.
     *
     * @param readers the image
     * @param mask the image that says which pixels are valid, of the same size, or null
     * @param bands what is known of the bands
     * @param sample the blocks to read
     */
    PixelStatistics(BlockReaders readers, @Nullable BlockReader mask, List<RasterBand> bands, BlockSample sample) {
        this.readers = readers;
        this.image = readers.first();
        this.mask = mask;
        this.sample = sample;
        this.emptyIsInvalid = bands.stream()
                .map(band -> mask == null && band.nodata().isPresent())
                .toList();
        this.alpha = mask == null && !emptyIsInvalid.contains(true) ? alpha(bands) : -1;
        this.bands = bands.stream()
                .map(band -> BandAccumulator.of(
                        band.dataType(),
                        mask == null ? band.nodata().orElse(null) : null,
                        bands.size() * readers.size()))
                .toList();
        this.valid = new boolean[image.grid().shape().width()];
    }

    /** Takes a share of the blocks of one pass, in another thread. */
    private PixelStatistics(PixelStatistics whole) {
        readers = whole.readers;
        image = whole.image;
        mask = whole.mask;
        sample = whole.sample;
        emptyIsInvalid = whole.emptyIsInvalid;
        alpha = whole.alpha;
        bands = whole.bands.stream().map(BandAccumulator::fork).toList();
        valid = new boolean[whole.valid.length];
    }

    private static int alpha(List<RasterBand> bands) {
        return bands.stream().map(RasterBand::color).toList().lastIndexOf(ColorInterpretation.ALPHA);
    }

    /** Reads the pixels; empty where blocks are too large for the pixels' validity to be known next to them. */
    Optional<List<BandStatistics>> read() throws IOException {
        BlockGrid grid = image.grid();
        boolean beside = mask != null || (alpha >= 0 && grid.planes() > 1);
        if (beside && !Validity.possible(grid)) {
            return Optional.empty();
        }
        readPasses();
        return Optional.of(bands.stream().map(BandAccumulator::result).toList());
    }

    private void readPasses() throws IOException {
        boolean again = true;
        while (again) {
            List<PixelStatistics> shares = shares();
            for (int plane = 0; plane < image.grid().planes(); plane++) {
                readPlane(plane, shares);
            }
            shares.subList(1, shares.size()).forEach(this::join);
            again = false;
            for (BandAccumulator band : bands) {
                again |= band.endPass();
            }
        }
    }

    /** Returns this, and one more for each other reader. */
    private List<PixelStatistics> shares() {
        List<PixelStatistics> shares = new ArrayList<>(List.of(this));
        while (shares.size() < readers.size()) {
            shares.add(new PixelStatistics(this));
        }
        return shares;
    }

    private void join(PixelStatistics share) {
        for (int i = 0; i < bands.size(); i++) {
            bands.get(i).join(share.bands.get(i));
        }
    }

    private void readPlane(int plane, List<PixelStatistics> shares) throws IOException {
        validity = validity(plane);
        if (validity == null) {
            readers.read(sample.blocks(plane), shares);
            return;
        }
        image.hold(sample.blocks(plane));
        validity.hold();
        for (int i = 0; i < sample.rows(); i++) {
            Block first = sample.blocks(plane, i).iterator().next();
            validity.load(first.top(), first.height());
            image.read(sample.blocks(plane, i), this);
        }
    }

    private @Nullable Validity validity(int plane) {
        if (mask != null) {
            return new Validity(mask, 0);
        }
        return alpha >= 0 && image.grid().planes() > 1 && plane != alpha ? new Validity(image, alpha) : null;
    }

    @Override
    public void row(Block block, int y, Samples samples) {
        int stride = image.grid().shape().samples();
        boolean[] marked = marked(block, y, samples, stride);
        for (int i = 0; i < stride; i++) {
            int band = block.plane() + i;
            samples.addTo(bands.get(band), i, stride, block.width(), band == alpha ? null : marked);
        }
    }

    /** Returns which pixels of a row are valid for bands other than alpha, or null where all are. */
    private boolean @Nullable [] marked(Block block, int y, Samples samples, int stride) {
        if (validity != null) {
            for (int x = 0; x < block.width(); x++) {
                valid[x] = validity.valid(block.left() + x, y);
            }
            return valid;
        }
        if (alpha < 0 || image.grid().planes() > 1) {
            return null;
        }
        for (int x = 0; x < block.width(); x++) {
            valid[x] = samples.at(x * stride + alpha) != 0;
        }
        return valid;
    }

    /** The pixels of a block that was left out have the nodata value, or else 0. */
    @Override
    public void empty(Block block) {
        long pixels = (long) block.width() * block.height();
        long zeros = alpha >= 0 && validity == null ? 0 : pixels;
        if (validity != null) {
            zeros = validity.count(block);
        }
        for (int i = 0; i < image.grid().shape().samples(); i++) {
            int band = block.plane() + i;
            long counted = band == alpha ? pixels : emptyIsInvalid.get(band) ? 0 : zeros;
            bands.get(band).addConstant(0, counted);
            bands.get(band).addInvalid(pixels - counted);
        }
    }
}

package io.stacgenerator.internal.geotiff.pixels;

import io.stacgenerator.internal.geotiff.codec.Samples;
import io.stacgenerator.internal.geotiff.pixels.BlockGrid.Block;
import io.stacgenerator.internal.geotiff.pixels.Images.Image;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.ValidityMask;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a TIFF has data, from its pixels or its masks at the scale of an overview. Used by one thread. */
public final class ImageValidity {

    private final Images images;
    private final List<ValidSample> samples;
    private final boolean always;

    /**
     * Prepares to read pixels.
     *
     * @param images the images of the file
     * @param bands its bands
     */
    public ImageValidity(Images images, List<RasterBand> bands) {
        this.images = images;
        this.samples = ValidSample.of(bands);
        this.always = samples.stream().anyMatch(sample -> sample.always(bands));
    }

    /**
     * Reads the smallest image, or its mask, that has as many pixels as asked for on its longer side; the main image
     * where this one has few data.
     *
     * @param side the number of cells on the longer side, as {@link ValidityMask#builder} takes it
     * @return the mask; empty where pixels are compressed or packed in a way that is not supported
     */
    public Optional<ValidityMask> read(int side) throws IOException {
        if (always && !images.main().masked()) {
            return Optional.of(ValidityMask.everywhere());
        }
        Image smallest = images.smallest(size -> Math.max(size.width(), size.height()) >= side);
        Optional<ValidityMask> mask = read(smallest, side);
        boolean overview = smallest.longerSide() < images.main().longerSide();
        return overview && mask.filter(ValidityMask::sparse).isPresent() ? read(images.main(), side) : mask;
    }

    private Optional<ValidityMask> read(Image image, int side) throws IOException {
        return images.main().masked() ? readMask(image, side) : readSamples(image, side);
    }

    private static Optional<ValidityMask> readMask(Image image, int side) throws IOException {
        try (BlockReader mask = image.openMask().orElse(null)) {
            if (mask == null) {
                return Optional.empty();
            }
            ValidityMask.Builder cells = ValidityMask.builder(mask.grid().size(), side);
            mask.read(BlockSample.all(mask.grid()).blocks(0), new Marking(cells, ValidSample.OF_MASK));
            return Optional.of(cells.build());
        }
    }

    private Optional<ValidityMask> readSamples(Image image, int side) throws IOException {
        try (BlockReaders pixels = image.openAll().orElse(null)) {
            if (pixels == null) {
                return Optional.empty();
            }
            BlockGrid grid = pixels.first().grid();
            List<ValidityMask.Builder> shares = Stream.generate(() -> ValidityMask.builder(grid.size(), side))
                    .limit(pixels.size())
                    .toList();
            for (int plane = 0; plane < grid.planes(); plane++) {
                List<ValidSample> here = samplesOf(plane, grid);
                if (!here.isEmpty()) {
                    pixels.read(
                            BlockSample.all(grid).blocks(plane),
                            shares.stream()
                                    .map(share -> new Marking(share, here))
                                    .toList());
                }
            }
            shares.subList(1, shares.size()).forEach(shares.get(0)::addAll);
            return Optional.of(shares.get(0).build());
        }
    }

    private List<ValidSample> samplesOf(int plane, BlockGrid grid) {
        int last = plane + grid.shape().samples() - 1;
        return samples.stream()
                .filter(sample -> sample.band() >= plane && sample.band() <= last)
                .toList();
    }

    /** Marks the pixels that have data. */
    private record Marking(ValidityMask.Builder mask, List<ValidSample> samples) implements BlockReader.Sink {

        @Override
        public boolean wants(Block block, int y) {
            return !mask.marked(block.left(), y, block.width());
        }

        @Override
        public void row(Block block, int y, Samples row) {
            int stride = block.grid().shape().samples();
            mask.add(block.left(), y, block.width(), x -> valid(row, x * stride - block.plane()));
        }

        private boolean valid(Samples row, int origin) {
            for (ValidSample sample : samples) {
                if (sample.valid(row.at(origin + sample.band()))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void empty(Block block) {
            boolean valid = samples.stream().anyMatch(ValidSample::validWhereEmpty);
            for (int y = block.top(); valid && y < block.top() + block.height(); y++) {
                mask.add(block.left(), y, block.width());
            }
        }
    }
}

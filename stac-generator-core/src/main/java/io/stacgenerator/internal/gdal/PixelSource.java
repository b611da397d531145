package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.statistics.BandAccumulator;
import io.stacgenerator.internal.statistics.IntegerRange;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gdal.gdal.Band;
import org.jspecify.annotations.Nullable;

/** Pixels of a band with their validity, read in windows of bounded size. */
final class PixelSource {

    /** Approximate statistics take so many pixels on the longer side, or more. */
    private static final int SAMPLE = 1024;

    private static final int WINDOW = SAMPLE * SAMPLE;
    private static final int BYTE = 1;
    private static final int FLOAT64 = 7;

    private final Band band;
    private final @Nullable Band mask;
    private final GdalFile file;
    private final boolean signedBytes;
    private final PixelWindow part;
    private final int columns;
    private final int rows;
    private final double[] values;
    private final byte[] flags;
    private final boolean[] valid;

    /** Takes a part of a band, at its own resolution or at so many columns and rows. */
    private PixelSource(Band band, PixelWindow part, int columns, int rows, GdalFile file) {
        this.band = band;
        this.part = part;
        this.mask = PixelMask.of(band);
        this.file = file;
        this.signedBytes = Bands.type(band) == DataType.INT8;
        this.columns = columns;
        this.rows = rows;
        int size = (int) Math.min(WINDOW, (long) columns * rows);
        this.values = new double[size];
        this.flags = new byte[mask == null ? 0 : size];
        this.valid = new boolean[flags.length];
    }

    /** Returns every pixel. */
    static PixelSource all(Band band, GdalFile file) {
        return part(band, whole(band), file);
    }

    /** Returns every pixel of a part. */
    static PixelSource part(Band band, PixelWindow part, GdalFile file) {
        return new PixelSource(band, part, part.width(), part.height(), file);
    }

    private static PixelWindow whole(Band band) {
        return PixelWindow.of(size(band));
    }

    private static RasterSize size(Band band) {
        return new RasterSize(band.GetXSize(), band.GetYSize());
    }

    /** Returns every pixel of the smallest overview that is large enough, or of the band where there is none. */
    static PixelSource overview(Band band, int side, GdalFile file) {
        return all(smallest(band, side), file);
    }

    /** Returns the smallest overview that is large enough, or pixels at equal distances if there is none. */
    static PixelSource sample(Band band, GdalFile file) {
        Band smallest = smallest(band, SAMPLE);
        double scale = smallest == band ? Math.min(1, (double) SAMPLE / side(band)) : 1;
        PixelWindow whole = whole(smallest);
        return new PixelSource(smallest, whole, scaled(whole.width(), scale), scaled(whole.height(), scale), file);
    }

    /** Returns pixels at equal distances of the smallest overview that has as many, or of the band. */
    static PixelSource reduced(Band band, RasterSize size, GdalFile file) {
        Band smallest = smallest(band, each -> size(each).covers(size));
        return new PixelSource(smallest, whole(smallest), size.width(), size.height(), file);
    }

    private static Band smallest(Band band, int side) {
        return smallest(band, each -> side(each) >= side);
    }

    private static Band smallest(Band band, Predicate<Band> isDetailed) {
        return overviews(band)
                .filter(isDetailed.and(overview -> side(overview) < side(band)))
                .min(Comparator.comparingInt(PixelSource::side))
                .orElse(band);
    }

    /** Returns the overviews of a band: of a damaged file GDAL may count some that are not there. */
    static Stream<Band> overviews(Band band) {
        return IntStream.range(0, band.GetOverviewCount())
                .mapToObj(band::GetOverview)
                .filter(Objects::nonNull);
    }

    private static int side(Band band) {
        return Math.max(band.GetXSize(), band.GetYSize());
    }

    private static int scaled(int size, double scale) {
        return (int) Math.max(1, Math.round(size * scale));
    }

    /** Takes the pixels of a window. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes values row by row, those of a window of {@link #size}, and whether they are valid or null where all
         * are.
         */
        void window(PixelWindow window, double[] values, boolean @Nullable [] valid);
    }

    RasterSize size() {
        return new RasterSize(columns, rows);
    }

    /** Adds all pixels to statistics. */
    void read(BandAccumulator statistics) {
        read((window, pixels, marks) -> statistics.add(pixels, 0, 1, (int) window.pixels(), marks));
    }

    /** Reads all pixels. */
    void read(Sink sink) {
        int width = part.width();
        int height = part.height();
        if (columns < width || rows < height) {
            sample(sink);
            return;
        }
        int most = Math.min(width, WINDOW);
        int lines = WINDOW / most;
        for (int y = 0; y < height; y += lines) {
            for (int x = 0; x < width; x += most) {
                int w = Math.min(most, width - x);
                int h = Math.min(lines, height - y);
                read(new PixelWindow(part.left() + x, part.top() + y, w, h), new PixelWindow(x, y, w, h), sink);
            }
        }
    }

    /** Reads row by row what GDAL would pick of the band in one call, which could not be stopped. */
    private void sample(Sink sink) {
        for (int row = 0; row < rows; row++) {
            int y = part.top() + (int) ((row + 0.5) * part.height() / rows);
            read(new PixelWindow(part.left(), y, part.width(), 1), new PixelWindow(0, row, columns, 1), sink);
        }
    }

    private void read(PixelWindow from, PixelWindow window, Sink sink) {
        AssetBudget.check();
        int x = from.left();
        int y = from.top();
        int columns = window.width();
        int rows = window.height();
        check(band.ReadRaster(x, y, from.width(), from.height(), columns, rows, FLOAT64, values));
        AssetBudget.decoded((long) columns * rows);
        int count = columns * rows;
        if (signedBytes) {
            Arrays.setAll(values, i -> (byte) values[i]);
        }
        if (file.naming()) {
            conform(count);
        }
        if (mask == null) {
            sink.window(window, values, null);
            return;
        }
        check(mask.ReadRaster(x, y, from.width(), from.height(), columns, rows, BYTE, flags));
        for (int i = 0; i < count; i++) {
            valid[i] = flags[i] != 0;
        }
        sink.window(window, values, valid);
    }

    /** A VRT gives what it computes, and nodata where it has no pixels, as numbers that its type may not have. */
    private void conform(int count) {
        IntegerRange range =
                IntegerRange.of(Bands.type(band)).filter(IntegerRange::isExact).orElse(null);
        if (range != null) {
            for (int i = 0; i < count; i++) {
                values[i] = range.nearest(values[i]);
            }
        }
    }

    private void check(int error) {
        if (error != 0) {
            throw GdalSession.failure(ErrorCode.INVALID_RASTER, file, "read the pixels of");
        }
    }
}

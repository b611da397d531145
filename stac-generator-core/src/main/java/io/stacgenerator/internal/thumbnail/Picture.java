package io.stacgenerator.internal.thumbnail;

import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.List;

/** The pixels of a picture, transparent where no band has data. */
final class Picture {

    private static final byte OPAQUE = (byte) 255;

    private final RasterSize size;
    private final int channels;
    private final byte[] samples;

    private Picture(RasterSize size, int channels) {
        this.size = size;
        this.channels = channels;
        this.samples = new byte[size.width() * size.height() * channels];
    }

    /** Shows one band in gray, or three as red, green and blue, each stretched. */
    static Picture of(RasterSize size, List<BandValues> bands) {
        Picture picture = new Picture(size, bands.size() + 1);
        for (int i = 0; i < bands.size(); i++) {
            picture.add(i, bands.get(i), Stretch.of(bands.get(i)));
        }
        return picture;
    }

    private void add(int channel, BandValues band, Stretch stretch) {
        for (int pixel = 0; pixel < size.width() * size.height(); pixel++) {
            int column = pixel % size.width();
            int row = pixel / size.width();
            samples[pixel * channels + channel] = stretch.level(band.value(column, row));
            if (band.hasData(column, row)) {
                samples[pixel * channels + channels - 1] = OPAQUE;
            }
        }
    }

    /**
     * Shows cyan, magenta, yellow and black as GDAL shows a JPEG of them: what each ink and black leave of white.
     *
     * @param full the value that leaves nothing
     */
    static Picture ofInks(RasterSize size, List<BandValues> inks, double full) {
        Picture picture = new Picture(size, 4);
        for (int pixel = 0; pixel < size.width() * size.height(); pixel++) {
            int column = pixel % size.width();
            int row = pixel / size.width();
            double[] left = inks.stream()
                    .mapToDouble(ink -> 1 - Math.max(0, Math.min(1, ink.value(column, row) / full)))
                    .toArray();
            for (int color = 0; color < 3; color++) {
                picture.samples[4 * pixel + color] = (byte) Math.round(255 * left[color] * left[3]);
            }
            if (inks.stream().anyMatch(ink -> ink.hasData(column, row))) {
                picture.samples[4 * pixel + 3] = OPAQUE;
            }
        }
        return picture;
    }

    /** Shows a band in the colors of its values; one that has no color is transparent. */
    static Picture of(RasterSize size, BandValues band, List<ColorEntry> colors) {
        Picture picture = new Picture(size, 4);
        for (int pixel = 0; pixel < size.width() * size.height(); pixel++) {
            int column = pixel % size.width();
            int row = pixel / size.width();
            double value = band.value(column, row);
            if (band.hasData(column, row) && value >= 0 && value < colors.size()) {
                picture.set(pixel, colors.get((int) value));
            }
        }
        return picture;
    }

    private void set(int pixel, ColorEntry color) {
        samples[4 * pixel] = (byte) color.red();
        samples[4 * pixel + 1] = (byte) color.green();
        samples[4 * pixel + 2] = (byte) color.blue();
        samples[4 * pixel + 3] = (byte) color.alpha();
    }

    byte[] toPng() {
        return PngWriter.write(size, channels, samples);
    }
}

package io.stacgenerator.internal.thumbnail;

import io.stacgenerator.internal.field.CommonNames;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The bands that a thumbnail shows: red, green and blue by the color interpretation of a raster or by common names, the
 * four inks of print, else the first band of the first raster, in its colors or gray. Complex numbers are not shown.
 */
public final class ShownBands {

    private static final List<ColorInterpretation> RGB =
            List.of(ColorInterpretation.RED, ColorInterpretation.GREEN, ColorInterpretation.BLUE);
    private static final List<ColorInterpretation> CMYK = List.of(
            ColorInterpretation.CYAN,
            ColorInterpretation.MAGENTA,
            ColorInterpretation.YELLOW,
            ColorInterpretation.BLACK);
    private static final List<String> NAMES = List.of("red", "green", "blue");

    private final List<Shown> bands;

    private ShownBands(List<Shown> bands) {
        this.bands = bands;
    }

    /**
     * A raster that may be shown.
     *
     * @param href where it is opened
     * @param info what it says of itself
     * @param commonNames the common names of its bands, an empty string where one has none
     */
    public record Candidate(String href, RasterInfo info, List<String> commonNames) {

        /** Tells whether values are complex numbers, which have no place between dark and bright. */
        public boolean isComplex() {
            return info.bands().stream().anyMatch(band -> band.dataType().complex());
        }

        boolean isNamed(int band, String commonName) {
            RasterBand said = info.bands().get(band);
            return commonName.equals(commonNames.get(band))
                    || Stream.of(said.name(), said.description())
                            .flatMap(Optional::stream)
                            .anyMatch(word -> CommonNames.of(word)
                                    .filter(commonName::equals)
                                    .isPresent());
        }
    }

    private record Shown(Candidate raster, int band) {

        boolean isOf(ColorInterpretation color) {
            return raster.info().bands().get(band).color() == color;
        }

        boolean isNamed(String commonName) {
            return raster.isNamed(band, commonName);
        }
    }

    /** Opens rasters. */
    @FunctionalInterface
    public interface Opener {

        /** Asks an open raster for pixels; empty where no reader can read them. */
        Optional<List<BandValues>> ask(String href, Question question) throws IOException;
    }

    /** What is asked of a raster. */
    @FunctionalInterface
    public interface Question {

        Optional<List<BandValues>> ask(Raster raster) throws IOException;
    }

    /**
     * Chooses what to show.
     *
     * @param rasters the rasters of an Item, in its order
     * @return the bands; empty where there is no raster with bands of real numbers
     */
    public static Optional<ShownBands> of(List<Candidate> rasters) {
        List<Candidate> shown = rasters.stream()
                .filter(raster -> !raster.info().bands().isEmpty() && !raster.isComplex())
                .toList();
        Stream<List<Candidate>> one = shown.stream().map(List::of);
        return one.flatMap(raster -> Stream.of(
                                find(raster, RGB, Shown::isOf),
                                find(raster, NAMES, Shown::isNamed),
                                find(raster, CMYK, Shown::isOf))
                        .flatMap(Optional::stream))
                .findFirst()
                .or(() -> find(shown, NAMES, Shown::isNamed).filter(ShownBands::isOfOneSize))
                .or(() -> shown.stream().findFirst().map(first -> new ShownBands(List.of(new Shown(first, 0)))));
    }

    /** Finds a band for each of the colors. */
    private static <T> Optional<ShownBands> find(List<Candidate> rasters, List<T> colors, BiPredicate<Shown, T> is) {
        List<Shown> bands = rasters.stream()
                .flatMap(raster ->
                        IntStream.range(0, raster.info().bands().size()).mapToObj(band -> new Shown(raster, band)))
                .toList();
        List<Shown> found = colors.stream()
                .flatMap(color ->
                        bands.stream().filter(band -> is.test(band, color)).limit(1))
                .toList();
        return found.size() == colors.size() ? Optional.of(new ShownBands(found)) : Optional.empty();
    }

    private boolean isOfOneSize() {
        return bands.stream()
                        .map(band -> band.raster().info().size())
                        .distinct()
                        .count()
                == 1;
    }

    /**
     * Reads the pixels and makes a picture of them, in memory that does not grow with the rasters.
     *
     * @param side the pixels of its longer side, or those of the raster where it has fewer
     * @param opener opens the rasters
     * @return a PNG; empty where no reader can read the pixels
     */
    public Optional<byte[]> toPng(int side, Opener opener) throws IOException {
        RasterSize size = reduced(bands.get(0).raster().info().size(), side);
        Map<Shown, BandValues> values = new HashMap<>();
        for (Candidate raster : bands.stream().map(Shown::raster).distinct().toList()) {
            List<Shown> here =
                    bands.stream().filter(band -> band.raster().equals(raster)).toList();
            int[] indices = here.stream().mapToInt(Shown::band).toArray();
            opener.ask(raster.href(), open -> open.preview(size, indices))
                    .ifPresent(read -> here.forEach(band -> values.put(band, read.get(here.indexOf(band)))));
        }
        return values.keySet().containsAll(bands)
                ? Optional.of(
                        picture(size, bands.stream().map(values::get).toList()).toPng())
                : Optional.empty();
    }

    private Picture picture(RasterSize size, List<BandValues> values) {
        Shown first = bands.get(0);
        RasterBand band = first.raster().info().bands().get(first.band());
        if (bands.size() == CMYK.size()) {
            return Picture.ofInks(size, values, Math.scalb(1.0, band.bitsPerSample()) - 1);
        }
        List<ColorEntry> colors = band.colorTable();
        return bands.size() == 1 && !colors.isEmpty()
                ? Picture.of(size, values.get(0), colors)
                : Picture.of(size, values);
    }

    private static RasterSize reduced(RasterSize size, int side) {
        double scale = Math.min(1, (double) side / Math.max(size.width(), size.height()));
        return new RasterSize(scaled(size.width(), scale), scaled(size.height(), scale));
    }

    private static int scaled(int pixels, double scale) {
        return (int) Math.max(1, Math.round(pixels * scale));
    }
}

package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.geotiff.GeoTiffReader;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.Histogram;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reads the TIFFs of a corpus with both readers. */
@RequiresGdal
@Requires("corpus")
final class ReadersAgreeTest {

    private static final int STATISTICS_SIDE = 1024;
    private static final int WINDOW = 300;

    /** What is compared of a file. */
    private static final Map<String, Function<RasterInfo, @Nullable Object>> FACTS = new TreeMap<>(Map.of(
            "size",
            RasterInfo::size,
            "media type",
            info -> info.mediaType().replace("; profile=cloud-optimized", ""),
            "code",
            info -> info.crs().flatMap(CrsDefinition::code),
            "terrestrial",
            info -> info.crs().map(CrsDefinition::terrestrial),
            "control points",
            info -> info.groundControlPoints().size(),
            "sampling",
            RasterInfo::pixelIsPoint,
            "overviews",
            RasterInfo::overviews,
            "bands",
            info -> info.bands().stream().map(ReadersAgreeTest::facts).toList()));

    private static List<@Nullable Object> facts(RasterBand band) {
        List<@Nullable Object> facts = new ArrayList<>();
        facts.add(band.dataType());
        facts.add(band.bitsPerSample());
        facts.add(band.nodata().orElse(null));
        facts.add(band.scale().orElse(null));
        facts.add(band.offset().orElse(null));
        facts.add(band.unit().orElse(null));
        facts.add(band.description().orElse(null));
        facts.add(band.color());
        facts.add(band.colorTable());
        facts.add(band.categories());
        facts.add(band.statistics().orElse(null));
        return facts;
    }

    /** Facts in which the readers may differ on a file, and why. */
    private record Excuse(String file, String reason, Set<String> facts) {}

    private static final List<Excuse> EXCUSES = List.of(
            new Excuse(
                    "gdal/gcore/data/3376.tif",
                    "GDAL also reads a file of ERDAS Imagine beside it",
                    Set.of("bands", "overviews", "terrestrial")),
            new Excuse("gdal/gcore/data/cielab.tif", "GDAL makes RGBA of it", Set.of("bands", "statistics", "window")),
            new Excuse(
                    "gdal/gcore/data/epsg4326_3855_geotiff1_1.tif",
                    "GDAL looks up the unit of heights",
                    Set.of("bands")),
            new Excuse(
                    "gdal/gcore/data/gtiff/esri_geodataxform_no_resolutionunit.tif",
                    "GDAL reads the control points of a file of ArcGIS beside it",
                    Set.of("control points", "transform")),
            new Excuse(
                    "gdal/gcore/data/gtiff/invalid_semimajoraxis_compound.tif",
                    "GDAL gives up a system without an ellipsoid",
                    Set.of("bands", "terrestrial")),
            new Excuse(
                    "gdal/gcore/data/gtiff/stefan_full_greyalpha_uint64_LZW_predictor_2.tif",
                    "GDAL takes only 8 and 16 bits for alpha",
                    Set.of("statistics", "validity", "window")),
            new Excuse("gdal/gcore/data/int24.tif", "GDAL takes 24 bits for unsigned", Set.of("bands")),
            new Excuse(
                    "geotrellis/raster/data/one-month-tiles-tiff/test-200506000000_0_0.tiff",
                    "only the reader of netCDF, which is that of GDAL, takes CF axes for those of WGS 84",
                    Set.of("code", "terrestrial")));

    @Test
    void bothReadersSayTheSame() throws IOException {
        Path corpus = Material.path("corpus");
        Map<String, Set<String>> differences = new TreeMap<>();
        int compared = 0;
        for (String name : Files.readAllLines(corpus.resolve("list.txt"))) {
            Path file = corpus.resolve("files").resolve(name);
            if (Fixtures.recognizes(new GeoTiffReader(), Fixtures.local(file))) {
                compared++;
                differences.put(name, compare(file));
            }
        }
        EXCUSES.forEach(each -> differences.get(each.file()).removeAll(each.facts()));
        differences.values().removeIf(Set::isEmpty);

        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(180);
    }

    private static Set<String> compare(Path file) throws IOException {
        try (Raster own = Fixtures.open(new GeoTiffReader(), file);
                Raster gdal = Fixtures.open(new GdalReader(), file)) {
            Set<String> differences = new TreeSet<>();
            FACTS.forEach((name, fact) -> {
                if (!Objects.equals(fact.apply(own.info()), fact.apply(gdal.info()))) {
                    differences.add(name);
                }
            });
            if (!near(own.info().transform(), gdal.info().transform())) {
                differences.add("transform");
            }
            RasterSize size = own.info().size();
            if (Math.max(size.width(), size.height()) <= STATISTICS_SIDE && !sameStatistics(own, gdal)) {
                differences.add("statistics");
            }
            if (!sameValidity(own, gdal)) {
                differences.add("validity");
            }
            if (!sameWindow(own, gdal)) {
                differences.add("window");
            }
            return differences;
        }
    }

    /** A window in the middle, across blocks of most files. */
    private static boolean sameWindow(Raster own, Raster gdal) throws IOException {
        RasterSize size = own.info().size();
        int bands = own.info().bands().size();
        if (!size.equals(gdal.info().size()) || bands != gdal.info().bands().size()) {
            return false;
        }
        PixelWindow window = new PixelWindow(
                size.width() / 3,
                size.height() / 3,
                Math.min(WINDOW, size.width() - size.width() / 3),
                Math.min(WINDOW, size.height() - size.height() / 3));
        int[] some = IntStream.range(0, Math.min(bands, 4)).toArray();
        try {
            List<BandValues> ours = own.readWindow(window, some);
            List<BandValues> theirs = gdal.readWindow(window, some);
            return IntStream.of(some).allMatch(band -> same(ours.get(band), theirs.get(band)));
        } catch (StacGeneratorException e) {
            return e.code() == ErrorCode.UNSUPPORTED_RASTER; // the own reader does not know all codecs
        }
    }

    private static boolean same(BandValues a, BandValues b) {
        PixelWindow window = a.window();
        return IntStream.range(0, (int) window.pixels()).allMatch(i -> {
            int x = i % window.width();
            int y = i / window.width();
            return a.hasData(x, y) == b.hasData(x, y) && (!a.hasData(x, y) || a.value(x, y) == b.value(x, y));
        });
    }

    private static boolean sameValidity(Raster own, Raster gdal) throws IOException {
        Optional<ValidityMask> ours = own.validity(STATISTICS_SIDE);
        ValidityMask theirs = gdal.validity(STATISTICS_SIDE).orElseThrow();
        return ours.isEmpty() || cells(ours.get()).equals(cells(theirs));
    }

    /** Where all is valid, the readers may have looked at the pixels or not. */
    private static Object cells(ValidityMask mask) {
        if (mask.full()) {
            return "full";
        }
        BitSet cells = new BitSet();
        int width = mask.size().width();
        IntStream.range(0, width * mask.size().height())
                .filter(i -> mask.valid(i % width, i / width))
                .forEach(cells::set);
        return List.of(mask.size(), cells);
    }

    private static boolean near(Optional<GeoTransform> a, Optional<GeoTransform> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty();
        }
        for (int i = 0; i < 6; i++) {
            if (!near(
                    (Double) a.get().toList().get(i), (Double) b.get().toList().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The own reader does not know all codecs. */
    private static boolean sameStatistics(Raster own, Raster gdal) throws IOException {
        Optional<List<BandStatistics>> ours = own.statistics(StatisticsMode.EXACT);
        List<BandStatistics> theirs = Fixtures.statistics(gdal, StatisticsMode.EXACT);
        return ours.isEmpty()
                || IntStream.range(0, Math.min(ours.get().size(), theirs.size()))
                        .allMatch(i -> same(ours.get().get(i), theirs.get(i)));
    }

    private static boolean same(BandStatistics a, BandStatistics b) {
        return near(a.minimum().orElse(null), b.minimum().orElse(null))
                && near(a.maximum().orElse(null), b.maximum().orElse(null))
                && near(a.mean().orElse(null), b.mean().orElse(null))
                && near(a.stddev().orElse(null), b.stddev().orElse(null))
                && near(a.validPercent().orElse(null), b.validPercent().orElse(null))
                && a.count().equals(b.count())
                && Objects.equals(
                        buckets(a.histogram().orElse(null)),
                        buckets(b.histogram().orElse(null)));
    }

    private static @Nullable List<Long> buckets(@Nullable Histogram histogram) {
        return histogram == null ? null : histogram.buckets();
    }

    private static boolean near(@Nullable Double a, @Nullable Double b) {
        if (a == null || b == null) {
            return Objects.equals(a, b);
        }
        return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
    }
}

package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compares what is read of a corpus of files with what rio-stac, which reads them by GDAL too, says of them. */
@RequiresGdal
@Requires("corpus")
final class GdalCorpusTest {

    private static final int STATISTICS_SIDE = 1024;

    private enum Part {
        OPENING,
        SHAPE,
        TRANSFORM,
        CODE,
        TYPE,
        NODATA,
        SCALE,
        UNIT,
        STATISTICS,
        HISTOGRAM
    }

    /** Files that differ, and why. */
    private record Difference(String reason, Set<Part> parts, List<String> files) {}

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference(
                    "names another file, or may do so, which is off by default",
                    Set.of(Part.OPENING),
                    List.of(
                            "gdal/gdrivers/data/PRF/dem/dem_1_1.demtif",
                            "gdal/gdrivers/data/ehdr/8s.vrt",
                            "gdal/gdrivers/data/mrf/lerc/byte.lrc",
                            "gdal/gdrivers/data/paux/small16.aux",
                            "rasterio/RGB.byte.gcp.vrt")),
            new Difference(
                    "rio-stac describes a north-up image made from one with ground control points",
                    Set.of(Part.SHAPE, Part.TRANSFORM),
                    List.of(
                            "gdal/gdrivers/data/bsb/transverse_mercator.kap",
                            "georust-gdal/gcp.tif",
                            "rio-stac/dataset_gcps.tif",
                            "rio-tiler/cog_gcps.tif")),
            new Difference(
                    "the affine fit of ground control points is not north-up",
                    Set.of(Part.TRANSFORM),
                    List.of("gdal/gcore/data/gtiff/esri_geodataxform_no_resolutionunit.tif")),
            new Difference(
                    "a transform of zeros is none",
                    Set.of(Part.TRANSFORM),
                    List.of("gdal/gdrivers/data/gsc/fakegsc.gsc")),
            new Difference(
                    "rio-stac has no code of ESRI",
                    Set.of(Part.CODE),
                    List.of(
                            "geotrellis/raster/data/sbn/SBN_inc_percap-nodata-clip.tif",
                            "rasterio/test_esri_wkt.tif",
                            "rio-stac/dataset_geom.tif")),
            new Difference(
                    "the file's code is kept though its ellipsoid contradicts it",
                    Set.of(Part.CODE),
                    List.of("gdal/gcore/data/gtiff/inconsistent_invflattening.tif")),
            new Difference(
                    "longitudes and latitudes of CF axes are assumed to be those of WGS 84",
                    Set.of(Part.CODE),
                    List.of("geotrellis/raster/data/one-month-tiles-tiff/test-200506000000_0_0.tiff")),
            new Difference(
                    "axes of irregular longitudes and latitudes locate the file",
                    Set.of(Part.CODE, Part.TRANSFORM),
                    List.of("gdal/gdrivers/data/netcdf/GLMELT_4X5.OCN.nc")),
            new Difference(
                    "rio-stac guesses a code from the parameters of a system of another name",
                    Set.of(Part.CODE),
                    List.of(
                            "gdal/gcore/data/3376.tif",
                            "gdal/gdrivers/data/aaigrid/case_sensitive.ASC",
                            "gdal/gdrivers/data/pcidsk/tile_v1.1.pix",
                            "gdal/gdrivers/data/pcidsk/utm.pix",
                            "geotrellis/spark/src/test/resources/aspect.tif",
                            "rio-cogeo/validate/image_known_incompatible_ghost_headers.tif")),
            new Difference(
                    "rio-stac knows no unsigned 64-bit integers",
                    Set.of(Part.TYPE),
                    List.of(
                            "gdal/gcore/data/gtiff/rgbsmall_uint64_LZW_predictor_2.tif",
                            "gdal/gcore/data/gtiff/stefan_full_greyalpha_uint64_LZW_predictor_2.tif",
                            "gdal/gcore/data/gtiff/uint64_LZW_predictor_2.tif",
                            "gdal/gcore/data/gtiff/uint64_full_range.tif")),
            new Difference(
                    "rio-stac gives all bands the nodata value of the first",
                    Set.of(Part.NODATA),
                    List.of("gdal/gdrivers/data/bag/true_n_nominal.bag", "gdal/gdrivers/data/nwt_grd/nwt_grd.grd")));

    @Test
    void readsWhatRioStacReads() throws IOException {
        Path corpus = Material.path("corpus");
        Set<String> before = files(corpus);
        Map<String, Set<Part>> differences = new TreeMap<>();
        for (String name : Files.readAllLines(corpus.resolve("list.txt"))) {
            Set<Part> parts = compare(corpus, name);
            if (!parts.isEmpty()) {
                differences.put(name, parts);
            }
        }

        assertThat(differences).isEqualTo(expected());
        assertThat(files(corpus)).isEqualTo(before);
    }

    private static Map<String, Set<Part>> expected() {
        Map<String, Set<Part>> expected = new TreeMap<>();
        DIFFERENCES.forEach(difference -> difference.files().forEach(file -> expected.put(file, difference.parts())));
        return expected;
    }

    private static Set<String> files(Path corpus) throws IOException {
        try (Stream<Path> files = Files.walk(corpus)) {
            return files.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<Part> compare(Path corpus, String name) throws IOException {
        String text = Files.readString(corpus.resolve("rio-stac-items").resolve(name + ".json"));
        Item item = new Item(JsonReader.object(text, ErrorCode.INTERNAL, name));
        StorageObject object = Fixtures.local(corpus.resolve("files").resolve(name));
        Set<Part> differences = EnumSet.noneOf(Part.class);
        if (Fixtures.recognizes(new GdalReader(), object)) {
            open(object, item, differences);
        } else {
            differences.add(Part.OPENING);
        }
        return differences;
    }

    private static void open(StorageObject object, Item item, Set<Part> differences) throws IOException {
        try {
            Fixtures.with(object, raster -> compare(item, raster, differences));
        } catch (StacGeneratorException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_RASTER);
            differences.add(Part.OPENING);
        }
    }

    private static void compare(Item item, Raster raster, Set<Part> differences) {
        RasterInfo info = raster.info();
        RasterSize size = info.size();
        note(differences, Part.SHAPE, List.of(size.height(), size.width()).equals(item.property("proj:shape")));
        note(differences, Part.TRANSFORM, sameTransform(item, info));
        Object epsg = item.property("proj:epsg");
        String code = info.crs().flatMap(CrsDefinition::code).orElse(null);
        note(differences, Part.CODE, Objects.equals(code, epsg == null ? null : "EPSG:" + epsg));
        boolean small = Math.max(size.width(), size.height()) <= STATISTICS_SIDE;
        List<BandStatistics> statistics = small ? Fixtures.statistics(raster, StatisticsMode.EXACT) : List.of();
        List<Map<String, Object>> bands = item.bands();
        note(differences, Part.SHAPE, bands.size() == info.bands().size());
        for (int i = 0; i < Math.min(bands.size(), info.bands().size()); i++) {
            compare(bands.get(i), info.bands().get(i), differences);
            if (small) {
                compare(bands.get(i), statistics.get(i), differences);
            }
        }
    }

    private static void note(Set<Part> differences, Part part, boolean same) {
        if (!same) {
            differences.add(part);
        }
    }

    /** Without a transform rio-stac gives GDAL's default one. */
    private static boolean sameTransform(Item item, RasterInfo info) {
        List<Object> ours =
                info.transform().orElse(new GeoTransform(1, 0, 0, 0, 1, 0)).toList();
        List<?> theirs = (List<?>) item.property("proj:transform");
        for (int i = 0; i < ours.size(); i++) {
            if (!near(number(ours.get(i)), number(theirs.get(i)), 1e-12)) {
                return false;
            }
        }
        return true;
    }

    private static void compare(Map<String, Object> expected, RasterBand band, Set<Part> differences) {
        note(differences, Part.TYPE, band.dataType().jsonName().equals(expected.get("data_type")));
        Double nodata = band.nodata().map(Number::doubleValue).orElse(null);
        note(differences, Part.NODATA, Objects.equals(nodata, nodata(expected.get("nodata"))));
        double scale = band.scale().orElse(1.0);
        double offset = band.offset().orElse(0.0);
        note(
                differences,
                Part.SCALE,
                scale == number(expected.get("scale")) && offset == number(expected.get("offset")));
        note(differences, Part.UNIT, Objects.equals(band.unit().orElse(null), expected.get("unit")));
    }

    private static @Nullable Double nodata(@Nullable Object value) {
        if (value instanceof String text) {
            return text.equals("nan")
                    ? Double.NaN
                    : text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return value == null ? null : number(value);
    }

    /**
     * Compares statistics. rio-stac gives a band without valid pixels zeros, one without a mask a wrong share of valid
     * pixels, one with a single value a histogram around it, and adds up 32-bit numbers with their precision.
     */
    private static void compare(Map<String, Object> expected, BandStatistics ours, Set<Part> differences) {
        Map<?, ?> theirs = (Map<?, ?>) expected.get("statistics");
        if (ours.count().orElse(0L) == 0) {
            return;
        }
        double precision = "float32".equals(expected.get("data_type")) ? 2e-6 : 1e-9;
        note(
                differences,
                Part.STATISTICS,
                near(ours.minimum().orElseThrow(), number(theirs.get("minimum")), 1e-9)
                        && near(ours.maximum().orElseThrow(), number(theirs.get("maximum")), 1e-9)
                        && near(ours.mean().orElseThrow(), number(theirs.get("mean")), precision)
                        && near(ours.stddev().orElseThrow(), number(theirs.get("stddev")), precision)
                        && (ours.validPercent().orElseThrow() == 100
                                || near(ours.validPercent().orElseThrow(), number(theirs.get("valid_percent")), 1e-9)));
        if (ours.histogram().isPresent()) {
            Map<?, ?> histogram = (Map<?, ?>) expected.get("histogram");
            note(
                    differences,
                    Part.HISTOGRAM,
                    histogram
                            .get("buckets")
                            .toString()
                            .equals(ours.histogram().orElseThrow().buckets().toString()));
        }
    }

    private static boolean near(double a, double b, double precision) {
        return Math.abs(a - b) <= precision * Math.max(1, Math.abs(b));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private record Item(Map<String, Object> json) {

        Object property(String name) {
            return ((Map<?, ?>) json.get("properties")).get(name);
        }

        @SuppressWarnings("unchecked") // bands are objects
        List<Map<String, Object>> bands() {
            Map<?, ?> assets = (Map<?, ?>) json.get("assets");
            return (List<Map<String, Object>>) ((Map<?, ?>) assets.get("asset")).get("raster:bands");
        }
    }
}

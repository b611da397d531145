package io.stacgenerator.internal.geotiff;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.Histogram;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares what is read of real files with Items that rio-stac made of them. Takes the folder of files and Items by the
 * system property {@code stacgenerator.corpus}.
 */
@Requires("corpus")
final class CorpusConformanceTest {

    /** What rio-stac says about a file. */
    private enum Part {
        SHAPE,
        TRANSFORM,
        CRS,
        BAND_COUNT,
        DATA_TYPE,
        UNIT,
        SAMPLING,
        STATISTICS
    }

    /** Where we differ from rio-stac on purpose. */
    private static final Map<String, Set<Part>> EXCEPTIONS = Map.ofEntries(
            // ground control points: rio-stac warps the image first, we fit a transform to it as it is
            entry("rio-stac/dataset_gcps.tif", Set.of(Part.SHAPE, Part.TRANSFORM)),
            entry("rio-tiler/cog_gcps.tif", Set.of(Part.SHAPE, Part.TRANSFORM)),
            entry("georust-gdal/gcp.tif", Set.of(Part.SHAPE, Part.TRANSFORM)),
            // control points of Esri next to the file, which rio-stac warps by; the file has a transform of its own
            entry(
                    "gdal/gcore/data/gtiff/esri_geodataxform_no_resolutionunit.tif",
                    Set.of(Part.TRANSFORM, Part.SAMPLING)),
            // user-defined systems that PROJ finds in its database by their parameters
            entry("rio-cogeo/validate/image_known_incompatible_ghost_headers.tif", Set.of(Part.CRS)),
            entry("geotrellis/spark/src/test/resources/aspect.tif", Set.of(Part.CRS)),
            // named by a file of ERDAS Imagine next to it
            entry("gdal/gcore/data/3376.tif", Set.of(Part.CRS)),
            // GDAL drops the code for an ellipsoid parameter that contradicts it
            entry("gdal/gcore/data/gtiff/inconsistent_invflattening.tif", Set.of(Part.CRS)),
            // a compound system: we keep the horizontal part, and know no unit that is not in the file
            entry("gdal/gcore/data/epsg4326_3855_geotiff1_1.tif", Set.of(Part.CRS, Part.UNIT)),
            // heights without a vertical system, whose unit GDAL drops with the invalid rest
            entry("gdal/gcore/data/gtiff/invalid_semimajoraxis_compound.tif", Set.of(Part.UNIT)),
            // CIELab, which GDAL converts to RGBA
            entry("gdal/gcore/data/cielab.tif", Set.of(Part.BAND_COUNT)),
            // signed integers of 24 bits, which GDAL takes for unsigned ones
            entry("gdal/gcore/data/int24.tif", Set.of(Part.DATA_TYPE)),
            // unsigned 64-bit integers, which rio-stac calls int64, and whose alpha it does not heed
            entry("gdal/gcore/data/gtiff/uint64_full_range.tif", Set.of(Part.DATA_TYPE)),
            entry("gdal/gcore/data/gtiff/uint64_LZW_predictor_2.tif", Set.of(Part.DATA_TYPE)),
            entry("gdal/gcore/data/gtiff/rgbsmall_uint64_LZW_predictor_2.tif", Set.of(Part.DATA_TYPE)),
            entry(
                    "gdal/gcore/data/gtiff/stefan_full_greyalpha_uint64_LZW_predictor_2.tif",
                    Set.of(Part.DATA_TYPE, Part.STATISTICS)),
            // no valid pixel at all, of which rio-stac gives zeros or the nodata value
            entry("geotrellis/raster/data/sbn/SBN_inc_percap-nodata-clip.tif", Set.of(Part.STATISTICS)),
            entry("gdal/gcore/data/gtiff/sparse_tiled_separate.tif", Set.of(Part.STATISTICS)),
            entry("gdal/gcore/data/gtiff/sparse_nodata_one.tif", Set.of(Part.STATISTICS)),
            entry("gdal/gcore/data/gtiff/uint16_nodata_65535_bigtiff.tif", Set.of(Part.STATISTICS)));

    /** Pixels that only GDAL decodes. */
    private static final Set<String> UNDECODED = Set.of("LERC", "LERC_DEFLATE", "LERC_ZSTD", "LZMA", "WEBP");

    static Stream<String> files() throws IOException {
        return Files.readAllLines(Material.path("corpus").resolve("list.txt")).stream()
                .filter(CorpusConformanceTest::isTiff);
    }

    private static boolean isTiff(String file) {
        try {
            byte[] bytes = Files.readAllBytes(file(file));
            return TiffFile.recognizes(ByteBuffer.wrap(bytes, 0, Math.min(8, bytes.length)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path file(String file) {
        return Material.path("corpus").resolve("files").resolve(file);
    }

    private static boolean compared(String file, Part part) {
        return !EXCEPTIONS.getOrDefault(file, Set.of()).contains(part);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void saysWhatRioStacSays(String file) throws IOException {
        CountingObject object = CountingObject.local(file(file));
        RasterInfo info = Opening.open(object).info();
        Map<String, Object> item = item(file);
        Map<String, Object> properties = object(item, "properties");

        assertThat(object.reads().get(0).length()).isLessThanOrEqualTo(32 * 1024);
        if (compared(file, Part.SHAPE)) {
            assertThat(properties.get("proj:shape"))
                    .isEqualTo(List.of(info.size().height(), info.size().width()));
        }
        if (compared(file, Part.TRANSFORM)) {
            assertTransform(info, list(properties, "proj:transform"));
        }
        if (compared(file, Part.CRS)) {
            Object epsg = properties.get("proj:epsg");
            assertThat(info.crs().flatMap(CrsDefinition::code).filter(code -> code.startsWith("EPSG:")))
                    .isEqualTo(Optional.ofNullable(epsg).map(code -> "EPSG:" + code));
        }
        if (compared(file, Part.BAND_COUNT)) {
            assertBands(file, info, bands(item));
        }
    }

    /** Without a transform rio-stac gives the identity. */
    private static void assertTransform(RasterInfo info, List<Object> expected) {
        List<Object> actual =
                info.transform().orElse(new GeoTransform(1, 0, 0, 0, 1, 0)).toList();
        for (int i = 0; i < actual.size(); i++) {
            double value = number(expected.get(i));
            assertThat((Double) actual.get(i)).isCloseTo(value, within(1e-12 * Math.abs(value)));
        }
    }

    private static void assertBands(String file, RasterInfo info, List<Map<String, Object>> expected) {
        assertThat(info.bands()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            RasterBand band = info.bands().get(i);
            Map<String, Object> told = expected.get(i);
            Object nodata = told.get("nodata");
            assertThat(band.nodata().map(Number::doubleValue).orElse(null))
                    .isEqualTo(nodata == null ? null : number(nodata));
            assertThat(band.scale().orElse(1.0)).isEqualTo(number(told.get("scale")));
            assertThat(band.offset().orElse(0.0)).isEqualTo(number(told.get("offset")));
            if (compared(file, Part.DATA_TYPE)) {
                assertThat(band.dataType().jsonName()).isEqualTo(told.get("data_type"));
            }
            if (compared(file, Part.UNIT)) {
                assertThat(band.unit().orElse(null)).isEqualTo(told.get("unit"));
            }
            if (compared(file, Part.SAMPLING)) {
                assertThat(info.metadata().getOrDefault("AREA_OR_POINT", ""))
                        .isEqualToIgnoringCase((String) told.getOrDefault("sampling", ""));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void measuresWhatRioStacMeasures(String file) throws IOException {
        Raster raster = Opening.open(CountingObject.local(file(file)));
        String compression = raster.info().metadata().getOrDefault("IMAGE_STRUCTURE:COMPRESSION", "");
        Optional<List<BandStatistics>> statistics = raster.statistics(StatisticsMode.EXACT);

        assertThat(statistics.isPresent()).isEqualTo(!UNDECODED.contains(compression));
        List<Map<String, Object>> expected = bands(item(file));
        boolean decimated =
                Math.max(raster.info().size().width(), raster.info().size().height()) > 1024;
        boolean warped = !compared(file, Part.BAND_COUNT);
        if (statistics.isEmpty() || decimated || warped || !compared(file, Part.STATISTICS)) {
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            assertStatistics(statistics.get().get(i), raster.info().bands().get(i), expected.get(i));
            assertValid(statistics.get().get(i), raster.info().size(), expected.get(i));
        }
    }

    /** Where there is no mask, rio-stac takes one pixel for valid. */
    private static void assertValid(BandStatistics band, RasterSize size, Map<String, Object> told) {
        double percent = number(object(told, "statistics").get("valid_percent"));
        double one = 100.0 / ((double) size.width() * size.height());
        assertThat(band.validPercent().orElseThrow())
                .isCloseTo(Math.abs(percent - one) < 1e-12 ? 100 : percent, within(1e-9));
    }

    /** Sums of 32-bit numbers are of 32 bits in numpy. */
    private static void assertStatistics(BandStatistics band, RasterBand info, Map<String, Object> told) {
        double tolerance = info.dataType() == DataType.FLOAT32 ? 1e-6 : 1e-9;
        Map<String, Object> expected = object(told, "statistics");
        double mean = number(expected.get("mean"));
        double stddev = number(expected.get("stddev"));
        assertThat(band.minimum().orElse(null)).isEqualTo(number(expected.get("minimum")));
        assertThat(band.maximum().orElse(null)).isEqualTo(number(expected.get("maximum")));
        assertThat(band.mean().orElseThrow()).isCloseTo(mean, within(tolerance * Math.max(1, Math.abs(mean))));
        assertThat(band.stddev().orElseThrow()).isCloseTo(stddev, within(tolerance * Math.max(1, stddev)));
        List<Long> buckets = list(object(told, "histogram"), "buckets").stream()
                .map(count -> ((Number) count).longValue())
                .toList();
        if (!band.minimum().orElseThrow().equals(band.maximum().orElse(null))) {
            assertThat(band.histogram().orElseThrow())
                    .extracting(Histogram::buckets)
                    .isEqualTo(buckets);
        }
    }

    @Test
    void exceptionsNameFilesOfTheCorpus() throws IOException {
        assertThat(files()).containsAll(EXCEPTIONS.keySet());
    }

    private static Map<String, Object> item(String file) throws IOException {
        Path path = Material.path("corpus").resolve("rio-stac-items").resolve(file + ".json");
        return JsonReader.object(Files.readString(path), ErrorCode.INTERNAL, file);
    }

    private static List<Map<String, Object>> bands(Map<String, Object> item) {
        List<Map<String, Object>> bands = new ArrayList<>();
        for (Object band : list(object(object(item, "assets"), "asset"), "raster:bands")) {
            bands.add(cast(band));
        }
        return bands;
    }

    private static Map<String, Object> object(Map<String, Object> json, String name) {
        return cast(json.get(name));
    }

    @SuppressWarnings("unchecked") // JSON objects are maps by name
    private static Map<String, Object> cast(Object json) {
        return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked") // JSON arrays are lists
    private static List<Object> list(Map<String, Object> json, String name) {
        return (List<Object>) json.get(name);
    }

    private static Double number(Object json) {
        return json instanceof Number number ? Double.valueOf(number.doubleValue()) : GdalNumber.parse((String) json);
    }
}

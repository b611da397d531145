package io.stacgenerator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rasters whose reference system was misunderstood: they are where {@code gdalinfo} has them, or reported as not
 * located.
 */
@Requires("cases")
final class ReferenceSystemCasesTest {

    private static final String KINDS = "(raster/(01|02|03|04|08|16|20)|geo/(01|02|03|05|06|07|08|09|13|17))-.*\\.tif";
    private static final double SAME_METERS = 1;
    private static final double METERS_PER_DEGREE = 111_320;

    /** Of a scene that is cut or has bent edges, corners are not positions of the ring. */
    private static final List<String> NOT_BY_CORNERS = List.of(
            "nsidc_3411_25km.tif",
            // gdalinfo changes the operation between the corners, 1400 km apart
            "esri_102013__STANDARD.tif");

    /** A place that is reported as doubtful, or to be that of the code and not of the parameters, is another one. */
    private static final List<String> TOLD = List.of("crs-approximate", "crs-code-contradicted", "datum-shift-unknown");

    static Stream<Path> rasters() throws IOException {
        Path root = Material.path("cases");
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> root.relativize(file).toString().matches(KINDS))
                    .filter(file -> !NOT_BY_CORNERS.contains(file.getFileName().toString()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rasters")
    void rasterIsWhereGdalHasIt(Path raster) throws IOException, InterruptedException {
        GenerationResult result = generate(raster);
        Map<String, Object> item = result.item().toMap();
        if (item.get("geometry") == null) {
            assertThat(codes(result)).contains("crs-unsupported");
            assertThat(System.getProperty("stacgenerator.gdal.library"))
                    .as("with GDAL it is located")
                    .isNotNull();
            return;
        }
        if (TOLD.stream().anyMatch(codes(result)::contains)) {
            return;
        }
        List<double[]> ring = positions(item.get("geometry"), new ArrayList<>());
        for (double[] corner : corners(raster)) {
            assertThat(ring.stream().mapToDouble(p -> distance(p, corner)).min().orElseThrow())
                    .as("metres from %s, warnings %s", Arrays.toString(corner), result.warnings())
                    .isLessThan(SAME_METERS);
        }
    }

    private static List<String> codes(GenerationResult result) {
        return result.warnings().stream().map(Warning::code).toList();
    }

    private static GenerationResult generate(Path raster) {
        GenerationOptions options = GenerationOptions.builder()
                .datetimeFallback(DatetimeFallback.LAST_MODIFIED)
                .build();
        try (StacGenerator generator = StacGenerator.builder().options(options).build()) {
            return generator.generate(
                    GenerationRequest.builder().assetPaths(raster.toString()).build());
        }
    }

    private static double distance(double[] a, double[] b) {
        double east = Math.IEEEremainder(a[0] - b[0], 360) * Math.cos(Math.toRadians(b[1]));
        return Math.hypot(east, a[1] - b[1]) * METERS_PER_DEGREE;
    }

    /** The corners as GDAL has them, with the definition that a code had and the shift of datum that a file gives. */
    private static List<double[]> corners(Path raster) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "gdalinfo",
                        "-json",
                        "--config",
                        "OSR_USE_NON_DEPRECATED",
                        "NO",
                        "--config",
                        "OSR_STRIP_TOWGS84",
                        "NO",
                        raster.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String json = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        Map<String, Object> info = JsonReader.object(json, ErrorCode.INTERNAL, "gdalinfo");
        return positions(info.get("wgs84Extent"), new ArrayList<>());
    }

    private static List<double[]> positions(Object json, List<double[]> into) {
        if (json instanceof Map<?, ?> geometry) {
            return positions(geometry.get("coordinates"), into);
        }
        List<?> list = (List<?>) json;
        if (list.get(0) instanceof Number) {
            into.add(list.stream()
                    .mapToDouble(number -> ((Number) number).doubleValue())
                    .toArray());
        } else {
            list.forEach(each -> positions(each, into));
        }
        return into;
    }
}

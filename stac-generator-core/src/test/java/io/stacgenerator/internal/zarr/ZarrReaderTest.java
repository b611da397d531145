package io.stacgenerator.internal.zarr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.storage.FileStorageResolver;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.testkit.FakeContext;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ZarrReaderTest {

    private static final List<String> TIME_LAT_LON = List.of("time", "lat", "lon");

    @TempDir
    private Path folder;

    private final InMemoryStorageResolver storage = new InMemoryStorageResolver();

    /** Three days of degrees, latitudes falling. */
    private static ZarrFiles forecast(int version, String codec) {
        return ZarrFiles.of(version, codec)
                .variable("t2m", Map.of("units", "K", "long_name", "temperature"), TIME_LAT_LON, 3, 4, 5)
                .coordinate("time", Map.of("units", "days since 2024-05-01"), 0, 1, 2)
                .coordinate("lat", Map.of("units", "degrees_north"), 49, 48, 47, 46)
                .coordinate("lon", Map.of("units", "degrees_east"), 5, 6, 7, 8, 9);
    }

    private Dataset read(ZarrFiles files) throws IOException {
        Path store = ZarrFiles.write(folder.resolve("a.zarr"), files.consolidated());
        return read(store);
    }

    private static Dataset read(Path store) throws IOException {
        FakeContext context = FakeContext.of(new FileStorageResolver());
        try (StorageObject object = context.open(store.toString())) {
            return new ZarrReader().read(object, context);
        }
    }

    private StacItem generate(String href) {
        try (StacGenerator generator = StacGenerator.builder().install(storage).build()) {
            GenerationResult result = generator.generate(
                    GenerationRequest.builder().assetPaths(href).build(), GenerationOptions.ofDefaults());
            assertThat(result.warnings()).isEmpty();
            return result.item();
        }
    }

    @ParameterizedTest
    @CsvSource({"2,''", "2,zlib", "2,gzip", "3,''", "3,gzip"})
    void storeOverTheNetworkBecomesAnItem(int version, String codec) {
        forecast(version, codec).consolidated().forEach((path, bytes) -> storage.put("a.zarr/" + path, bytes));

        StacItem item = generate("memory:a.zarr");

        assertThat(item.bbox().orElseThrow().toList()).containsExactly(4.5, 45.5, 9.5, 49.5);
        assertThat(item.property("start_datetime", String.class)).contains("2024-05-01T00:00:00Z");
        assertThat(item.property("end_datetime", String.class)).contains("2024-05-03T00:00:00Z");
        assertThat(item.stacExtensions())
                .contains(
                        "https://stac-extensions.github.io/datacube/v2.3.0/schema.json",
                        "https://stac-extensions.github.io/zarr/v1.1.0/schema.json");
        assertThat(item.assets().get("data").toMap())
                .containsEntry("href", "memory:a.zarr")
                .containsEntry("type", "application/vnd.zarr")
                .containsEntry("zarr:zarr_format", version)
                .containsEntry("zarr:consolidated", true)
                .doesNotContainKey("file:size");
        assertThat(item.property("proj:code", String.class)).contains("EPSG:4326");
    }

    /** One of metadata, and two of each of three coordinates, of whose chunks two hold what is read. */
    @ParameterizedTest
    @CsvSource({"2, .zmetadata", "3, zarr.json"})
    void eachDocumentAndChunkIsOpenedOnce(int version, String root) {
        forecast(version, "").consolidated().forEach((path, bytes) -> storage.put("a.zarr/" + path, bytes));

        generate("memory:a.zarr/" + root);

        assertThat(storage.opens()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"2", "3"})
    void metadataNeedNotBeConsolidatedInAFolder(int version) throws IOException {
        Dataset dataset = read(
                ZarrFiles.write(folder.resolve("b.zarr"), forecast(version, "").separate()));

        assertThat(dataset.bounds()).containsExactly(4.5, 45.5, 9.5, 49.5);
        assertThat(dataset.fields()).containsEntry("zarr:consolidated", false);
    }

    @Test
    void dimensionsAndVariablesAreThoseOfTheDatacubeExtension() throws IOException {
        Dataset dataset = read(forecast(2, ""));

        assertThat(dataset.fields().get("cube:dimensions"))
                .isEqualTo(Map.of(
                        "time",
                        Map.of("type", "temporal", "extent", List.of("2024-05-01T00:00:00Z", "2024-05-03T00:00:00Z")),
                        "lat",
                        Map.of(
                                "type",
                                "spatial",
                                "axis",
                                "y",
                                "extent",
                                List.of(45.5, 49.5),
                                "step",
                                1.0,
                                "reference_system",
                                4326),
                        "lon",
                        Map.of(
                                "type",
                                "spatial",
                                "axis",
                                "x",
                                "extent",
                                List.of(4.5, 9.5),
                                "step",
                                1.0,
                                "reference_system",
                                4326)));
        assertThat(dataset.fields().get("cube:variables"))
                .isEqualTo(Map.of(
                        "t2m",
                        Map.of(
                                "dimensions",
                                TIME_LAT_LON,
                                "variable_type",
                                "data",
                                "description",
                                "temperature",
                                "unit",
                                "K",
                                "data_type",
                                "float32")));
    }

    @Test
    void gridMappingGivesSystemAndTransformWithoutChunks() throws IOException {
        Dataset dataset = read(ZarrFiles.of(2, "")
                .variable("red", Map.of("grid_mapping", "spatial_ref"), List.of("y", "x"), 100, 200)
                .variable(
                        "spatial_ref",
                        Map.of("crs_wkt", "EPSG:32632", "GeoTransform", "399960 10 0 5000040 0 -10"),
                        List.of()));

        assertThat(dataset.bounds()).containsExactly(399960.0, 4999040.0, 401960.0, 5000040.0);
        assertThat(dataset.crs().flatMap(CrsDefinition::code)).contains("EPSG:32632");
        assertThat(dataset.times()).isEmpty();
    }

    /** The view of GOES-16 of North America (GOES-R PUG, volume 3, 5.1.2.6), packed into integers. */
    @ParameterizedTest
    @CsvSource({"rad, 5.6e-05", "microradian, 56"})
    void anglesOfASatelliteAreMultipliedByItsHeight(String unit, double step) throws IOException {
        Dataset dataset = read(ZarrFiles.of(2, "")
                .variable("red", Map.of("grid_mapping", "goes"), List.of("y", "x"), 1500, 2500)
                .variable(
                        "goes",
                        Map.of(
                                "grid_mapping_name",
                                "geostationary",
                                "perspective_point_height",
                                35786023.0,
                                "semi_major_axis",
                                6378137.0,
                                "inverse_flattening",
                                298.2572221,
                                "longitude_of_projection_origin",
                                -75.0,
                                "sweep_angle_axis",
                                "x"),
                        List.of())
                .coordinate("y", packed(unit, -step, 0.128212 / 5.6e-05 * step), 0, 1, 1499)
                .coordinate("x", packed(unit, step, -0.101332 / 5.6e-05 * step), 0, 1, 2499));

        assertThat(dataset.crs().flatMap(CrsDefinition::projString))
                .hasValueSatisfying(proj -> assertThat(proj).contains("+proj=geos", "+sweep=x"));
        assertThat(dataset.bounds())
                .usingComparatorForType(new DoubleComparator(0.01), Double.class)
                .containsExactly(-3627271.29, 1583173.66, 1382771.93, 4589199.59);
    }

    private static Map<String, Object> packed(String unit, double scale, double offset) {
        return Map.of("units", unit, "scale_factor", scale, "add_offset", offset);
    }

    /** Latitudes of a Gaussian grid are not evenly spaced. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void outerEdgesAreThoseOfTheBounds(int version) throws IOException {
        Dataset dataset = read(ZarrFiles.of(version, "")
                .variable("a", Map.of(), List.of("lat", "lon"), 3, 4)
                .coordinate("lat", Map.of("units", "degrees_north", "bounds", "lat_bnds"), 60, 1, -61)
                .bounds("lat_bnds", 90, 30, 30, -30, -30, -90)
                .coordinate("lon", Map.of("units", "degrees_east", "bounds", "lon_bnds"), 0, 90, 180, 270)
                .bounds("lon_bnds", 0, 90, 90, 180, 180, 270, 270, 360));

        assertThat(dataset.bounds()).containsExactly(0.0, -90.0, 360.0, 90.0);
    }

    @ParameterizedTest
    @CsvSource({"sinusoidal, true", "rotated_latitude_longitude, false"})
    void gridMappingOfParametersGivesASystem(String method, boolean known) throws IOException {
        Dataset dataset = read(ZarrFiles.of(2, "")
                .variable("red", Map.of("grid_mapping", "crs"), List.of("y", "x"), 2, 2)
                .variable("crs", Map.of("grid_mapping_name", method, "earth_radius", 6371229), List.of())
                .coordinate("y", Map.of("units", "m"), 1, 0)
                .coordinate("x", Map.of("units", "m"), 0, 1));

        assertThat(dataset.crs().flatMap(CrsDefinition::projString).filter(proj -> proj.contains("+proj=sinu")))
                .matches(system -> system.isPresent() == known);
    }

    /** As latitudes of a Gaussian grid are. */
    @Test
    void unevenCoordinatesHaveTheirRange() throws IOException {
        Dataset dataset = read(ZarrFiles.of(2, "")
                .variable("t", Map.of(), List.of("lat", "lon"), 3, 3)
                .coordinate("lat", Map.of("units", "degrees_north"), 75, 45, 0)
                .coordinate("lon", Map.of("units", "degrees_east"), 10, 20, 30));

        assertThat(dataset.bounds()).isEmpty();
        assertThat(JsonValues.members(dataset.fields().get("cube:dimensions")).get("lat"))
                .isEqualTo(
                        Map.of("type", "spatial", "axis", "y", "extent", List.of(0.0, 75.0), "reference_system", 4326));
        assertThat(dataset.fields()).containsKey("cube:variables");
    }

    @Test
    void ofSeveralScalesTheFinestIsDescribedByTheConventionsOfGeoZarr() throws IOException {
        Dataset dataset = read(ZarrFiles.of(3, "")
                .group("r20m", Map.of("proj:code", "EPSG:32632", "spatial:transform", List.of(20, 0, 0, 0, -20, 2000)))
                .variable("r20m/b05", Map.of(), List.of("y", "x"), 100, 100)
                .group("r10m", Map.of("proj:code", "EPSG:32632", "spatial:transform", List.of(10, 0, 0, 0, -10, 2000)))
                .variable("r10m/b02", Map.of(), List.of("y", "x"), 200, 200));

        assertThat(dataset.bounds()).containsExactly(0.0, 0.0, 2000.0, 2000.0);
        assertThat(dataset.fields().get("cube:variables"))
                .isEqualTo(Map.of(
                        "b02",
                        Map.of("dimensions", List.of("y", "x"), "variable_type", "data", "data_type", "float32")));
    }

    @Test
    void theSystemMayBeWrittenOut() throws IOException {
        Map<String, Object> ellipsoid =
                Map.of("name", "Bessel 1841", "semi_major_axis", 6377397.155, "inverse_flattening", 299.1528128);
        Map<String, Object> system = Map.of(
                "type",
                "GeographicCRS",
                "name",
                "MGI",
                "datum",
                Map.of(
                        "type",
                        "GeodeticReferenceFrame",
                        "name",
                        "Militar-Geographische Institut",
                        "ellipsoid",
                        ellipsoid),
                "id",
                Map.of("authority", "EPSG", "code", 4312));
        Dataset dataset = read(ZarrFiles.of(3, "")
                .group("data", Map.of("proj:projjson", system, "spatial:bbox", List.of(10, 46, 17, 49)))
                .variable("data/height", Map.of(), List.of("y", "x"), 30, 70));

        assertThat(dataset.crs().flatMap(CrsDefinition::code)).contains("EPSG:4312");
    }

    @Test
    void storeOverTheNetworkNeedsConsolidatedMetadata() {
        forecast(3, "").separate().forEach((path, bytes) -> storage.put("a.zarr/" + path, bytes));
        FakeContext context = FakeContext.of(storage);

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> new ZarrReader().read(context.open("memory:a.zarr/zarr.json"), context))
                .withMessageContaining("consolidated")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_RASTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/secret"})
    void pathsThatLeadOutOfTheStoreAreNotRead(String path) throws IOException {
        ZarrFiles files = ZarrFiles.of(2, "")
                .variable(path + "/a", Map.of(), List.of("y", "x"), 4, 4)
                .coordinate(path + "/x", Map.of(), 1, 2, 3, 4);
        Map<String, byte[]> metadata = Map.of(".zmetadata", files.consolidated().get(".zmetadata"));
        Path store = ZarrFiles.write(folder.resolve("a.zarr"), metadata);

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> read(store))
                .withMessageContaining("leads out of it");
    }

    @Test
    void timeRangeOfOneValueIsOneTime() throws IOException {
        Dataset dataset = read(ZarrFiles.of(3, "")
                .variable("a", Map.of(), List.of("time", "y", "x"), 1, 10, 10)
                .coordinate("time", Map.of("units", "seconds since 1970-01-01"), 60));

        assertThat(dataset.times()).containsExactly(Instant.ofEpochSecond(60), Instant.ofEpochSecond(60));
    }

    @ParameterizedTest
    @CsvSource({"1, 17, 'zarr.json has 17825792 bytes'", "5, 15, 'its metadata have more than 67108864 bytes'"})
    void metadataAreNoLongerThanAnyStoreHas(int documents, int mebibytes, String expected) throws IOException {
        String node = "{\"zarr_format\":3,\"node_type\":\"group\"}";
        byte[] document = (node + " ".repeat((mebibytes << 20) - node.length())).getBytes(UTF_8);
        for (int i = 0; i < documents; i++) {
            ZarrFiles.write(folder.resolve("a.zarr"), Map.of(i == 0 ? "zarr.json" : i + "/zarr.json", document));
        }

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> read(folder.resolve("a.zarr")))
                .withMessageContaining(expected);
    }

    @Test
    void arraysAreNoMoreThanAnyStoreHas() {
        ZarrFiles files = ZarrFiles.of(3, "");
        for (int i = 0; i <= 10_000; i++) {
            files.variable("a" + i, Map.of(), List.of());
        }

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> read(files))
                .withMessageContaining("more than 10000 arrays");
    }

    /** Each byte of the metadata and of the chunks of coordinates may be any other. */
    @ParameterizedTest
    @CsvSource({"2,zlib", "3,gzip"})
    void brokenFilesAreErrorsOfOurs(int version, String codec) throws IOException {
        Map<String, byte[]> files = forecast(version, codec).consolidated();
        Random random = new Random(version);
        List<String> names = List.copyOf(files.keySet());
        int mutations = Integer.getInteger("stacgenerator.fuzzMutations", 200);
        for (int i = 0; i < mutations; i++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] broken = files.get(name).clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                broken[random.nextInt(broken.length)] =
                        (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : '0' + random.nextInt(10));
            }
            InMemoryStorageResolver mutated = new InMemoryStorageResolver();
            files.forEach((path, bytes) -> mutated.put("a.zarr/" + path, bytes));
            mutated.put("a.zarr/" + name, broken);
            FakeContext context = FakeContext.of(mutated);
            String root = "memory:a.zarr/" + (version == 3 ? "zarr.json" : ".zmetadata");
            try (StorageObject object = context.open(root)) {
                new ZarrReader().read(object, context);
            } catch (StacGeneratorException e) {
                assertThat(e.code()).isIn(ErrorCode.INVALID_RASTER, ErrorCode.UNSUPPORTED_RASTER);
            }
        }
    }
}

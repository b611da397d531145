package io.stacgenerator.conformance;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacVersion;
import io.stacgenerator.material.Requires;
import io.stacgenerator.model.StacAsset;
import io.stacgenerator.model.StacItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every GeoTIFF with an EPSG code becomes an Item with the grid, the code, the bands and the data types of the
 * reference, and every one that defines its system itself an Item with the box of the reference. The Items are left in
 * {@code target/corpus-items} and, in STAC 1.0.0, in {@code target/corpus-items-1.0.0} for a validator of schemas.
 */
@Requires("corpus")
final class CorpusConformanceTest {

    private static final String WARPED = "the reference is of a view that was warped by the ground control points";
    private static final String IDENTIFIED = "the file has no code: the reference found one by comparing parameters";
    private static final String NO_TRANSFORM = "the file has no transform: the reference has the identity";
    private static final String UINT64 = "the reference calls unsigned 64-bit integers signed";

    /** Where the reference is not followed, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            entry("rio-stac/dataset_gcps.tif", WARPED),
            entry("rio-tiler/cog_gcps.tif", WARPED),
            entry("georust-gdal/gcp.tif", WARPED),
            entry("gdal/gcore/data/gtiff/esri_geodataxform_no_resolutionunit.tif", WARPED),
            entry("rio-cogeo/validate/image_known_incompatible_ghost_headers.tif", IDENTIFIED),
            entry("geotrellis/spark/src/test/resources/aspect.tif", IDENTIFIED),
            entry("gdal/gcore/data/3376.tif", IDENTIFIED),
            entry("georust-gdal/tinymarble.tif", NO_TRANSFORM),
            entry("gdal/gcore/data/gtiff/buggy_sentinel1_ellipsoid_code_4326.tif", NO_TRANSFORM),
            entry("gdal/gcore/data/gtiff/rgbsmall_uint64_LZW_predictor_2.tif", UINT64),
            entry("gdal/gcore/data/gtiff/uint64_LZW_predictor_2.tif", UINT64),
            entry(
                    "gdal/gcore/data/int24.tif",
                    "the file says that its integers of 24 bits are signed, which the reference leaves out"));

    private static final double BBOX_DEGREES = 1e-5;
    private static final String CURVED = "the reference samples curved edges and misses where they reach furthest";

    /** Where the box of the reference is not followed, and why. */
    private static final Map<String, String> BBOX_EXCEPTIONS = Map.ofEntries(
            entry("rio-stac/dataset_colormap.tif", CURVED),
            entry("rio-stac/dataset_geom.tif", CURVED),
            entry("rio-cogeo/image_nocolormap.tif", CURVED),
            entry("gdal/gcore/data/gtiff/invalid_GeogAngularUnitSizeGeoKey.tif", NO_TRANSFORM),
            entry(
                    "gdal/gcore/data/byte_gcp_pixelispoint.tif",
                    "the file says nothing of its system, the reference assumes WGS 84"),
            entry(
                    "gdal/gcore/data/citation_mixedcase.tif",
                    "the system of a code in another unit has no PROJJSON; its box is that of the reference"),
            entry(
                    "gdal/gcore/data/gtiff/inconsistent_invflattening.tif",
                    "the reference drops the datum shift over an ellipsoid that is off by rounding"));

    private static final Path ITEMS = Path.of("target", "corpus-items");
    private static final Path OLD_ITEMS = Path.of("target", "corpus-items-1.0.0");

    private static StacGenerator generator;
    private static StacGenerator oldGenerator;

    @BeforeAll
    static void createGenerator() throws IOException {
        generator = generator(ITEMS, StacVersion.V1_1_0);
        oldGenerator = generator(OLD_ITEMS, StacVersion.V1_0_0);
    }

    private static StacGenerator generator(Path folder, StacVersion version) throws IOException {
        Files.createDirectories(folder);
        return StacGenerator.builder()
                .options(GenerationOptions.builder()
                        .stacVersion(version)
                        .datetime(Instant.parse("2020-01-01T00:00:00Z"))
                        .build())
                .build();
    }

    @AfterAll
    static void closeGenerator() {
        generator.close();
        oldGenerator.close();
    }

    @TestFactory
    Stream<DynamicTest> itemsAgreeWithTheReference() throws IOException {
        Corpus corpus = Corpus.given();
        return corpus.tiffs()
                .filter(name -> corpus.epsg(name) != null)
                .map(name -> dynamicTest(
                        name,
                        () -> Corpus.compareUnlessExcepted(EXCEPTIONS.get(name), name, () -> compare(corpus, name))));
    }

    @TestFactory
    Stream<DynamicTest> boxesOfUserDefinedSystemsAgreeWithTheReference() throws IOException {
        Corpus corpus = Corpus.given();
        return corpus.tiffs()
                .filter(corpus::definesItsSystem)
                .map(name -> dynamicTest(
                        name,
                        () -> Corpus.compareUnlessExcepted(
                                BBOX_EXCEPTIONS.get(name), name, () -> compareBbox(corpus, name))));
    }

    private static void compareBbox(Corpus corpus, String name) throws IOException {
        StacItem item = item(corpus, name);
        assertThat(field(item, "proj:projjson")).as("%s", name).isNotNull();
        List<Double> actual = numbers(item.toMap().get("bbox"));
        List<Double> expected = numbers(corpus.reference(name).get("bbox"));
        assertThat(actual).as("%s", name).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as("%s", name).isCloseTo(expected.get(i), within(BBOX_DEGREES));
        }
    }

    private static StacItem item(Corpus corpus, String name) throws IOException {
        write(OLD_ITEMS, name, oldGenerator, corpus);
        return write(ITEMS, name, generator, corpus);
    }

    private static StacItem write(Path folder, String name, StacGenerator version, Corpus corpus) throws IOException {
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths(corpus.file(name).toString())
                .build();
        StacItem item = version.generate(request).item();
        Files.writeString(folder.resolve(name.replace('/', '_') + ".json"), item.toPrettyJson());
        return item;
    }

    private static void compare(Corpus corpus, String name) throws IOException {
        StacItem item = item(corpus, name);
        Map<String, Object> expected = Corpus.member(corpus.reference(name), "properties");
        assertThat(field(item, "proj:code")).as("%s", name).isEqualTo("EPSG:" + expected.get("proj:epsg"));
        assertThat(numbers(field(item, "proj:shape"))).as("%s", name).isEqualTo(numbers(expected.get("proj:shape")));
        assertThat(numbers(field(item, "proj:transform")))
                .as("%s", name)
                .isEqualTo(numbers(expected.get("proj:transform")).subList(0, 6));
        assertThat(dataTypes(asset(item)))
                .as("%s", name)
                .isEqualTo(corpus.bands(name).stream()
                        .map(band -> String.valueOf(band.get("data_type")))
                        .toList());
    }

    private static @Nullable Object field(StacItem item, String name) {
        Object own = asset(item).toMap().get(name);
        return own != null ? own : item.properties().get(name);
    }

    private static StacAsset asset(StacItem item) {
        return item.assets().values().iterator().next();
    }

    /** The data type of each band: its own, or that of the asset; one band need not be listed. */
    private static List<String> dataTypes(StacAsset asset) {
        Object shared = asset.toMap().get("data_type");
        List<String> types = new ArrayList<>();
        asset.bands()
                .forEach(band -> types.add(String.valueOf(band.getOrDefault("data_type", String.valueOf(shared)))));
        return types.isEmpty() ? List.of(String.valueOf(shared)) : types;
    }

    private static List<Double> numbers(@Nullable Object list) {
        return list instanceof List<?> numbers
                ? numbers.stream()
                        .map(number -> ((Number) number).doubleValue())
                        .toList()
                : List.of();
    }
}

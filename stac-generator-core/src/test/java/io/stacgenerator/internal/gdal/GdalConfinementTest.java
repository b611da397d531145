package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.Warning;
import io.stacgenerator.material.RequiresGdal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lead GDAL elsewhere, read with the open policy and with one that allows their folder alone. */
@RequiresGdal
final class GdalConfinementTest {

    /** What the pixels outside are, and those inside never. */
    private static final double SECRET = 77;

    @TempDir
    private Path folder;

    private Path root;
    private Path raster;
    private Path secret;

    @BeforeEach
    void write() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        raster = Fixtures.write(Fixtures.memory(), "PNG", root.resolve("a.png"));
        Files.deleteIfExists(root.resolve("a.png.aux.xml"));
        Files.writeString(root.resolve("a.pgw"), "10\n0\n0\n-10\n500005\n4999995\n");
        Dataset outside = Fixtures.memory();
        outside.GetRasterBand(1).Fill(SECRET);
        secret = Fixtures.write(outside, "GTiff", folder.resolve("secret.tif"));
    }

    static Stream<Arguments> indirections() {
        return Stream.of("ovr", "msk", "OVR", "MSK", "ovr.ovr", "msk.ovr")
                .flatMap(suffix -> Stream.of(true, false).map(open -> Arguments.of(suffix, open)));
    }

    @ParameterizedTest
    @MethodSource("indirections")
    void readsNothingThroughAVrtNextToAnImage(String suffix, boolean open) throws IOException {
        Files.writeString(root.resolve("a.png." + suffix), vrt(secret.toString()));

        assertUntouched(open);
    }

    @ParameterizedTest
    @MethodSource("indirections")
    void connectsToNothingThroughAVrtNextToAnImage(String suffix, boolean open) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    root.resolve("a.png." + suffix),
                    vrt("/vsicurl/http://localhost:%d/x.tif".formatted(server.getLocalPort())));

            assertUntouched(open);
            server.setSoTimeout(1);
            assertThat(accepted(server)).isFalse();
        }
    }

    private static boolean accepted(ServerSocket server) throws IOException {
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("indirections")
    void writesNothingThroughAnMrfNextToAnImage(String suffix, boolean open) throws IOException {
        Path target = folder.resolve("written");
        Files.writeString(root.resolve("a.png." + suffix), """
                <MRF_META><CachedSource><Source>%s</Source></CachedSource><Raster><Size x="20" y="10" c="1"/>
                <PageSize x="20" y="10" c="1"/><Compression>NONE</Compression><DataType>Byte</DataType>
                <IndexFile>%s.idx</IndexFile><DataFile>%s</DataFile></Raster></MRF_META>""".formatted(secret, target, target));

        assertUntouched(open);
        assertThat(folder)
                .isDirectoryNotContaining(each -> each.getFileName().toString().startsWith("written"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsNoOverviewsThatAnAuxiliaryFileNames(boolean open) {
        Fixtures.sideFile(raster, "OVERVIEWS", "OVERVIEW_FILE", secret.toString());
        GenerationResult result = generate(open);

        assertThat(result.item().assets().values())
                .allSatisfy(asset -> assertThat(numbers(asset.toMap())).doesNotContain(SECRET));
        assertThat(result.warnings()).extracting(Warning::code).contains("statistics-unavailable");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsNoOverviewsThatAnOverviewFileNames(boolean open) throws IOException {
        Dataset overview =
                Fixtures.driver("GTiff").Create(root.resolve("a.png.ovr").toString(), 10, 5, 1, Fixtures.BYTE);
        overview.SetMetadataItem("OVERVIEW_FILE", secret.toString(), "OVERVIEWS");
        overview.delete();

        assertThat(values(open)).doesNotContain(SECRET);
        assertThat(warnings(open)).contains("side-file-ignored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pgw", "a.png.aux.xml", "a.png.ovr", "a.png.msk", "a.prj"})
    void followsNoLinkOutOfTheRoot(String name) throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "77\n0\n0\n-77\n0\n0\n");
        Files.deleteIfExists(root.resolve(name));
        Files.createSymbolicLink(root.resolve(name), outside);
        GenerationResult result = generate(false);

        assertThat(result.item().toJson()).doesNotContain("77,0,");
        assertThat(result.warnings()).extracting(Warning::code).contains("side-file-ignored");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsNoFileThatTheBytesOfARasterName(boolean open) throws IOException {
        raster = NamedFilesTest.resource("storage-latest.h5", root.resolve("a.nc"));

        assertThat(generate(open).warnings()).anySatisfy(warning -> {
            assertThat(warning.code()).isEqualTo("raster-unsupported");
            assertThat(warning.message())
                    .contains("a.nc names an external link")
                    .doesNotContain("/tmp/stac-generator-");
        });
    }

    @Test
    void leavesOutASideFileWhoseBytesNameAFile() throws IOException {
        raster = Fixtures.write(Fixtures.memory(), "HFA", root.resolve("b.img"));
        NamedFilesTest.hfa(root.resolve("b.rrd"), "ExternalRasterDMS", "../secret.ige");

        assertThat(warnings(true)).contains("side-file-ignored");
    }

    @Test
    void followsALinkOutOfTheFolderWhereThePolicyAllowsIt() throws IOException {
        Files.move(root.resolve("a.pgw"), folder.resolve("outside"));
        Files.createSymbolicLink(root.resolve("a.pgw"), folder.resolve("outside"));

        assertThat(generate(true).item().toJson()).contains("\"proj:transform\":[10,0,500000,0,-10,5000000");
    }

    @Test
    void deregistersOtherDriversAgainWhenSomeoneRegistersThem() throws IOException {
        gdal.AllRegister();
        assertThat(gdal.GetDriverByName("VRT")).isNotNull();
        Files.writeString(root.resolve("a.png.ovr"), vrt(secret.toString()));

        assertUntouched(true);
        assertThat(gdal.GetDriverByName("VRT")).isNull();
        assertThat(gdal.GetDriverByName("MRF")).isNull();
        assertThat(gdal.GetDriverByName("HTTP")).isNull();
    }

    /** Asserts that a file next to the image is as good as none. */
    private void assertUntouched(boolean open) {
        assertThat(values(open)).doesNotContain(SECRET);
    }

    private List<Double> values(boolean open) {
        try {
            List<Double> values = generate(open).item().assets().values().stream()
                    .flatMap(asset -> numbers(asset.toMap()))
                    .toList();
            assertThat(values).contains(Fixtures.WIDTH - 1.0);
            return values;
        } catch (StacGeneratorException e) {
            assertThat(e.code().name()).isIn("INVALID_RASTER", "ACCESS_REFUSED");
            return List.of();
        }
    }

    private static Stream<Double> numbers(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(GdalConfinementTest::numbers);
        }
        if (value instanceof List<?> list) {
            return list.stream().flatMap(GdalConfinementTest::numbers);
        }
        return value instanceof Number number ? Stream.of(number.doubleValue()) : Stream.empty();
    }

    private List<String> warnings(boolean open) {
        return generate(open).warnings().stream().map(Warning::code).toList();
    }

    private GenerationResult generate(boolean open) {
        GenerationOptions options = GenerationOptions.builder()
                .datetime(Instant.EPOCH)
                .statistics(StatisticsMode.APPROXIMATE)
                .build();
        StoragePolicy policy = open
                ? StoragePolicy.open()
                : StoragePolicy.builder().roots(root).build();
        try (StacGenerator generator =
                StacGenerator.builder().options(options).storagePolicy(policy).build()) {
            return generator.generate(
                    GenerationRequest.builder().assetPaths(raster.toString()).build());
        }
    }

    private static String vrt(String source) {
        String xml = """
                <VRTDataset rasterXSize="10" rasterYSize="5"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>
                <SourceFilename relativeToVRT="0">%s</SourceFilename><SourceBand>1</SourceBand>
                </SimpleSource></VRTRasterBand></VRTDataset>""";
        return new String(xml.formatted(source).getBytes(ISO_8859_1), ISO_8859_1);
    }
}

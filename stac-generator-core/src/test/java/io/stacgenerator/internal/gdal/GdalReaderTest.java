package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.testkit.FakeContext;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ObjectAssert;
import org.gdal.gdal.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RequiresGdal
final class GdalReaderTest {

    private static final String VRT =
            "<VRTDataset rasterXSize=\"20\" rasterYSize=\"10\"><VRTRasterBand dataType=\"Byte\" band=\"1\"><SimpleSource>"
                    + "<SourceFilename relativeToVRT=\"0\">/etc/passwd</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"2, -1174405117", "0, 5"})
    void sizeThatDriversMistakeIsAFaultOfTheFile(int columns, int rows) {
        assertThatThrownBy(() -> GdalRaster.requirePixels("a.h5", columns, rows))
                .hasMessageContaining("a.h5 has %d x %d pixels".formatted(columns, rows))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_RASTER));
    }

    @Test
    void lacksNothing() {
        assertThat(new GdalReader().missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.json, '{\"type\":\"Feature\"}'",
        "a.xml, <scene/>",
        "a.txt, GROUP = L1_METADATA_FILE",
        "a.csv, 'x,y,z\n1,2,3\n2,2,3'",
        "README.md, # Data",
        "a.prj, 'GEOGCS[\"WGS 84\"]'",
        "a.pdf, %PDF-1.4",
        "b.unknown, anything"
    })
    void doesNotTakeOtherFilesForRasters(String name, String content) throws IOException {
        Fixtures.write(Fixtures.memory(), "ENVI", folder.resolve("a.dat"));
        Path file = Files.writeString(folder.resolve(name), content);

        assertThat(recognizes(Fixtures.local(file))).isFalse();
        assertThat(recognizes(Fixtures.remote(file))).isFalse();
    }

    @Test
    void doesNotTakeTheHeaderOfARasterForIt() {
        Fixtures.write(Fixtures.memory(), "ENVI", folder.resolve("a.dat"));

        assertThat(recognizes(Fixtures.local(folder.resolve("a.hdr")))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a.hdr, 'ncols 20\nnrows 20\ncellsize 1\nxllcorner 0\nyllcorner 0\n'",
        "a.clr, '0 255 255 255'",
        "a.stx, '1 0 255 90 50'"
    })
    void doesNotTakeWhatDescribesARasterForIt(String name, String content) throws IOException {
        Fixtures.write(Fixtures.memory(), "EHdr", folder.resolve("a.bil"));
        Path file = Files.writeString(folder.resolve(name), content);
        // as long as the pixels, which is all that the driver asks for
        Files.writeString(file, " ".repeat(1000), StandardOpenOption.APPEND);

        assertThat(recognizes(Fixtures.local(file))).isFalse();
        assertThat(recognizes(Fixtures.remote(file))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a.vrt, VRT, ''", "a.tif, VRT, '<?xml version=\"1.0\"?><!-- a -->'", "a.mrf, MRF, ''"})
    void opensNoFilesThatNameOthersAndSaysHowToAllowThem(String name, String driver, String before) throws IOException {
        Path file = Files.writeString(folder.resolve(name), before + (driver.equals("MRF") ? "<MRF_META/>" : VRT));

        assertThat(recognizes(Fixtures.local(file))).isTrue();
        assertThat(recognizes(Fixtures.remote(file))).isTrue();
        failure(Fixtures.local(file))
                .returns(ErrorCode.UNSUPPORTED_RASTER, StacGeneratorException::code)
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("it is a " + driver)
                .endsWith("by the option sourceFolders");
    }

    /** GDAL itself goes on without the system; its bindings would close the dataset. */
    @Test
    void readsWhatOpensWithAnError() throws IOException {
        Path file = Fixtures.write(Fixtures.memory(), "EHdr", folder.resolve("a.bil"));
        Files.deleteIfExists(folder.resolve("a.bil.aux.xml"));
        Files.writeString(folder.resolve("a.prj"), "PROJCS[\"x\",GEOGCS[\"y\"");

        try (Raster raster = Fixtures.open(new GdalReader(), file)) {
            assertThat(raster.info().format()).isEqualTo("EHdr");
            assertThat(raster.info().size()).isEqualTo(new RasterSize(20, 10));
            assertThat(raster.info().transform()).isPresent();
            assertThat(raster.info().crs()).isEmpty();
            assertThat(raster.info().warnings()).anySatisfy(warning -> {
                assertThat(warning.code()).isEqualTo("raster-opened-with-error");
                assertThat(warning.message()).contains("missing , or ]").doesNotContain("stac-generator-");
            });
            assertThat(raster.statistics(StatisticsMode.EXACT)).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({"HFA, a.img, 5", "HFA, a.img, 95", "netCDF, a.nc, 5", "netCDF, a.nc, 95", "PNG, a.png, 10"})
    void tellsThatAFileIsTruncated(String driver, String name, int percent) throws IOException {
        Path file = driver.equals("netCDF")
                ? Fixtures.write(Fixtures.memory(), driver, folder.resolve(name), "FORMAT=NC4")
                : Fixtures.write(Fixtures.memory(), driver, folder.resolve(name));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * percent / 100));

        failure(Fixtures.local(file)).returns(ErrorCode.INVALID_RASTER, StacGeneratorException::code);
    }

    @Test
    void refusesOverviewsElsewhere() {
        Path file = Fixtures.write(Fixtures.memory(), "PNG", folder.resolve("a.png"));
        Fixtures.sideFile(file, "OVERVIEWS", "OVERVIEW_FILE", "/vsicurl/http://localhost/x.tif");

        failure(Fixtures.local(file))
                .returns(ErrorCode.INVALID_RASTER, StacGeneratorException::code)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("its overviews are in '/vsicurl/http://localhost/x.tif'");
    }

    @Test
    void opensNothingInTheNetwork() {
        GdalSession.call(() -> {
            assertThat(org.gdal.gdal.gdal.GetThreadLocalConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME"))
                    .isEqualTo("none");
            return 0;
        });
        assertThat(org.gdal.gdal.gdal.GetThreadLocalConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME"))
                .isNull();
    }

    @Test
    void readsRemoteFilesFromACopyThatItDeletes() throws IOException {
        String id = UUID.randomUUID().toString();
        Path file = Fixtures.write(Fixtures.memory(), "JP2OpenJPEG", folder.resolve("ü " + id + ".jp2"));
        Fixtures.with(Fixtures.remote(file), raster -> {
            assertThat(raster.info().size()).isEqualTo(new RasterSize(20, 10));
            assertThat(copies(id)).hasSize(1);
        });

        assertThat(copies(id)).isEmpty();
    }

    @Test
    void copiesWhatIsNextToARemoteFileWhereThatIsWanted() throws IOException {
        Dataset plain = GdalSession.call(() -> Fixtures.driver("MEM").Create("", 4, 4, 1, Fixtures.BYTE));
        Path file = Fixtures.write(plain, "PNG", folder.resolve("a.png"));
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        String href = storage.put("folder/ä.png", Files.readAllBytes(file));
        storage.put("folder/ä.pgw", "2\n0\n0\n-2\n101\n199\n".getBytes(UTF_8));
        FakeContext context = FakeContext.of(storage);
        FakeContext asked =
                context.with(GenerationOptions.builder().remoteSideFiles(true).build());

        try (Raster raster = new GdalReader().open(context.open(href), context)) {
            assertThat(raster.info().transform()).isEmpty();
        }
        try (Raster raster = new GdalReader().open(context.open(href), asked)) {
            assertThat(raster.info().transform()).contains(new GeoTransform(2, 0, 100, 0, -2, 200));
        }
    }

    @Test
    void deletesTheCopyOfARemoteFileThatIsNotARaster() throws IOException {
        String id = UUID.randomUUID().toString();
        Path file = Files.write(
                folder.resolve(id + ".png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});

        failure(Fixtures.remote(file))
                .returns(ErrorCode.INVALID_RASTER, StacGeneratorException::code)
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("GDAL cannot open memory:" + id + ".png: ")
                .doesNotContain("/tmp/");
        assertThat(copies(id)).isEmpty();
    }

    /** Returns the copies of a file that has the text in its name; other builds may use the folder too. */
    private static List<Path> copies(String id) {
        List<Path> copies = new ArrayList<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, "stac-generator-*")) {
            for (Path each : folders) {
                String[] names = each.toFile().list();
                Stream.of(names == null ? new String[0] : names)
                        .filter(name -> name.contains(id))
                        .map(each::resolve)
                        .forEach(copies::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copies;
    }

    @Test
    void saysWhichFileHasBrokenPixels() throws IOException {
        Path whole = Fixtures.write(Fixtures.memory(200, 200, 1, Fixtures.BYTE), "PNG", folder.resolve("whole.png"));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(bytes, bytes.length / 2));

        Fixtures.with(
                Fixtures.local(cut),
                raster -> assertThatThrownBy(() -> raster.statistics(StatisticsMode.EXACT))
                        .asInstanceOf(type(StacGeneratorException.class))
                        .returns(ErrorCode.INVALID_RASTER, StacGeneratorException::code)
                        .extracting(Throwable::getMessage)
                        .asString()
                        .startsWith("GDAL cannot read the pixels of file://" + cut));
    }

    private static boolean recognizes(StorageObject object) {
        return Fixtures.recognizes(new GdalReader(), object);
    }

    private static ObjectAssert<StacGeneratorException> failure(StorageObject object) {
        return assertThatThrownBy(() -> Fixtures.with(object, raster -> {}))
                .asInstanceOf(type(StacGeneratorException.class));
    }
}

package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.geotiff.JpegReader;
import io.stacgenerator.internal.image.Jpeg2000Reader;
import io.stacgenerator.internal.image.PictureReader;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gdal.gdal.ColorTable;
import org.gdal.gdal.Dataset;
import org.gdal.osr.SpatialReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The readers of headers say of images what GDAL says. */
@RequiresGdal
final class ImagesAgreeTest {

    private static final int ALPHA = 6;
    private static final int UINT16 = 2;

    @TempDir
    private Path folder;

    private static void assertAgree(RasterReader reader, Path file) throws IOException {
        try (Raster own = Fixtures.open(reader, file);
                Raster gdal = Fixtures.open(new GdalReader(), file)) {
            assertThat(facts(own.info())).as(file.toString()).isEqualTo(facts(gdal.info()));
        }
    }

    private static List<Object> facts(RasterInfo info) {
        return List.of(
                info.format(),
                info.size(),
                info.bands().stream().map(ImagesAgreeTest::facts).toList(),
                info.overviews(),
                info.pixelIsPoint(),
                info.groundControlPoints(),
                info.transform().map(ImagesAgreeTest::rounded),
                info.crs().flatMap(CrsDefinition::code));
    }

    private static List<Object> facts(RasterBand band) {
        return List.of(
                band.dataType(),
                band.bitsPerSample(),
                band.nodata(),
                band.color(),
                band.colorTable(),
                band.description(),
                band.scale(),
                band.offset(),
                band.statistics());
    }

    /** GDAL goes from centers to corners in steps that round. */
    private static List<Double> rounded(GeoTransform transform) {
        return transform.toList().stream()
                .map(number -> Math.rint(((Number) number).doubleValue() * 1e9) / 1e9)
                .toList();
    }

    private static Dataset located(int epsg) {
        Dataset source = Fixtures.memory(300, 200, 1, Fixtures.BYTE);
        SpatialReference system = new SpatialReference();
        system.ImportFromEPSG(epsg);
        source.SetSpatialRef(system);
        source.SetGeoTransform(
                epsg == 4326
                        ? new double[] {10, 0.01, 0.002, 50, 0.003, -0.01}
                        : new double[] {4e6, 10, 2, 3e6, 3, -10});
        return source;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "32633 |",
                "32633 | GMLJP2=NO",
                "32633 | GeoJP2=NO",
                "4326 | GeoJP2=NO",
                "3035 | GeoJP2=NO",
                "32633 | GeoJP2=NO GMLJP2V2_DEF=YES",
                "4326 | GeoJP2=NO GMLJP2V2_DEF=YES",
                "3035 | GeoJP2=NO GMLJP2V2_DEF=YES",
                "32633 | CODEC=J2K",
                "32633 | BLOCKXSIZE=64 BLOCKYSIZE=50 RESOLUTIONS=3",
                "32633 | REVERSIBLE=YES QUALITY=100 PROGRESSION=RLCP SOP=YES EPH=YES",
                "2225 | NBITS=7"
            })
    void ofJpeg2000ByOptions(int epsg, String options) throws IOException {
        String[] list = options == null ? new String[0] : options.split(" ", -1);

        assertAgree(new Jpeg2000Reader(), Fixtures.write(located(epsg), "JP2OpenJPEG", folder.resolve("a.jp2"), list));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void ofJpeg2000ByBands(int bands) throws IOException {
        assertAgree(
                new Jpeg2000Reader(),
                Fixtures.write(Fixtures.memory(300, 200, bands, UINT16), "JP2OpenJPEG", folder.resolve("a.jp2")));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void ofJpeg2000WithAlpha(int bands) throws IOException {
        Dataset source = Fixtures.memory(300, 200, bands, Fixtures.BYTE);
        source.GetRasterBand(bands).SetColorInterpretation(ALPHA);

        assertAgree(new Jpeg2000Reader(), Fixtures.write(source, "JP2OpenJPEG", folder.resolve("a.jp2")));
    }

    @Test
    void ofJpeg2000WithAPalette() throws IOException {
        assertAgree(new Jpeg2000Reader(), Fixtures.write(colored(), "JP2OpenJPEG", folder.resolve("a.jp2")));
    }

    @ParameterizedTest
    @CsvSource({"PNG, 1, 1", "PNG, 2, 1", "PNG, 3, 1", "PNG, 4, 1", "PNG, 1, 2", "PNG, 3, 2", "GIF, 1, 1"})
    void ofPictures(String driver, int bands, int type) throws IOException {
        Dataset source = Fixtures.memory(30, 20, bands, type);
        source.GetRasterBand(1).SetNoDataValue(7);

        assertAgree(new PictureReader(), Fixtures.write(source, driver, folder.resolve("a"), "WORLDFILE=YES"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PNG", "GIF"})
    void ofPicturesWithAPalette(String driver) throws IOException {
        assertAgree(new PictureReader(), Fixtures.write(colored(), driver, folder.resolve("a")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void ofJpegs(int bands) throws IOException {
        assertAgree(
                new JpegReader(),
                Fixtures.write(Fixtures.memory(30, 20, bands, Fixtures.BYTE), "JPEG", folder.resolve("a.jpg")));
    }

    private static Dataset colored() {
        Dataset source = Fixtures.memory(300, 200, 1, Fixtures.BYTE);
        source.GetRasterBand(1).Fill(1);
        ColorTable colors = new ColorTable();
        colors.SetColorEntry(0, new java.awt.Color(1, 2, 3));
        colors.SetColorEntry(1, new java.awt.Color(255, 0, 9));
        source.GetRasterBand(1).SetColorTable(colors);
        return source;
    }

    @Test
    @Requires("corpus")
    void ofTheJpeg2000OfTheCorpus() throws IOException {
        Path corpus = Material.path("corpus");
        List<Path> files = Files.readAllLines(corpus.resolve("list.txt")).stream()
                .map(name -> corpus.resolve("files").resolve(name))
                .filter(file -> Fixtures.recognizes(new Jpeg2000Reader(), Fixtures.local(file)))
                .toList();
        for (Path file : files) {
            assertAgree(new Jpeg2000Reader(), file);
        }

        assertThat(files).hasSizeGreaterThanOrEqualTo(4);
    }
}

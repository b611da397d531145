package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GroundControlPoint;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.GCP;
import org.gdal.osr.SpatialReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RequiresGdal
final class GdalRasterTest {

    @TempDir
    private Path folder;

    @Test
    void aJpegThatEndsTooEarlyHasNoStatistics() throws IOException {
        Dataset source = Fixtures.memory(300, 300, 1, Fixtures.BYTE);
        Path whole = Fixtures.write(source, "JPEG", folder.resolve("a.jpg"));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("b.jpg"), Arrays.copyOf(bytes, bytes.length / 2));

        try (Raster raster = Fixtures.open(new GdalReader(), cut)) {
            assertThatExceptionOfType(StacGeneratorException.class)
                    .isThrownBy(() -> Fixtures.statistics(raster, StatisticsMode.EXACT))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_RASTER))
                    .withMessageContaining("Premature end");
        }
    }

    @Test
    void readsWhatIsSaidOfABand() {
        Dataset source = Fixtures.memory(20, 10, 1, Fixtures.INT16);
        Band band = source.GetRasterBand(1);
        band.SetNoDataValue(-1);
        band.SetScale(0.5);
        band.SetOffset(3);
        band.SetUnitType("m");
        band.SetDescription("height");
        band.SetMetadataItem("STATISTICS_MINIMUM", "0");
        band.SetMetadataItem("STATISTICS_MAXIMUM", "19");
        band.SetMetadataItem("STATISTICS_MEAN", "9.5");
        band.SetMetadataItem("STATISTICS_STDDEV", "5.5");
        band.SetMetadataItem("STATISTICS_VALID_PERCENT", "99.5");
        RasterBand read = band(Fixtures.write(source, "GTiff", folder.resolve("a.tif")));

        assertThat(read.nodata()).contains(-1.0);
        assertThat(read.scale()).contains(0.5);
        assertThat(read.offset()).contains(3.0);
        assertThat(read.unit()).contains("m");
        assertThat(read.description()).contains("height");
        assertThat(read.color()).isEqualTo(ColorInterpretation.GRAY);
        assertThat(read.statistics().orElse(null))
                .isEqualTo(BandStatistics.builder()
                        .minimum(0.0)
                        .maximum(19.0)
                        .mean(9.5)
                        .stddev(5.5)
                        .validPercent(99.5)
                        .build());
    }

    @Test
    void readsColorsAndCategories() throws IOException {
        RasterBand read = withSideFile("""
                <CategoryNames><Category>none</Category><Category></Category><Category>water</Category></CategoryNames>
                <ColorTable><Entry c1="1" c2="2" c3="3" c4="4"/><Entry c1="5" c2="6" c3="7" c4="255"/></ColorTable>
                """);

        assertThat(read.color()).isEqualTo(ColorInterpretation.PALETTE);
        assertThat(read.colorTable()).containsExactly(new ColorEntry(1, 2, 3, 4), new ColorEntry(5, 6, 7, 255));
        assertThat(read.categories()).containsExactly("none", "", "water");
    }

    @ParameterizedTest
    @ValueSource(strings = {"300", "-1", "70000"})
    void ignoresColorsOutOfRange(String red) throws IOException {
        String table = "<ColorTable><Entry c1=\"%s\" c2=\"2\" c3=\"3\" c4=\"4\"/></ColorTable>".formatted(red);

        assertThat(withSideFile(table).colorTable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"many, 8", "0, 8", "-4, 8", "4, 4"})
    void takesBitsThatAreNoNumberForThoseOfTheType(String bits, int expected) throws IOException {
        RasterBand read = withSideFile(
                "<Metadata domain=\"IMAGE_STRUCTURE\"><MDI key=\"NBITS\">%s</MDI></Metadata>".formatted(bits));

        assertThat(read.bitsPerSample()).isEqualTo(expected);
    }

    private RasterBand withSideFile(String band) throws IOException {
        Path file = Fixtures.write(Fixtures.memory(), "GTiff", folder.resolve("a.tif"));
        Files.writeString(
                folder.resolve("a.tif.aux.xml"),
                "<PAMDataset><PAMRasterBand band=\"1\">%s</PAMRasterBand></PAMDataset>".formatted(band));
        return band(file);
    }

    @ParameterizedTest
    @CsvSource({"300, ", "-1, ", "NaN, ", "255, 255"})
    void leavesOutANodataValueThatNoPixelCanHave(double nodata, Double expected) {
        Dataset source = Fixtures.memory();
        source.GetRasterBand(1).SetNoDataValue(nodata);

        assertThat(band(Fixtures.write(source, "GTiff", folder.resolve("a.tif")))
                        .nodata()
                        .orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void readsControlPointsWithTheirAffineFit() {
        Dataset source = Fixtures.driver("MEM").Create("", 20, 10, 1, Fixtures.BYTE);
        SpatialReference system = new SpatialReference();
        system.ImportFromEPSG(4326);
        GCP[] points = {point(10, 50, 0, 0), point(12, 50, 20, 0), point(12, 49, 20, 10), point(10, 49, 0, 10)};
        source.SetGCPs(points, system.ExportToWkt());
        RasterInfo info = Fixtures.info(Fixtures.write(source, "GTiff", folder.resolve("a.tif")));

        assertThat(info.groundControlPoints()).hasSize(4).contains(new GroundControlPoint(20, 10, 12, 49, 0));
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:4326");
        assertThat(info.transform()).hasValueSatisfying(fit -> {
            assertThat(fit.a()).isCloseTo(0.1, within(1e-9));
            assertThat(fit.e()).isCloseTo(-0.1, within(1e-9));
        });
    }

    private static GCP point(double x, double y, double column, double row) {
        return new GCP(x, y, 0, column, row);
    }

    @Test
    void readsOverviewsLargestFirstAndTags() {
        Dataset source = Fixtures.memory(400, 300, 1, Fixtures.BYTE);
        source.SetMetadataItem("TIFFTAG_DATETIME", "2020:01:02 03:04:05");
        Path file = Fixtures.write(source, "COG", folder.resolve("a.tif"), "BLOCKSIZE=128", "OVERVIEWS=AUTO");
        RasterInfo info = Fixtures.info(file);

        assertThat(info.overviews()).containsExactly(new RasterSize(200, 150), new RasterSize(100, 75));
        assertThat(info.mediaType()).isEqualTo("image/tiff; application=geotiff; profile=cloud-optimized");
        assertThat(info.metadata())
                .containsEntry("TIFFTAG_DATETIME", "2020:01:02 03:04:05")
                .containsEntry("IMAGE_STRUCTURE:LAYOUT", "COG");
    }

    @Test
    void putsTheDomainInFrontOfTags() {
        Path file = Fixtures.write(Fixtures.memory(), "PNG", folder.resolve("a.png"));
        Fixtures.sideFile(file, "IMAGERY", "ACQUISITIONDATETIME", "2020-01-02 03:04:05");

        assertThat(Fixtures.info(file).metadata()).containsEntry("IMAGERY:ACQUISITIONDATETIME", "2020-01-02 03:04:05");
    }

    @Test
    void tellsSamplesAtPoints() {
        Dataset source = Fixtures.memory();
        source.SetMetadataItem("AREA_OR_POINT", "Point");

        assertThat(Fixtures.info(Fixtures.write(source, "GTiff", folder.resolve("a.tif")))
                        .pixelIsPoint())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1283979600, 0, 2010-09-08T21:00:00Z", "-21600, 0, 1970-01-01T00:00:00Z", "0, 0, 1970-01-01T00:00:00Z"})
    void messageThatIsValidAtNoTimeHasThatOfItsReference(String reference, String valid, String time) {
        Dataset source = Fixtures.memory();
        source.GetRasterBand(1).SetMetadataItem("GRIB_REF_TIME", reference);
        source.GetRasterBand(1).SetMetadataItem("GRIB_VALID_TIME", valid);

        assertThat(Fixtures.info(Fixtures.write(source, "GTiff", folder.resolve("a.tif")))
                        .metadata())
                .containsEntry("TIME:START", time);
    }

    @Test
    void readsTheTimesOfANetcdf() {
        Dataset source = Fixtures.memory(20, 10, 2, Fixtures.BYTE);
        source.SetMetadataItem("NETCDF_DIM_EXTRA", "{time}");
        source.SetMetadataItem("NETCDF_DIM_time_DEF", "{2,6}");
        source.SetMetadataItem("NETCDF_DIM_time_VALUES", "{0,24}");
        source.SetMetadataItem("time#units", "hours since 2021-05-06");
        source.SetMetadataItem("time#standard_name", "time");
        RasterInfo info = Fixtures.info(Fixtures.write(source, "netCDF", folder.resolve("a.nc")));

        assertThat(info.metadata())
                .containsEntry("TIME:START", "2021-05-06T00:00:00Z")
                .containsEntry("TIME:END", "2021-05-07T00:00:00Z");
        assertThat(info.bands()).extracting(band -> band.name().orElse(null)).containsExactly("Band1_1", "Band1_2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "+proj=utm +zone=15 +datum=WGS84; EPSG:32615",
                "+proj=utm +zone=33 +south +datum=WGS84; EPSG:32733",
                "+proj=utm +zone=11 +datum=NAD83; EPSG:26911",
                "+proj=longlat +datum=WGS84; EPSG:4326",
                "EPSG:2193; EPSG:2193",
                "ESRI:102003; ESRI:102003",
                "+proj=utm +zone=15 +ellps=intl; ",
                "+proj=laea +lat_0=51 +lon_0=9 +datum=WGS84; "
            })
    void findsTheCodeOfASystem(String definition, String code) {
        CrsDefinition crs = crs(definition);

        assertThat(crs.code().orElse(null)).isEqualTo(code);
        assertThat(crs.projString().orElseThrow()).startsWith("+proj=");
        assertThat(crs.wkt2().orElseThrow()).containsPattern("^(PROJ|GEOG)CRS\\[");
        assertThat(crs.projjson().orElseThrow()).containsKeys("$schema", "type", "name");
        assertThat(crs.terrestrial()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+proj=longlat +a=3396190 +b=3376200", "LOCAL_CS[\"floor plan\",UNIT[\"metre\",1]]"})
    void tellsSystemsThatAreNotOfTheEarth(String definition) {
        assertThat(crs(definition).terrestrial()).isFalse();
    }

    @Test
    void keepsTheHeightsOfACompoundSystem() {
        Dataset source = Fixtures.memory();
        source.SetSpatialRef(system("EPSG:4326+5773"));
        RasterInfo info = Fixtures.info(Fixtures.write(source, "GTiff", folder.resolve("a.tif")));

        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:9707");
        assertThat(info.crs().flatMap(CrsDefinition::wkt2))
                .hasValueSatisfying(
                        wkt2 -> assertThat(wkt2).startsWith("COMPOUNDCRS[").contains("EGM96 height"));
    }

    private CrsDefinition crs(String definition) {
        Dataset source = Fixtures.memory();
        source.SetSpatialRef(system(definition));
        return Fixtures.info(Fixtures.write(source, "GTiff", folder.resolve("a.tif")))
                .crs()
                .orElseThrow();
    }

    private static SpatialReference system(String definition) {
        SpatialReference system = new SpatialReference();
        system.SetFromUserInput(definition);
        return system;
    }

    private static RasterBand band(Path file) {
        return Fixtures.info(file).bands().get(0);
    }
}

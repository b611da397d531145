package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.RasterAttributeTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RequiresGdal
final class GdalFormatsTest {

    private final GdalReader reader = new GdalReader();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "PNG, a.png, image/png, UINT8, true",
        "JPEG, a.jpg, image/jpeg, UINT8, true",
        "GIF, a.gif, image/gif, UINT8, true",
        "BMP, a.bmp, image/bmp, UINT8, false",
        "JP2OpenJPEG, a.jp2, image/jp2, UINT8, true",
        "netCDF, a.nc, application/netcdf, UINT8, true",
        "HDF4Image, a.hdf, application/x-hdf, UINT8, true",
        "GRIB, a.grb2, application/wmo-GRIB2, FLOAT64, true",
        "NITF, a.ntf, application/vnd.nitf, UINT8, true",
        "GTiff, a.tif, image/tiff; application=geotiff, UINT8, true",
        "HFA, a.img, application/octet-stream, UINT8, true",
        "PCIDSK, a.pix, application/octet-stream, UINT8, true",
        "AAIGrid, a.asc, text/plain, INT32, true",
        "GSAG, a.grd, application/octet-stream, FLOAT64, true",
        "ENVI, a.dat, application/octet-stream, UINT8, false",
        "EHdr, a.bil, application/octet-stream, UINT8, false",
        "SAGA, a.sdat, application/octet-stream, UINT8, false",
        "RRASTER, a.grd, application/octet-stream, UINT8, false"
    })
    void readsTheHeader(String driver, String name, String mediaType, DataType type, boolean remote) {
        // GRIB has a date, which is told where GDAL makes it up
        String[] options =
                driver.equals("GRIB") ? new String[] {"IDS=CENTER=98 REF_TIME=2020-03-04T05:00:00Z"} : new String[0];
        Path file = Fixtures.write(Fixtures.memory(), driver, folder.resolve(name), options);

        assertThat(Fixtures.recognizes(reader, Fixtures.local(file))).isTrue();
        assertThat(Fixtures.recognizes(reader, Fixtures.remote(file))).isEqualTo(remote);
        RasterInfo info = Fixtures.info(file);
        assertThat(info.format()).isEqualTo(driver);
        assertThat(info.mediaType()).isEqualTo(mediaType);
        assertThat(info.size()).isEqualTo(new RasterSize(20, 10));
        assertThat(info.transform()).contains(new GeoTransform(10, 0, 500000, 0, -10, 5000000));
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:32632");
        assertThat(info.bands()).extracting(RasterBand::dataType).containsExactly(type);
        assertThat(info.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HFA, a.img", "GTiff, a.tif", "PNG, a.png"})
    void readsTheAttributeTable(String driver, String name) {
        Dataset source = Fixtures.memory();
        RasterAttributeTable table = new RasterAttributeTable();
        table.CreateColumn("Value", 0, 5);
        table.CreateColumn("Class_Names", 2, 2);
        for (int row = 0; row < 3; row++) {
            table.SetValueAsInt(row, 0, row);
            table.SetValueAsString(row, 1, "class " + row);
        }
        source.GetRasterBand(1).SetDefaultRAT(table);
        Path file = Fixtures.write(source, driver, folder.resolve(name));

        assertThat(Fixtures.info(file).bands().get(0).categories()).containsExactly("class 0", "class 1", "class 2");
    }

    @Test
    void locatesARasterOfAGeoPackage() {
        Path file = Fixtures.write(Fixtures.memory(), "GPKG", folder.resolve("a.gpkg"));

        assertThat(Fixtures.recognizes(reader, Fixtures.local(file))).isTrue();
        assertThat(Fixtures.recognizes(reader, Fixtures.remote(file))).isTrue();
        RasterInfo info = Fixtures.info(file);
        assertThat(info.mediaType()).isEqualTo("application/geopackage+sqlite3");
        assertThat(info.size()).isEqualTo(new RasterSize(20, 10));
        assertThat(info.transform()).contains(new GeoTransform(10, 0, 500000, 0, -10, 5000000));
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:32632");
    }

    @Test
    void takesTheLargestRastersOfAGeoPackage() {
        Path file = Fixtures.write(Fixtures.memory(), "GPKG", folder.resolve("a.gpkg"), "RASTER_TABLE=small");
        Fixtures.write(
                Fixtures.memory(40, 20, 1, Fixtures.BYTE), "GPKG", file, "RASTER_TABLE=large", "APPEND_SUBDATASET=YES");

        RasterInfo info = Fixtures.info(file);
        assertThat(info.size()).isEqualTo(new RasterSize(40, 20));
        assertThat(info.warnings())
                .singleElement()
                .extracting(Warning::message)
                .asString()
                .contains("small");
    }

    @Test
    void locatesMbtiles() {
        Path file = Fixtures.write(Fixtures.memory(256, 256, 3, Fixtures.BYTE), "MBTiles", folder.resolve("a.mbtiles"));

        assertThat(Fixtures.recognizes(reader, Fixtures.local(file))).isTrue();
        RasterInfo info = Fixtures.info(file);
        assertThat(info.mediaType()).isEqualTo("application/vnd.sqlite3");
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:3857");
        assertThat(info.transform().orElseThrow().x(0, 0)).isCloseTo(1001875, offset(2000.0));
        assertThat(info.transform().orElseThrow().y(0, 0)).isCloseTo(5647418, offset(5000.0));
    }

    @Test
    void declinesAGeoPackageOfFeatures() throws IOException {
        Path file = folder.resolve("a.gpkg");
        Fixtures.driver("GPKG").Create(file.toString(), 0, 0, 0, 0).delete();

        assertThatThrownBy(() -> Fixtures.info(file))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_RASTER));
    }

    @Test
    void toleratesWhatTheDriverOfLandscapesLeavesOut() {
        Path file = Fixtures.write(Fixtures.memory(20, 10, 8, Fixtures.INT16), "LCP", folder.resolve("a.lcp"));

        assertThat(Fixtures.info(file).bands()).hasSize(8);
    }

    /** The driver makes an empty system. */
    @Test
    void readsALandscapeWithoutAReferenceSystem() {
        Dataset source = Fixtures.driver("MEM").Create("", 20, 10, 8, Fixtures.INT16);
        source.SetGeoTransform(new double[] {-1328145, 30, 0, 2961735, 0, -30});
        Path file = Fixtures.write(source, "LCP", folder.resolve("a.lcp"), "LATITUDE=48", "LINEAR_UNIT=METER");

        assertThat(Fixtures.info(file).crs()).isEmpty();
        assertThat(Fixtures.info(file).transform()).contains(new GeoTransform(30, 0, -1328145, 0, -30, 2961735));
    }

    @ParameterizedTest
    @CsvSource({"PNG, a.png, UINT16", "JP2OpenJPEG, a.jp2, INT16", "netCDF, a.nc, FLOAT32", "ENVI, a.dat, CFLOAT32"})
    void readsTheTypeOfValues(String driver, String name, DataType type) {
        int code = type == DataType.UINT16 ? 2 : type == DataType.INT16 ? 3 : type == DataType.FLOAT32 ? 6 : 10;
        Path file = Fixtures.write(Fixtures.memory(20, 10, 1, code), driver, folder.resolve(name));

        assertThat(Fixtures.info(file).bands())
                .extracting(RasterBand::dataType, RasterBand::bitsPerSample)
                .containsExactly(tuple(type, type.bits()));
    }

    @ParameterizedTest
    @CsvSource({"a.png, a.pgw", "a.jpg, a.wld"})
    void readsAWorldFile(String name, String worldFile) throws IOException {
        Dataset unlocated = Fixtures.driver("MEM").Create("", 4, 3, 1, 1);
        Path file = Fixtures.write(unlocated, name.endsWith("png") ? "PNG" : "JPEG", folder.resolve(name));
        assertThat(Fixtures.info(file).transform()).isEmpty();
        Files.writeString(folder.resolve(worldFile), "2\n0\n0\n-2\n101\n199\n");

        assertThat(Fixtures.info(file).transform()).contains(new GeoTransform(2, 0, 100, 0, -2, 200));
        assertThat(Fixtures.info(file).crs()).isEmpty();
    }
}

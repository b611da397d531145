package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.gdal.gdal.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masks of rasters whose first column has no data. */
@RequiresGdal
final class GdalValidityTest {

    private static final int SIDE = 1024;
    private static final int ALPHA = 6;

    @TempDir
    private Path folder;

    private static ValidityMask mask(Path file, int side) {
        ValidityMask[] mask = new ValidityMask[1];
        Fixtures.with(Fixtures.local(file), raster -> {
            try {
                mask[0] = raster.validity(side).orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return mask[0];
    }

    private ValidityMask mask(Dataset source, String driver, String name) {
        return mask(Fixtures.write(source, driver, folder.resolve(name)), SIDE);
    }

    private static void assertAllButFirstColumn(ValidityMask mask) {
        assertThat(mask.size()).isEqualTo(new RasterSize(Fixtures.WIDTH, Fixtures.HEIGHT));
        assertThat(mask.count()).isEqualTo(Fixtures.WIDTH * Fixtures.HEIGHT - Fixtures.HEIGHT);
        assertThat(mask.valid(0, 5)).isFalse();
        assertThat(mask.valid(1, 5)).isTrue();
    }

    @Test
    void nodataInAllBandsIsNoData() {
        Dataset source = Fixtures.memory(Fixtures.WIDTH, Fixtures.HEIGHT, 2, Fixtures.FLOAT32);
        source.GetRasterBand(1).SetNoDataValue(0);
        source.GetRasterBand(2).SetNoDataValue(0);
        source.GetRasterBand(2).WriteRaster(3, 3, 1, 1, 7, new double[] {0});

        assertAllButFirstColumn(mask(source, "GTiff", "a.tif"));
        assertAllButFirstColumn(mask(source, "netCDF", "a.nc"));
    }

    @Test
    void nanIsNoData() {
        Dataset source = Fixtures.memory(Fixtures.WIDTH, Fixtures.HEIGHT, 1, Fixtures.FLOAT32);
        double[] column = new double[Fixtures.HEIGHT];
        Arrays.fill(column, Double.NaN);
        source.GetRasterBand(1).WriteRaster(0, 0, 1, Fixtures.HEIGHT, 7, column);

        assertAllButFirstColumn(mask(source, "ENVI", "a.dat"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, -9999, 256})
    void nodataThatNoPixelCanHaveMarksNone(double nodata) {
        Dataset source = Fixtures.memory();
        source.GetRasterBand(1).SetNoDataValue(nodata);

        assertThat(mask(source, "ENVI", "a.dat")).isEqualTo(ValidityMask.everywhere());
    }

    @Test
    void nodataMayBeANegativeByte() {
        Dataset source = Fixtures.memory();
        double[] column = new double[Fixtures.HEIGHT];
        Arrays.fill(column, 128);
        source.GetRasterBand(1).WriteRaster(0, 0, 1, Fixtures.HEIGHT, 7, column);
        source.GetRasterBand(1).SetNoDataValue(-128);
        Path file = Fixtures.write(source, "GTiff", folder.resolve("a.tif"), "PIXELTYPE=SIGNEDBYTE");

        assertAllButFirstColumn(mask(file, SIDE));
    }

    @Test
    void transparentIsNoData() {
        Dataset source = Fixtures.memory(Fixtures.WIDTH, Fixtures.HEIGHT, 4, Fixtures.BYTE);
        source.GetRasterBand(1).Fill(0);
        source.GetRasterBand(4).SetColorInterpretation(ALPHA);

        assertAllButFirstColumn(mask(source, "PNG", "a.png"));
    }

    @Test
    void withoutAnyMarkEverythingIsData() {
        assertThat(mask(Fixtures.memory(), "PNG", "a.png")).isSameAs(ValidityMask.everywhere());
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024})
    void overviewOfEnoughPixelsIsRead(int side) {
        Dataset source = Fixtures.memory(4096, 16, 1, Fixtures.FLOAT32);
        source.GetRasterBand(1).SetNoDataValue(0);
        source.BuildOverviews("NEAREST", new int[] {2, 4, 8});
        Path file = Fixtures.write(source, "GTiff", folder.resolve("a.tif"), "COPY_SRC_OVERVIEWS=YES");

        assertThat(mask(file, side).size()).isEqualTo(new RasterSize(side, 16 * side / 4096));
    }

    @Test
    void everyPixelIsReadWhereAnOverviewLostTheData() {
        Dataset source = Fixtures.memory(4096, 16, 1, Fixtures.FLOAT32);
        source.GetRasterBand(1).Fill(0);
        source.GetRasterBand(1).SetNoDataValue(0);
        source.BuildOverviews("NEAREST", new int[] {4});
        source.GetRasterBand(1).WriteRaster(2050, 9, 1, 1, 7, new double[] {1});
        Path file = Fixtures.write(source, "GTiff", folder.resolve("a.tif"), "COPY_SRC_OVERVIEWS=YES");

        ValidityMask mask = mask(file, 1024);

        assertThat(mask.count()).isEqualTo(1);
        assertThat(mask.valid(512, 2)).isTrue();
    }

    @Test
    void everyPixelIsReadWhereThereIsNoOverview() {
        Dataset source = Fixtures.memory(5000, 10, 1, Fixtures.FLOAT32);
        source.GetRasterBand(1).Fill(0);
        source.GetRasterBand(1).WriteRaster(4321, 7, 1, 1, 7, new double[] {1});
        source.GetRasterBand(1).SetNoDataValue(0);

        ValidityMask mask = mask(source, "ENVI", "a.dat");

        assertThat(mask.size().width()).isEqualTo(1250);
        assertThat(mask.count()).isEqualTo(1);
        assertThat(mask.valid(1080, 2)).isTrue();
    }
}

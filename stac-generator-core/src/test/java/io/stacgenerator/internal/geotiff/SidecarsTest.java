package io.stacgenerator.internal.geotiff;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Warning;
import io.stacgenerator.spi.CrsDefinition;
import io.stacgenerator.spi.GeoTransform;
import io.stacgenerator.spi.RasterInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SidecarsTest {

    private static final String WORLD = "2\n0\n0\n-2\n101\n199\n";
    private static final GeoTransform TRANSFORM = new GeoTransform(2, 0, 100, 0, -2, 200);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"image.tfw", "image.tifw", "image.wld"})
    void readsAWorldFile(String name) throws IOException {
        beside(name, WORLD);

        assertThat(local(TiffImage.of(4, 4)).transform()).contains(TRANSFORM);
    }

    @Test
    void prefersThePlaceInTheTiff() throws IOException {
        beside("image.tfw", WORLD);

        assertThat(local(TiffImage.of(4, 4).located(7, 8, 1, 3857)).transform())
                .contains(new GeoTransform(1, 0, 7, 0, -1, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2 3", "a b c d e f", "0 0 0 0 0 0"})
    void ignoresAWorldFileWithoutATransform(String text) throws IOException {
        beside("image.tfw", text);

        assertThat(local(TiffImage.of(4, 4)).transform()).isEmpty();
    }

    @Test
    void readsTheAuxiliaryFileOfGdal() throws IOException {
        beside("image.tif.aux.xml", """
                <PAMDataset>
                  <SRS dataAxisToSRSAxisMapping="1,2">PROJCS["WGS 84 / UTM zone 33N",AUTHORITY["EPSG","32633"]]</SRS>
                  <GeoTransform> 1.0e+02,  2.0,  0.0,  2.0e+02,  0.0, -2.0</GeoTransform>
                  <Metadata><MDI key="SRS">no</MDI></Metadata>
                </PAMDataset>
                """);
        RasterInfo info = local(TiffImage.of(4, 4));

        assertThat(info.transform()).contains(TRANSFORM);
        assertThat(info.crs()).map(CrsDefinition::code).contains("EPSG:32633");
        assertThat(info.mediaType()).isEqualTo("image/tiff; application=geotiff; profile=cloud-optimized");
    }

    @Test
    void keepsTheNameOfASystemWithoutACode() throws IOException {
        beside(
                "image.tif.aux.xml",
                "<PAMDataset><SRS>LOCAL_CS[\"plant\",UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]]]</SRS></PAMDataset>");

        assertThat(local(TiffImage.of(4, 4)).crs()).contains(new CrsDefinition(null, "plant", null, null, null, false));
    }

    @Test
    void warnsOfAMalformedAuxiliaryFile() throws IOException {
        beside("image.tif.aux.xml", "<PAMDataset><SRS>");

        assertThat(local(TiffImage.of(4, 4)).warnings())
                .extracting(Warning::code)
                .containsExactly("aux-xml-malformed");
    }

    @Test
    void takesAFileWithExternalOverviewsForNoCog() throws IOException {
        beside("image.tif.ovr", "");

        assertThat(local(TiffImage.of(4, 4).located(7, 8, 1, 3857)).mediaType())
                .isEqualTo("image/tiff; application=geotiff");
    }

    private void beside(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private RasterInfo local(TiffImage image) throws IOException {
        Path file = Files.write(
                folder.resolve("image.tif"), TiffBuilder.of(image).cog().build());
        return Opening.open(CountingObject.local(file)).info();
    }
}

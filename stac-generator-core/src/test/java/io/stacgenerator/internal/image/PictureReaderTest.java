package io.stacgenerator.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.storage.FileStorageResolver;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.testkit.FakeContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureReaderTest {

    @TempDir
    private Path folder;

    private RasterInfo info(Path file) throws IOException {
        FakeContext context = FakeContext.of(new FileStorageResolver());
        try (StorageObject object = context.open(file.toString());
                Raster raster = new PictureReader().open(object, context)) {
            return raster.info();
        }
    }

    private RasterInfo info(String name, byte[] content) throws IOException {
        return info(Files.write(folder.resolve(name), content));
    }

    private Path written(String format, int type) throws IOException {
        Path file = folder.resolve("a." + format);
        ImageIO.write(new BufferedImage(7, 5, type), format, file.toFile());
        return file;
    }

    @ParameterizedTest
    @CsvSource({"10, UINT8, GRAY", "11, UINT16, GRAY", "1, UINT8, RED GREEN BLUE", "2, UINT8, RED GREEN BLUE ALPHA"})
    void pngsHaveSizeTypeAndColors(int type, DataType values, String colors) throws IOException {
        RasterInfo info = info(written("png", type));

        assertThat(info.size()).isEqualTo(new RasterSize(7, 5));
        assertThat(info.mediaType()).isEqualTo("image/png");
        assertThat(info.bands()).extracting(RasterBand::dataType).containsOnly(values);
        assertThat(info.bands()).extracting(band -> band.color().name()).containsExactly(colors.split(" ", -1));
        assertThat(Pictures.isUnlocated(info)).isTrue();
    }

    @Test
    void oneTransparentColorOfAPngIsNodata() throws IOException {
        String header = "89504e470d0a1a0a" + "0000000d49484452" + "0000000700000005" + "0203000000" + "00000000";
        String palette = "00000009504c5445" + "010203040506070809" + "00000000";
        String transparency = "0000000274524e53" + "ff00" + "00000000";
        RasterInfo info = info("a.png", HexFormat.of().parseHex(header + palette + transparency + "0000000049444154"));

        assertThat(info.bands())
                .singleElement()
                .returns(2, RasterBand::bitsPerSample)
                .returns(ColorInterpretation.PALETTE, RasterBand::color)
                .returns(1.0, band -> band.nodata().orElse(null));
        assertThat(info.bands().get(0).colorTable())
                .containsExactly(
                        new ColorEntry(1, 2, 3, 255), new ColorEntry(4, 5, 6, 0), new ColorEntry(7, 8, 9, 255));
    }

    @Test
    void gifsHaveAPaletteAndATransparentColor() throws IOException {
        String screen = "474946383961" + "0a000a00" + "800000" + "010203" + "040506";
        String control = "21f904" + "01000001" + "00";
        String comment = "21fe" + "03414243" + "00";
        RasterInfo info = info(
                "a.gif", HexFormat.of().parseHex(screen + comment + control + "2c" + "00000000" + "07000500" + "00"));

        assertThat(info.size()).isEqualTo(new RasterSize(7, 5));
        assertThat(info.mediaType()).isEqualTo("image/gif");
        assertThat(info.bands())
                .singleElement()
                .returns(1.0, band -> band.nodata().orElse(null));
        assertThat(info.bands().get(0).colorTable())
                .containsExactly(new ColorEntry(1, 2, 3, 255), new ColorEntry(4, 5, 6, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "56503820 00000000 000000 9d012a 07000500, 3",
        "5650384c 00000000 2f 06000100 0000000000, 3",
        "5650384c 00000000 2f 06000110 0000000000, 4",
        "56503858 0a000000 10000000 060000 040000, 4",
        "56503858 0a000000 00000000 060000 040000, 3"
    })
    void webpsHaveSizeAndBands(String chunk, int bands) throws IOException {
        RasterInfo info = info(
                "a.webp",
                HexFormat.of().parseHex("52494646" + "00000000" + "57454250" + chunk.replace(" ", "") + "0000"));

        assertThat(info.size()).isEqualTo(new RasterSize(7, 5));
        assertThat(info.mediaType()).isEqualTo("image/webp");
        assertThat(info.bands()).hasSize(bands);
    }

    @Test
    void pictureIsLocatedByAWorldFile() throws IOException {
        Path file = written("png", BufferedImage.TYPE_INT_RGB);
        Files.writeString(folder.resolve("a.pgw"), "2\n0\n0\n-2\n101\n199\n");
        RasterInfo info = info(file);

        assertThat(info.transform()).contains(new GeoTransform(2, 0, 100, 0, -2, 200));
        assertThat(Pictures.isUnlocated(info)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "89504e47",
                "89504e470d0a1a0a",
                "89504e470a1a0a0000000d494844520000000a0000000a0802000000000000000000",
                "47494638",
                "89504e470d0a1a0a0000000d49484452",
                "89504e470d0a1a0a0000000d49484452000000000000000508030000000000000000",
                "4749463839610a000a000000003b0000",
                "524946460000000057454250414243440000000000000000000000000000000000"
            })
    void brokenHeadersAreLeftToOthers(String bytes) {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> info("a.png", HexFormat.of().parseHex(bytes)))
                .returns(ErrorCode.UNSUPPORTED_RASTER, StacGeneratorException::code);
    }
}

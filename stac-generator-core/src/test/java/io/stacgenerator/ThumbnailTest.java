package io.stacgenerator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffCodecs;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.model.StacAsset;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ThumbnailTest {

    private static final int SIDE = 64;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;

    private final Scene scene = new Scene();

    @TempDir
    private Path folder;

    private GenerationOptions.Builder options() {
        return GenerationOptions.builder()
                .datetime(Instant.EPOCH)
                .thumbnail(SIDE)
                .thumbnailFolder(folder.toString());
    }

    private GenerationResult generate(GenerationOptions options, String... assets) {
        try (StacGenerator generator = scene.generator(options)) {
            return generator.generate(GenerationRequest.builder()
                    .itemId("scene")
                    .assetPaths(assets)
                    .build());
        }
    }

    private BufferedImage picture(TiffImage image) throws IOException {
        return picture(TiffBuilder.of(image));
    }

    private BufferedImage picture(TiffBuilder file) throws IOException {
        GenerationResult result = generate(options().build(), scene.put("scene.tif", file.build()));
        assertThat(result.warnings()).isEmpty();
        return picture();
    }

    private BufferedImage picture() throws IOException {
        return ImageIO.read(folder.resolve("scene.png").toFile());
    }

    /** Returns alpha, red, green and blue. */
    private static List<Integer> argb(BufferedImage picture, int x, int y) {
        int pixel = picture.getRGB(x, y);
        return List.of(pixel >>> 24, pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255);
    }

    /** ImageIO converts gray to sRGB where it is asked for colors. */
    private static int gray(BufferedImage picture, int x, int y) {
        return picture.getRaster().getSample(x, y, 0);
    }

    private static TiffImage located() {
        return TiffImage.of(WIDTH, HEIGHT).located(399_960, 5_000_040, 10, 32632);
    }

    static Stream<Named<TiffImage>> layouts() {
        return Stream.of(
                Named.of("strips", located().rowsPerStrip(7)),
                Named.of("one strip", located()),
                Named.of("tiles", located().tiles(64, 64)),
                Named.of("deflate", located().tiles(64, 64).codec(TiffCodecs.DEFLATE, 2)),
                Named.of("16 bits", located().tiles(64, 64).samples(16, 1)),
                Named.of("floats", located().tiles(64, 64).samples(32, 3)));
    }

    /** Columns 0 to 639 become 64: each the value in the middle of ten, the percentiles those of 6 to 635 by tens. */
    @ParameterizedTest
    @MethodSource("layouts")
    void oneBandIsGrayAndStretchedByPercentiles(TiffImage image) throws IOException {
        BufferedImage picture = picture(image.pixels((band, column, row) -> Math.floorDiv(column, 4)));

        assertThat(picture.getWidth()).isEqualTo(64);
        assertThat(picture.getHeight()).isEqualTo(32);
        int low = 15 / 4; // of the columns 5, 15 and so on, 1 of 64 is below
        int high = 625 / 4;
        for (int x = 0; x < SIDE; x++) {
            int value = (10 * x + 5) / 4;
            assertThat(gray(picture, x, 10)).isEqualTo((int) Math.round(255
                    * Math.max(0, Math.min(1, (double) (value - low) / (high - low)))));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void threeColorsAreShownAsSuch(boolean separate) throws IOException {
        BufferedImage picture = picture(located()
                .bands(3)
                .tiles(64, 64)
                .separate(separate)
                .pixels((band, column, row) -> column / 214 == band ? 200 : 10));

        assertThat(argb(picture, 5, 5)).containsExactly(255, 255, 0, 0);
        assertThat(argb(picture, 30, 5)).containsExactly(255, 0, 255, 0);
        assertThat(argb(picture, 60, 5)).containsExactly(255, 0, 0, 255);
    }

    /**
     * Photometric interpretation 5 is that of inks (TIFF 6.0, section 16): a third has none, one cyan, one a fifth of
     * black.
     */
    @ParameterizedTest
    @CsvSource({"8, 255", "16, 65535"})
    void inksAreShownAsTheyPrint(int bits, int full) throws IOException {
        BufferedImage picture = picture(located()
                .bands(4)
                .samples(bits, 1)
                .tag(TagId.PHOTOMETRIC, FieldType.SHORT, 5)
                .pixels((band, column, row) ->
                        column / 214 == 1 && band == 0 ? full : column / 214 == 2 && band == 3 ? full / 5 : 0));

        assertThat(argb(picture, 5, 5)).containsExactly(255, 255, 255, 255);
        assertThat(argb(picture, 30, 5)).containsExactly(255, 0, 255, 255);
        assertThat(argb(picture, 60, 5)).containsExactly(255, 204, 204, 204);
    }

    @Test
    void complexNumbersAreNotShownButWhatElseThereIs() throws IOException {
        String complex =
                scene.put("a.tif", TiffBuilder.of(located().samples(64, 6)).build());
        GenerationResult alone = generate(options().build(), complex);
        GenerationResult both = generate(
                options().build(),
                complex,
                scene.put("b.tif", TiffBuilder.of(located()).build()));

        assertThat(alone.warnings())
                .extracting(Warning::message)
                .singleElement()
                .asString()
                .contains("a.tif are complex numbers; add a raster of their amplitudes");
        assertThat(both.warnings()).isEmpty();
        assertThat(both.item().assets()).containsKey("thumbnail");
    }

    @Test
    void nodataIsTransparentAndLeavesTheOthersTheirContrast() throws IOException {
        BufferedImage picture = picture(located()
                .samples(16, 2)
                .text(TagId.GDAL_NODATA, "-9999")
                .pixels((band, column, row) -> column < 320 ? -9999 : row < 160 ? 100 : 300));

        assertThat(argb(picture, 10, 10).get(0)).isZero();
        assertThat(argb(picture, 50, 5)).containsExactly(255, 0, 0, 0);
        assertThat(argb(picture, 50, 30)).containsExactly(255, 255, 255, 255);
    }

    @Test
    void whatIsMaskedIsTransparent() throws IOException {
        TiffImage mask = TiffImage.of(WIDTH, HEIGHT)
                .samples(1, 1)
                .pixels((band, column, row) -> row < 160 ? 1 : 0)
                .tag(TagId.NEW_SUBFILE_TYPE, FieldType.LONG, 4);
        BufferedImage picture = picture(TiffBuilder.of(located()).add(mask));

        assertThat(argb(picture, 10, 10).get(0)).isEqualTo(255);
        assertThat(argb(picture, 10, 20).get(0)).isZero();
    }

    @Test
    void paletteGivesItsColors() throws IOException {
        double[] map = new double[3 * 256];
        map[1] = 0x1111; // red of value 1
        map[256 + 1] = 0x2222;
        map[512 + 1] = 0xffff;
        BufferedImage picture = picture(located()
                .tag(TagId.PHOTOMETRIC, FieldType.SHORT, 3)
                .tag(TagId.COLOR_MAP, FieldType.SHORT, map)
                .pixels((band, column, row) -> column < 320 ? 0 : 1));

        assertThat(argb(picture, 10, 10)).containsExactly(255, 0, 0, 0);
        assertThat(argb(picture, 50, 10)).containsExactly(255, 0x11, 0x22, 0xff);
    }

    /** The blocks of the full resolution are left out, which would be black. */
    @Test
    void overviewIsReadWhereThereIsOne() throws IOException {
        TiffBuilder file = TiffBuilder.of(located().tiles(64, 64).sparse())
                .add(TiffImage.of(80, 40)
                        .tiles(64, 64)
                        .pixels((band, column, row) -> column)
                        .overview())
                .add(TiffImage.of(40, 20).tiles(64, 64).sparse().overview());

        BufferedImage picture = picture(file.cog());

        assertThat(gray(picture, 0, 0)).isZero();
        assertThat(gray(picture, 63, 0)).isEqualTo(255);
    }

    @Test
    void smallRasterIsShownAsItIs() throws IOException {
        BufferedImage picture = picture(
                TiffImage.of(3, 2).located(399_960, 5_000_040, 10, 32632).pixels((band, column, row) -> 7));

        assertThat(picture.getWidth()).isEqualTo(3);
        assertThat(picture.getHeight()).isEqualTo(2);
        assertThat(gray(picture, 1, 1)).isEqualTo(128);
    }

    /** Bands of the same size in files of their own, in another order than that of the colors. */
    @Test
    void redGreenAndBlueOfSeveralFilesAreFoundByTheirNames() throws IOException {
        String[] bands = {"blue", "green", "red"};
        String[] hrefs = new String[3];
        for (int i = 0; i < 3; i++) {
            int only = i;
            TiffImage image = located()
                    .text(TagId.GDAL_METADATA, """
                            <GDALMetadata><Item name="DESCRIPTION" sample="0" role="description">%s</Item></GDALMetadata>
                            """.formatted(bands[i]))
                    .pixels((band, column, row) -> column / 214 == only ? 200 : 10);
            hrefs[i] = scene.put(bands[i] + ".tif", TiffBuilder.of(image).build());
        }
        assertThat(generate(options().build(), hrefs).warnings()).isEmpty();

        assertThat(argb(picture(), 5, 5)).containsExactly(255, 0, 0, 255);
        assertThat(argb(picture(), 60, 5)).containsExactly(255, 255, 0, 0);
    }

    @Test
    void assetSaysWhatItIsAndHowLarge() throws IOException {
        StacAsset asset = generate(options().build(), scene.putCog("scene.tif"))
                .item()
                .assets()
                .get("thumbnail");

        assertThat(asset.toMap())
                .containsEntry("type", "image/png")
                .containsEntry("roles", List.of("thumbnail"))
                .containsEntry("file:size", Files.size(folder.resolve("scene.png")))
                .containsOnlyKeys("href", "title", "type", "roles", "file:size");
        assertThat(asset.toMap().get("href").toString()).endsWith("/scene.png");
    }

    @Test
    void hrefBeginsWithWhereTheFolderIsPublished() {
        GenerationOptions options =
                options().thumbnailHref("https://cdn.example/previews").build();

        assertThat(generate(options, scene.putCog("scene.tif"))
                        .item()
                        .assets()
                        .get("thumbnail")
                        .href())
                .contains("https://cdn.example/previews/scene.png");
    }

    @Test
    void requestMayAskForOneWhereThereIsAFolder() {
        GenerationRequest request = GenerationRequest.builder()
                .itemId("scene")
                .assetPaths(scene.putCog("scene.tif"))
                .options(Map.of("thumbnail", 32))
                .build();
        try (StacGenerator with = scene.generator(options().thumbnail(null).build());
                StacGenerator without = scene.generator()) {
            assertThat(with.generate(request).item().assets()).containsKey("thumbnail");
            assertThatExceptionOfType(StacGeneratorException.class)
                    .isThrownBy(() -> without.generate(request))
                    .withMessageContaining("/options/thumbnail");
        }
    }

    @Test
    void itemThatHasOneKeepsIt() {
        String preview = scene.put("scene_thumbnail.png", png());

        GenerationResult result = generate(options().build(), scene.putCog("scene.tif"), preview);

        assertThat(result.item().assets()).hasSize(2);
        assertThat(result.item().assets().get("thumbnail").href()).contains(preview);
        assertThat(folder).isEmptyDirectory();
    }

    private static byte[] png() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void brokenPixelsCostTheThumbnailAlone() {
        TiffImage image = located().tiles(64, 64).codec(TiffCodecs.DEFLATE, 1);
        byte[] file = TiffBuilder.of(image).build();
        Arrays.fill(file, 8, file.length / 2, (byte) 0x55);

        GenerationResult result = generate(options().build(), scene.put("scene.tif", file));

        assertThat(result.item().assets()).doesNotContainKey("thumbnail");
        assertThat(result.warnings()).extracting(Warning::code).containsExactly("thumbnail-unavailable");
    }

    @Test
    void folderThatCannotBeWrittenCostsTheThumbnailAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        GenerationOptions options = options().thumbnailFolder(file.toString()).build();

        GenerationResult result = generate(options, scene.putCog("scene.tif"));

        assertThat(result.warnings()).extracting(Warning::code).containsExactly("thumbnail-unavailable");
    }

    @ParameterizedTest
    @CsvSource({"15", "1025", "-1"})
    void sideIsFrom16To1024Pixels(int side) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenerationOptions.builder().thumbnail(side))
                .withMessageContaining("16 to 1024");
    }

    @Test
    void thumbnailNeedsAFolder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenerationOptions.builder().thumbnail(SIDE).build())
                .withMessageContaining("thumbnailFolder");
    }

    @Test
    @RequiresGdal
    void gdalReadsWhatTheOwnReadersDoNot() throws IOException {
        String grid = """
                ncols 4
                nrows 2
                xllcorner 7
                yllcorner 46
                cellsize 1
                NODATA_value -9999
                1 2 3 -9999
                1 2 3 -9999
                """;
        Path file = Files.write(folder.resolve("scene.asc"), grid.getBytes(UTF_8));

        generate(options().build(), file.toString());

        assertThat(picture().getWidth()).isEqualTo(4);
        assertThat(gray(picture(), 0, 0)).isZero();
        assertThat(gray(picture(), 1, 1)).isEqualTo(128);
        assertThat(gray(picture(), 2, 1)).isEqualTo(255);
        assertThat(argb(picture(), 3, 0).get(0)).isZero();
    }
}

package io.stacgenerator.internal.geotiff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.stacgenerator.AssetLimits;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.testkit.FakeContext;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    @ParameterizedTest
    @ValueSource(strings = {"image_RPC.TXT", "image_rpc.txt", "image_RPC.txt", "image.rpc"})
    void readsRationalPolynomials(String name) throws IOException {
        beside(name, RpcFileTest.lines());

        assertThat(local(TiffImage.of(4, 4)).metadata()).containsEntry("RPC:LAT_OFF", "20.25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image.tif.vat.dbf", "image.tif.VAT.DBF", "image.vat.dbf", "image.VAT.DBF"})
    void readsAnAttributeTableOfArcGis(String name) throws IOException {
        ByteBuffer dbf = ByteBuffer.allocate(97 + 7).order(ByteOrder.LITTLE_ENDIAN);
        dbf.put((byte) 3).putInt(4, 1).putShort(8, (short) 97).putShort(10, (short) 7);
        dbf.put(32, "VALUE".getBytes(UTF_8)).put(48, (byte) 1);
        dbf.put(64, "NAME".getBytes(UTF_8)).put(80, (byte) 5);
        dbf.put(96, (byte) '\r').put(97, " 1Water".getBytes(UTF_8));
        Files.write(folder.resolve(name), dbf.array());

        assertThat(local(TiffImage.of(4, 4)).bands().get(0).categories()).containsExactly("", "Water");
    }

    private static String table(String points, String rest) {
        return "!table\nDefinition Table\n  File \"image.tif\"\n  Type \"RASTER\"\n%s\n%s\n".formatted(points, rest);
    }

    private static final String CORNERS = """
              (500000,5000000) (0,0) Label "Pt 1",
              (500040,5000000) (4,0) Label "Pt 2",
              (500040.0,4.99996e6) (4,4) Label "Pt 3"
            """;
    private static final String OPPOSITE = """
              (500000,5000000) (0,0) Label "Pt 1",
              (500040,4999960) (4,4) Label "Pt 2"
            """;
    private static final String UTM = "  CoordSys Earth Projection 8, 104, \"m\", 15, 0, 0.9996, 500000, 0";

    @ParameterizedTest
    @ValueSource(strings = {CORNERS, OPPOSITE})
    void readsATableOfMapInfoBeforeAWorldFile(String points) throws IOException {
        beside("image.tab", table(points, UTM + "\n  Units \"m\""));
        beside("image.tfw", WORLD);
        RasterInfo info = local(TiffImage.of(4, 4));

        GeoTransform transform = info.transform().orElseThrow();
        assertThat(List.of(transform.x(0, 0), transform.y(0, 0), transform.x(4, 4), transform.y(4, 4)))
                .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-6 ? 0 : 1)
                .containsExactly(500000.0, 5000000.0, 500040.0, 4999960.0);
        assertThat(info.groundControlPoints()).isEmpty();
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:32633");
    }

    @Test
    void keepsThePointsOfATableThatNoTransformMeets() throws IOException {
        beside("image.tab", table(CORNERS + "  (500005,5000005) (2,2) Label \"Pt 4\"\n", UTM));
        RasterInfo info = local(TiffImage.of(4, 4));

        assertThat(info.transform()).isEmpty();
        assertThat(info.groundControlPoints()).hasSize(4);
    }

    @Test
    void prefersThePlaceInTheTiffToATable() throws IOException {
        beside("image.tab", table(CORNERS, UTM));
        RasterInfo info = local(TiffImage.of(4, 4).located(7, 8, 1, 3857));

        assertThat(info.transform()).contains(new GeoTransform(1, 0, 7, 0, -1, 8));
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:3857");
    }

    @Test
    void takesOnlyTheDatumOfATableWhosePointsAreDegrees() throws IOException {
        beside("image.tab", table(CORNERS, UTM + "\n  Units \"degree\""));

        assertThat(local(TiffImage.of(4, 4)).crs().flatMap(CrsDefinition::code)).contains("EPSG:4326");
    }

    @Test
    void takesTheSystemOfATableWithoutPoints() throws IOException {
        beside("image.tab", table("", UTM));
        beside("image.tfw", WORLD);
        RasterInfo info = local(TiffImage.of(4, 4));

        assertThat(info.transform()).contains(TRANSFORM);
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:32633");
    }

    @Test
    void ignoresATableOfVectors() throws IOException {
        beside("image.tab", table(CORNERS, UTM).replace("RASTER", "NATIVE"));
        RasterInfo info = local(TiffImage.of(4, 4));

        assertThat(info.transform()).isEmpty();
        assertThat(info.crs()).isEmpty();
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
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:32633");
        assertThat(info.mediaType()).isEqualTo("image/tiff; application=geotiff; profile=cloud-optimized");
    }

    private static final String POINTS = """
            <GCP Id="1" Pixel="0" Line="0" X="10" Y="50" Z="7"/><GCP Id="2" Pixel="4" Line="0" X="14" Y="50"/>
            <GCP Id="3" Pixel="0" Line="4" X="10" Y="46"/><GCP Id="4" Pixel="4" Line="x" X="10" Y="46"/>
            """;

    private RasterInfo byPoints(String points, String rest) throws IOException {
        beside(
                "image.tif.aux.xml",
                "<PAMDataset>%s<GCPList Projection=\"EPSG:4258\">%s</GCPList></PAMDataset>".formatted(rest, points));
        return local(TiffImage.of(4, 4).located(7, 8, 1, 32633));
    }

    @Test
    void takesThePointsOfTheAuxiliaryFileBeforeThePlaceInTheTiff() throws IOException {
        RasterInfo info = byPoints(POINTS + "<GCP Pixel=\"4\" Line=\"4\" X=\"15\" Y=\"46\"/>", "");

        assertThat(info.transform()).isEmpty();
        assertThat(info.groundControlPoints())
                .hasSize(4)
                .contains(new GroundControlPoint(0, 0, 10, 50, 7), new GroundControlPoint(4, 4, 15, 46, 0));
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:4258");
    }

    @Test
    void takesTheTransformThatAllPointsOfTheAuxiliaryFileMeet() throws IOException {
        RasterInfo info = byPoints(POINTS, "");

        assertThat(info.transform()).contains(new GeoTransform(1, 0, 10, 0, -1, 50));
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:4258");
    }

    @Test
    void prefersTheTransformOfTheAuxiliaryFileToItsPoints() throws IOException {
        RasterInfo info = byPoints(POINTS, "<SRS>EPSG:3857</SRS><GeoTransform>100,2,0,200,0,-2</GeoTransform>");

        assertThat(info.transform()).contains(TRANSFORM);
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:3857");
    }

    @Test
    void keepsTheNameOfASystemWithoutACode() throws IOException {
        beside(
                "image.tif.aux.xml",
                "<PAMDataset><SRS>LOCAL_CS[\"plant\",UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]]]</SRS></PAMDataset>");

        assertThat(local(TiffImage.of(4, 4)).crs())
                .contains(
                        CrsDefinition.builder().name("plant").terrestrial(false).build());
    }

    @Test
    void warnsOfAMalformedAuxiliaryFile() throws IOException {
        beside("image.tif.aux.xml", "<PAMDataset><SRS>");

        assertThat(local(TiffImage.of(4, 4)).warnings())
                .extracting(Warning::code)
                .containsExactly("aux-xml-malformed");
    }

    @Test
    void readsWhatTheAuxiliaryFileSaysOfBands() throws IOException {
        beside("image.tif.aux.xml", """
                <PAMDataset>
                  <Metadata domain="ACME"><MDI key="plant">7</MDI></Metadata>
                  <PAMRasterBand band="1">
                    <Description>cover</Description>
                    <NoDataValue>9</NoDataValue>
                    <UnitType>class</UnitType><Offset>1</Offset><Scale>2</Scale>
                    <CategoryNames><Category>none</Category><Category/><Category>water</Category></CategoryNames>
                    <ColorTable><Entry c1="1" c2="2" c3="3" c4="4"/><Entry c1="5" c2="6" c3="700"/></ColorTable>
                    <Histograms><HistItem><HistMin>0</HistMin></HistItem></Histograms>
                    <Metadata><MDI key="STATISTICS_MEAN">4.5</MDI></Metadata>
                    <Metadata domain="ACME"><MDI key="gain">8</MDI></Metadata>
                  </PAMRasterBand>
                </PAMDataset>
                """);
        RasterInfo info = local(TiffImage.of(4, 4));

        assertThat(info.metadata()).containsEntry("ACME:plant", "7");
        assertThat(info.bands())
                .containsExactly(RasterBand.builder(DataType.UINT8)
                        .description("cover")
                        .nodata(9.0)
                        .unit("class")
                        .offset(1.0)
                        .scale(2.0)
                        .color(ColorInterpretation.PALETTE)
                        .categories(List.of("none", "", "water"))
                        .colorTable(List.of(new ColorEntry(1, 2, 3, 4), new ColorEntry(5, 6, 255, 255)))
                        .statistics(BandStatistics.builder().mean(4.5).build())
                        .metadata(Map.of("STATISTICS_MEAN", "4.5", "ACME:gain", "8"))
                        .build());
    }

    @Test
    void prefersTheTagsAndTheSystemOfTheAuxiliaryFileAndTheRestOfTheTiff() throws IOException {
        beside("image.tif.aux.xml", """
                <PAMDataset><SRS>EPSG:3857</SRS><PAMRasterBand band="1">
                  <Description>there</Description><NoDataValue>300</NoDataValue><Scale>2</Scale>
                  <Metadata><MDI key="a">there</MDI></Metadata>
                </PAMRasterBand></PAMDataset>
                """);
        TiffImage image = TiffImage.of(4, 4)
                .located(7, 8, 1, 32633)
                .text(TagId.GDAL_NODATA, "5")
                .text(TagId.GDAL_METADATA, """
                        <GDALMetadata><Item name="DESCRIPTION" sample="0" role="description">here</Item>
                        <Item name="SCALE" sample="0" role="scale">3</Item><Item name="a" sample="0">here</Item>
                        </GDALMetadata>
                        """);
        RasterInfo info = local(image);

        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:3857");
        assertThat(info.bands())
                .singleElement()
                .returns("here", band -> band.description().orElse(null))
                .returns(null, band -> band.nodata().orElse(null))
                .returns(3.0, band -> band.scale().orElse(null))
                .returns(Map.of("a", "there"), RasterBand::metadata);
    }

    @Test
    void countsByTheNodataValueOfEachBand() throws IOException {
        beside("image.tif.aux.xml", """
                <PAMDataset><PAMRasterBand band="2"><NoDataValue>1</NoDataValue></PAMRasterBand></PAMDataset>
                """);
        Path file =
                write("image.tif", TiffBuilder.of(TiffImage.of(4, 4).bands(2).pixels((b, column, row) -> column)));
        try (Raster raster = Opening.open(CountingObject.local(file))) {
            assertThat(raster.statistics(StatisticsMode.EXACT).orElseThrow())
                    .extracting(band -> band.count().orElse(null))
                    .containsExactly(16L, 12L);
        }
    }

    @Test
    void readsADeepAuxiliaryFile() throws IOException {
        beside("image.tif.aux.xml", "<PAMDataset>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</PAMDataset>");

        assertThat(local(TiffImage.of(4, 4)).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Metadata>%s</Metadata>;<MDI key='a'>b</MDI>",
                "<PAMRasterBand band='1'><Metadata>%s</Metadata></PAMRasterBand>;<MDI key='a'>b</MDI>",
                "<PAMRasterBand band='1'><CategoryNames>%s</CategoryNames></PAMRasterBand>;<Category>a</Category>",
                "%s;<PAMRasterBand band='1'/>"
            })
    void countsTheElementsOfAnAuxiliaryFile(String elements) throws IOException {
        String[] outerAndInner = elements.split(";", -1);
        beside(
                "image.tif.aux.xml",
                "<PAMDataset>%s</PAMDataset>".formatted(outerAndInner[0].formatted(outerAndInner[1].repeat(101))));
        AssetBudget budget = new AssetBudget(AssetLimits.ofDefaults().withMetadataElements(100), "image.tif", 0, null);

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> budget.spend(() -> local(TiffImage.of(4, 4))))
                .withMessageContaining("metadataElements");
    }

    @Test
    void readsOverviewsNextToTheImage() throws IOException {
        Path file = write("image.tif", TiffBuilder.of(image(4096, 64, 1).located(7, 8, 1, 3857)));
        write("image.tif.ovr", overviews());
        try (Raster raster = Opening.open(CountingObject.local(file))) {
            assertThat(raster.info().mediaType()).isEqualTo("image/tiff; application=geotiff");
            assertThat(raster.info().overviews())
                    .containsExactly(new RasterSize(2048, 32), new RasterSize(1024, 16), new RasterSize(512, 8));
            assertThat(raster.statistics(StatisticsMode.APPROXIMATE).orElseThrow())
                    .extracting(band -> band.maximum().orElse(null))
                    .containsExactly(3.0);
            assertThat(raster.statistics(StatisticsMode.EXACT).orElseThrow())
                    .extracting(band -> band.maximum().orElse(null))
                    .containsExactly(1.0);
        }
    }

    @Test
    void prefersTheOverviewsOfTheImageItself() throws IOException {
        Path file = write(
                "image.tif",
                TiffBuilder.of(image(4096, 64, 1)).add(image(2048, 32, 9).overview()));
        write("image.tif.ovr", overviews());
        try (Raster raster = Opening.open(CountingObject.local(file))) {
            assertThat(raster.info().overviews()).containsExactly(new RasterSize(2048, 32));
            assertThat(raster.statistics(StatisticsMode.APPROXIMATE).orElseThrow())
                    .extracting(band -> band.maximum().orElse(null))
                    .containsExactly(9.0);
        }
    }

    @Test
    void countsByTheMasksOfOverviews() throws IOException {
        Path file = write(
                "image.tif",
                TiffBuilder.of(image(2048, 32, 1))
                        .add(image(2048, 32, 1).tag(TagId.NEW_SUBFILE_TYPE, FieldType.LONG, 4)));
        TiffImage mask = TiffImage.of(1024, 16)
                .pixels((band, column, row) -> column < 256 ? 1 : 0)
                .tag(TagId.NEW_SUBFILE_TYPE, FieldType.LONG, 5);
        write("image.tif.ovr", TiffBuilder.of(image(1024, 16, 3)).add(mask));
        try (Raster raster = Opening.open(CountingObject.local(file))) {
            assertThat(raster.statistics(StatisticsMode.APPROXIMATE).orElseThrow())
                    .extracting(
                            band -> band.maximum().orElse(null),
                            band -> band.validPercent().orElse(null))
                    .containsExactly(tuple(3.0, 25.0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "II*", "no image at all"})
    void warnsOfOverviewsThatAreNotATiff(String content) throws IOException {
        beside("image.tif.ovr", content);
        RasterInfo info = local(TiffImage.of(4, 4));

        assertThat(info.overviews()).isEmpty();
        assertThat(info.warnings()).extracting(Warning::code).containsExactly("overviews-unreadable");
    }

    @Test
    void looksNextToRemoteFilesOnlyWhereThatIsWanted() throws IOException {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        String href = storage.put(
                "folder/image.tif", TiffBuilder.of(image(4096, 64, 1)).build());
        storage.put("folder/image.tif.ovr", overviews().build());
        storage.put("folder/image.tfw", WORLD.getBytes(UTF_8));
        FakeContext context = FakeContext.of(storage);
        GenerationOptions asked =
                GenerationOptions.builder().remoteSideFiles(true).build();

        try (Raster raster = new GeoTiffReader().open(context.open(href), context)) {
            assertThat(raster.info().transform()).isEmpty();
            assertThat(storage.opens()).isEqualTo(1);
        }
        try (Raster raster = new GeoTiffReader().open(context.open(href), context.with(asked))) {
            assertThat(raster.info().transform()).contains(TRANSFORM);
            assertThat(raster.info().overviews()).hasSize(3);
            assertThat(storage.opens())
                    .as("image, .ovr, .aux.xml, table of MapInfo, world file, .vat.dbf")
                    .isEqualTo(1 + 6);
        }
    }

    private static TiffBuilder overviews() {
        return TiffBuilder.of(image(2048, 32, 2)).add(image(1024, 16, 3)).add(image(512, 8, 4));
    }

    private static TiffImage image(int width, int height, int value) {
        return TiffImage.of(width, height).pixels((band, column, row) -> value);
    }

    private Path write(String name, TiffBuilder file) throws IOException {
        return Files.write(folder.resolve(name), file.build());
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

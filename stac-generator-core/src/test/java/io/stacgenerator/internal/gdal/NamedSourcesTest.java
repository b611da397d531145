package io.stacgenerator.internal.gdal;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.gdal.gdal.Dataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RequiresGdal
final class NamedSourcesTest {

    private static final String SECRET = "77";

    @TempDir
    private Path folder;

    private Path inside;
    private Path outside;

    @BeforeEach
    void write() throws IOException {
        inside = Files.createDirectory(folder.toRealPath().resolve("inside"));
        Files.createDirectory(inside.resolve("tiles"));
        Fixtures.write(Fixtures.memory(), "GTiff", inside.resolve("tiles/a.tif"));
        Dataset secret = Fixtures.memory();
        secret.GetRasterBand(1).Fill(Double.parseDouble(SECRET));
        outside = Fixtures.write(secret, "GTiff", folder.toRealPath().resolve("secret.tif"));
    }

    @ParameterizedTest
    @CsvSource({"tiles/a.tif, 1", "tiles/../tiles/a.tif, 1", "%s/tiles/a.tif, 0"})
    void readsAVrtWhoseSourcesLieInTheFolders(String name, int relative) throws IOException {
        GenerationResult result = generate(vrt(source(name.formatted(inside), relative)), inside);

        assertThat(result.item().toJson())
                .contains("\"proj:code\":\"EPSG:32632\"", "\"maximum\":19", "\"proj:shape\":[10,20]");
        assertThat(result.warnings()).isEmpty();
    }

    /** GDAL gives them in the type that it is asked for. */
    @ParameterizedTest
    @CsvSource({"<NoDataValue>-10000</NoDataValue>, 0, 0", "'', 1, 18"})
    void pixelsOfAVrtAreOfItsType(String nodata, int least, int greatest) throws IOException {
        String averaged = source("tiles/a.tif", 1)
                .replace("<SimpleSource>", "<SimpleSource resampling=\"average\">")
                .replace(
                        "</SimpleSource>",
                        "<SrcRect xOff=\"0.5\" yOff=\"0\" xSize=\"18\" ySize=\"10\"/>"
                                + "<DstRect xOff=\"0\" yOff=\"0\" xSize=\"20\" ySize=\"10\"/></SimpleSource>");

        assertThat(generate(vrt(nodata.isEmpty() ? averaged : nodata), inside)
                        .item()
                        .toJson())
                .contains("\"minimum\":%d,\"maximum\":%d,".formatted(least, greatest));
    }

    @Test
    void readsAVrtOfVrts() throws IOException {
        Files.writeString(inside.resolve("b.vrt"), vrt(source("tiles/a.tif", 1)));

        assertThat(generate(vrt(source("b.vrt", 1)), inside).item().toJson()).contains("\"maximum\":19");
    }

    @Test
    void readsAnMrfWithItsTiles() throws IOException {
        Path mrf = Fixtures.write(Fixtures.memory(), "MRF", inside.resolve("m.mrf"));

        assertThat(generate(mrf, StoragePolicy.open(), inside).item().toJson())
                .contains("\"proj:code\":\"EPSG:32632\"", "\"maximum\":19");
        assertThat(inside).isDirectoryContaining("glob:**/m.idx");
    }

    @Test
    void readsAnMrfThatNamesItsTiles() throws IOException {
        Path mrf = Fixtures.write(Fixtures.memory(), "MRF", inside.resolve("m.mrf"));
        Files.move(inside.resolve("m.idx"), inside.resolve("tiles/x"));
        Files.move(inside.resolve("m.ppg"), inside.resolve("tiles/y"));
        Files.writeString(
                mrf,
                Files.readString(mrf)
                        .replace("</Raster>", "<IndexFile>tiles/x</IndexFile><DataFile>tiles/y</DataFile></Raster>"));

        assertThat(generate(mrf, StoragePolicy.open(), inside).item().toJson()).contains("\"maximum\":19");
    }

    @Test
    void readsNoneWithoutFolders() throws IOException {
        GenerationResult result = generate(vrt(source("tiles/a.tif", 1)));

        assertThat(result.warnings())
                .extracting(Warning::message)
                .anyMatch(text -> text.contains("by the option sourceFolders"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<SourceFilename relativeToVRT='0'>%s</SourceFilename>",
                "<SourceFilename relativeToVRT='1'>../secret.tif</SourceFilename>",
                "<SourceFilename relativeToVRT='1'>link.tif</SourceFilename>",
                "<SourceFilename relativeToVRT='1'>link/secret.tif</SourceFilename>",
                "<SourceFilename relativeToVRT='1'>outside.vrt</SourceFilename>",
                "<SourceFilename relativeToVRT='1'>absent.tif</SourceFilename>",
                "<SourceFilename relativeToVRT='1'>tiles</SourceFilename>",
                "<SourceFilename>/vsicurl/http://127.0.0.1:9/x.tif</SourceFilename>",
                "<SourceFilename>file://%s</SourceFilename>",
                "<SourceFilename>GTIFF_DIR:1:%s</SourceFilename>",
                "<SourceFilename>vrt://%s</SourceFilename>",
                "<SourceFilename>&lt;VRTDataset/&gt;</SourceFilename>",
                "<sourcefilename>%s</sourcefilename>",
                "<SourceFilename>a.vrt</SourceFilename>"
            })
    void readsNothingElse(String name) throws IOException {
        Files.createSymbolicLink(inside.resolve("link.tif"), outside);
        Files.createSymbolicLink(inside.resolve("link"), folder);
        Files.writeString(inside.resolve("outside.vrt"), vrt(source(outside.toString(), 0)));
        String source = "<SimpleSource>%s<SourceBand>1</SourceBand></SimpleSource>";

        assertRefused(vrt(source.formatted(name.formatted(outside))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<VRTDataset rasterXSize='20' rasterYSize='10'><VRTRasterBand dataType='Byte' band='1'>"
                        + "<SimpleSource SourceFilename='%s'><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>",
                "<VRTDataset rasterXSize='20' rasterYSize='10'><VRTRasterBand dataType='Byte' band='1' subClass='VRTRawRasterBand'>"
                        + "<SourceFilename>tiles/a.tif</SourceFilename><ImageOffset>0</ImageOffset></VRTRasterBand></VRTDataset>",
                "<VRTDataset rasterXSize='20' rasterYSize='10' subClass='VRTWarpedDataset'/>",
                "<VRTDataset rasterXSize='20' rasterYSize='10'><SRS>%s</SRS></VRTDataset>",
                "<VRTDataset rasterXSize='20' rasterYSize='10'><SRS>+proj=longlat +nadgrids=%s</SRS></VRTDataset>",
                "<VRTDataset rasterXSize='20' rasterYSize='10'><VRTRasterBand dataType='Byte' band='1'"
                        + " subClass='VRTDerivedRasterBand'><PixelFunctionLanguage>Python</PixelFunctionLanguage></VRTRasterBand></VRTDataset>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM '%s'>]><VRTDataset rasterXSize='20' rasterYSize='10'/>",
                "<MRF_META><CachedSource><Source>%s</Source></CachedSource><Raster><Size x='20' y='10' c='1'/></Raster></MRF_META>",
                "<MRF_META><Raster><Size x='20' y='10' c='1'/><DataFile>%s</DataFile></Raster></MRF_META>",
                "<MRF_META source='%s'><Raster><Size x='20' y='10' c='1'/></Raster></MRF_META>"
            })
    void refusesWhatMayLeadElsewhere(String xml) throws IOException {
        assertRefused(xml.formatted(outside));
    }

    @Test
    void readsNothingThatTheStoragePolicyRefuses() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Path vrt = Files.writeString(own.resolve("a.vrt"), vrt(source(inside + "/tiles/a.tif", 0)));
        StoragePolicy policy = StoragePolicy.builder().roots(own).build();

        assertThat(generateOrTell(vrt, policy, inside))
                .doesNotContain("\"maximum\"")
                .contains("refuses");
    }

    @Test
    void takesNoVrtInAnotherFormatForOne() throws IOException {
        String grid = "ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n5\n";
        Path raster = Files.writeString(inside.resolve("a.asc"), grid + vrt(source("tiles/a.tif", 1)));

        assertThat(generate(raster, StoragePolicy.open(), inside).warnings())
                .extracting(Warning::message)
                .anyMatch(text -> text.contains("has the XML of a VRT"));
    }

    @Test
    void takesAwayTheDriversAfterwards() throws IOException {
        generate(vrt(source("tiles/a.tif", 1)), inside);

        assertThat(org.gdal.gdal.gdal.GetDriverByName("VRT")).isNull();
    }

    private void assertRefused(String xml) throws IOException {
        String told = generateOrTell(Files.writeString(inside.resolve("a.vrt"), xml), StoragePolicy.open(), inside);

        assertThat(told).containsAnyOf("is not read", "INVALID_RASTER").doesNotContain("\"maximum\"", SECRET + ".0");
    }

    private static String generateOrTell(Path raster, StoragePolicy policy, Path... folders) {
        try {
            GenerationResult result = generate(raster, policy, folders);
            return result.item().toJson() + result.warnings();
        } catch (StacGeneratorException e) {
            return e.code() + ": " + e.getMessage();
        }
    }

    private GenerationResult generate(String xml, Path... folders) throws IOException {
        return generate(Files.writeString(inside.resolve("a.vrt"), xml), StoragePolicy.open(), folders);
    }

    private static GenerationResult generate(Path raster, StoragePolicy policy, Path... folders) {
        GenerationOptions options = GenerationOptions.builder()
                .datetime(Instant.EPOCH)
                .statistics(StatisticsMode.EXACT)
                .sourceFolders(folders)
                .build();
        try (StacGenerator generator =
                StacGenerator.builder().options(options).storagePolicy(policy).build()) {
            return generator.generate(
                    GenerationRequest.builder().assetPaths(raster.toString()).build());
        }
    }

    private static String source(String name, int relative) {
        return """
                <SimpleSource><SourceFilename relativeToVRT="%d">%s</SourceFilename><SourceBand>1</SourceBand>
                </SimpleSource>""".formatted(relative, name);
    }

    private static String vrt(String sources) {
        return """
                <VRTDataset rasterXSize="20" rasterYSize="10"><SRS>EPSG:32632</SRS>
                <GeoTransform>500000, 10, 0, 5000000, 0, -10</GeoTransform>
                <VRTRasterBand dataType="Byte" band="1">%s</VRTRasterBand></VRTDataset>""".formatted(sources);
    }
}

package io.stacgenerator.internal.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Warning;
import io.stacgenerator.material.RequiresGdal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FlatGeobuf and PMTiles. */
final class VectorReadersTest {

    @Test
    void flatGeobufIsLocatedAndItsColumnsListed() {
        Described described = Described.of(
                "roads.fgb",
                new FlatGeobufFile()
                        .envelope(300000, 5000000, 310000, 5010000)
                        .features(12)
                        .epsg(32631)
                        .column("flag")
                        .column("kind")
                        .bytes());

        assertThat(described.warnings()).isEmpty();
        assertThat(described.item().properties()).containsEntry("proj:code", "EPSG:32631");
        assertThat(described.item().geometry()).isPresent();
        assertThat(described.asset().toMap())
                .containsEntry("type", "application/vnd.flatgeobuf")
                .containsEntry("table:row_count", 12L)
                .containsEntry(
                        "table:columns",
                        List.of(Map.of("name", "flag", "type", "byte"), Map.of("name", "kind", "type", "ubyte")));
    }

    @Test
    void flatGeobufMayNameItsSystemByTextAndLeaveItsNumberOfFeaturesOpen() {
        Described described = Described.of(
                "roads.fgb",
                new FlatGeobufFile()
                        .envelope(2, 48, 3, 49)
                        .wkt("GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                                + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]")
                        .bytes());

        assertThat(described.bbox()).containsExactly(2.0, 48.0, 3.0, 49.0);
        assertThat(described.asset().toMap()).doesNotContainKeys("table:row_count", "table:columns");
    }

    @Test
    void aBoxWithoutAreaGivesNoGeometry() {
        Described described = Described.of(
                "point.fgb",
                new FlatGeobufFile().envelope(2, 48, 2, 48).epsg(4326).bytes());

        assertThat(described.warnings()).containsExactly("bounds-empty");
        assertThat(described.item().geometry()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, bounds-missing", "9000, dataset-unreadable"})
    void columnsThatShareTheirNamesStandForNoMoreTextThanAHeader(int count, String warning) {
        byte[] file = new FlatGeobufFile()
                .sameColumns(count, "x".repeat(1000))
                .epsg(4326)
                .bytes();

        assertThat(Described.of("a.fgb", file).warnings()).containsExactly(warning);
    }

    @Test
    void aFileWithoutABoxGivesNoGeometry() {
        assertThat(Described.of("empty.fgb", new FlatGeobufFile().epsg(4326).bytes())
                        .warnings())
                .containsExactly("bounds-missing");
    }

    @RequiresGdal
    @Test
    void flatGeobufOfGdalIsRead(@TempDir Path folder) throws IOException, InterruptedException {
        Path json = Files.writeString(folder.resolve("a.geojson"), """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "properties": {"name": "a", "size": 1.5},
                   "geometry": {"type": "LineString", "coordinates": [[2, 48], [3, 49]]}}]}
                """);
        Path file = folder.resolve("a.fgb");
        Process process = new ProcessBuilder("ogr2ogr", "-f", "FlatGeobuf", file.toString(), json.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();

        Described described = Described.of("a.fgb", Files.readAllBytes(file));

        assertThat(described.bbox()).containsExactly(2.0, 48.0, 3.0, 49.0);
        assertThat(described.asset().toMap())
                .containsEntry("table:row_count", 1L)
                .containsEntry(
                        "table:columns",
                        List.of(Map.of("name", "name", "type", "string"), Map.of("name", "size", "type", "double")));
    }

    @Test
    void tilesAreLocatedByTheirBox() {
        Described described = Described.of("map.pmtiles", PmtilesFile.of(2, 48, 3, 49));

        assertThat(described.warnings()).isEmpty();
        assertThat(described.bbox()).containsExactly(2.0, 48.0, 3.0, 49.0);
        assertThat(described.item().properties()).containsEntry("proj:code", "EPSG:3857");
        assertThat(described.asset().type()).contains("application/vnd.pmtiles");
    }

    @Test
    void tilesOfTheWorldEndWhereTheirProjectionDoes() {
        assertThat(Described.of("world.pmtiles", PmtilesFile.of(-180, -90, 180, 90))
                        .bbox())
                .containsExactly(-180.0, -85.0511288, 180.0, 85.0511288);
    }

    @ParameterizedTest
    @CsvSource({"map.pmtiles, 7", "roads.fgb, 3"})
    void aVersionThatIsNotKnownIsTold(String name, int at) {
        byte[] file = name.endsWith("fgb")
                ? new FlatGeobufFile().envelope(2, 48, 3, 49).epsg(4326).bytes()
                : PmtilesFile.of(2, 48, 3, 49);
        file[at] = 4;
        Described described = Described.of(name, file);

        assertThat(described.result().warnings())
                .extracting(Warning::message)
                .singleElement()
                .asString()
                .contains("3, got 4");
    }
}

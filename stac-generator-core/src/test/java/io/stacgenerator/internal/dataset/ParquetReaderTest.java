package io.stacgenerator.internal.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParquetReaderTest {

    static String geo(String members) {
        return """
                {"version": "1.1.0", "primary_column": "geometry",
                 "columns": {"geometry": {"encoding": "WKB", "geometry_types": [], %s}}}
                """.formatted(members);
    }

    private static Described described(String members) {
        return Described.of(
                "places.parquet",
                new ParquetFile()
                        .rows(9)
                        .column("geometry", 6)
                        .keyValue("geo", geo(members))
                        .bytes());
    }

    @Test
    void geometriesWithoutASystemAreInDegrees() {
        Described described = described("\"bbox\": [2, 48, 3, 49]");

        assertThat(described.warnings()).isEmpty();
        assertThat(described.bbox()).containsExactly(2.0, 48.0, 3.0, 49.0);
        assertThat(described.item().properties()).containsEntry("proj:code", "OGC:CRS84");
        assertThat(described.asset().toMap())
                .containsEntry("type", "application/vnd.apache.parquet")
                .containsEntry("table:row_count", 9L)
                .containsEntry("table:primary_geometry", "geometry");
    }

    @Test
    void aSystemIsKnownByItsId() {
        Described described = described(
                "\"bbox\": [300000, 5000000, 0, 310000, 5010000, 9], \"crs\": "
                        + "{\"type\": \"ProjectedCRS\", \"name\": \"UTM\", \"id\": {\"authority\": \"EPSG\", \"code\": 32631}}");

        assertThat(described.warnings()).isEmpty();
        assertThat(described.item().properties())
                .containsEntry("proj:code", "EPSG:32631")
                .containsEntry("proj:bbox", List.of(300000.0, 5000000.0, 310000.0, 5010000.0));
    }

    /** Large tables have as many columns in each of many row groups, which are passed over. */
    @Test
    void rowGroupsMayBeMany() {
        Described described = Described.of(
                "places.parquet",
                new ParquetFile().rowGroups(300_000).rows(9).column("a", 6).bytes());

        assertThat(described.warnings()).isEmpty();
        assertThat(described.asset().toMap()).containsEntry("table:row_count", 9L);
    }

    @Test
    void aSystemThatIsNullIsUnknown() {
        assertThat(described("\"bbox\": [1, 2, 3, 4], \"crs\": null").warnings())
                .containsExactly("crs-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "'', OGC:CRS84",
        "EPSG:4326, EPSG:4326",
        "srid:4326, EPSG:4326",
        "projjson:place, EPSG:4258",
        "'{\"type\": \"GeographicCRS\", \"name\": \"a\", \"id\": {\"authority\": \"EPSG\", \"code\": 4258}}', EPSG:4258"
    })
    void geometriesOfParquetItselfAreLocatedByTheBoxesOfRowGroups(String crs, String code) {
        Described described = Described.of(
                "places.parquet",
                new ParquetFile()
                        .group("place", 2)
                        .column("name", 6)
                        .column("rank", 1)
                        .geometries("where", crs)
                        .keyValue("place", "{\"id\": {\"authority\": \"EPSG\", \"code\": 4258}}")
                        .boxes(2, new double[] {2, 3, 48, 48.5}, new double[] {2.5, 4, 47, 48})
                        .bytes());

        assertThat(described.warnings()).isEmpty();
        assertThat(described.bbox()).containsExactly(2.0, 47.0, 4.0, 48.5);
        assertThat(described.item().properties()).containsEntry("proj:code", code);
        assertThat(described.asset().toMap()).containsEntry("table:primary_geometry", "where");
    }

    @ParameterizedTest
    @CsvSource({"srid:0, crs-missing", "projjson:other, crs-missing", "{, georeference-unreadable"})
    void aSystemThatIsNotSaidIsUnknown(String crs, String warning) {
        byte[] file = new ParquetFile()
                .geometries("where", crs)
                .boxes(0, new double[] {2, 3, 48, 49})
                .bytes();

        assertThat(Described.of("places.parquet", file).warnings()).contains(warning);
    }

    /** Row groups of which one has no box, or none of numbers, leave the whole unknown. */
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void boxesOfRowGroupsThatDoNotSayAllSayNothing(double number) {
        byte[] file = new ParquetFile()
                .rows(9)
                .geometries("where", "")
                .boxes(0, new double[] {2, 3, 48, 49}, new double[] {2, number, 48, 49})
                .bytes();
        Described described = Described.of("places.parquet", file);

        assertThat(described.warnings()).containsExactly("bounds-missing");
        assertThat(described.asset().toMap()).containsEntry("table:row_count", 9L);
    }

    @Test
    void boxesOfRowGroupsMayBeInMeters() {
        Described described = Described.of(
                "places.parquet",
                new ParquetFile()
                        .geometries("where", "EPSG:32631")
                        .boxes(0, new double[] {300000, 310000, 5000000, 5010000})
                        .bytes());

        assertThat(described.item().properties())
                .containsEntry("proj:bbox", List.of(300000.0, 5000000.0, 310000.0, 5010000.0));
    }

    @Test
    void membersOfColumnsKeepTheirOrder() {
        assertThat(JsonValues.members(columns(new ParquetFile().column("a", 1)).get(0))
                        .keySet())
                .containsExactly("name", "type");
    }

    @Test
    void boxesOfRowGroupsMayCrossTheAntimeridian() {
        Described described = Described.of(
                "places.parquet",
                new ParquetFile()
                        .geometries("where", "")
                        .boxes(0, new double[] {170, -170, -20, -10}, new double[] {160, 165, -20, -10})
                        .bytes());

        assertThat(described.bbox()).containsExactly(160.0, -20.0, -170.0, -10.0);
    }

    @Test
    void ofSeveralColumnsOfGeometriesNoneIsPrimary() {
        Described described = Described.of(
                "places.parquet",
                new ParquetFile()
                        .geometries("where", "")
                        .geometries("center", "")
                        .boxes(0, new double[] {2, 3, 48, 49})
                        .bytes());

        assertThat(described.asset().toMap()).doesNotContainKey("table:primary_geometry");
        assertThat(described.item().geometry()).isEmpty();
    }

    @Test
    void geoParquetWithoutABoxHasThatOfItsRowGroups() {
        Described described = Described.of(
                "places.parquet",
                new ParquetFile()
                        .geometries("geometry", "EPSG:32631")
                        .keyValue("geo", geo("\"edges\": \"planar\""))
                        .boxes(0, new double[] {2, 3, 48, 49})
                        .bytes());

        assertThat(described.warnings()).isEmpty();
        assertThat(described.bbox()).containsExactly(2.0, 48.0, 3.0, 49.0);
    }

    private static Described covered(int size, double[]... ranges) {
        return Described.of(
                "places.parquet",
                new ParquetFile()
                        .column("geometry", 6)
                        .group("bbox", 4)
                        .column("xmin", 5)
                        .column("ymin", 5)
                        .column("xmax", 5)
                        .column("ymax", 5)
                        .keyValue("geo", geo("""
                                "covering": {"bbox": {
                                  "xmin": ["bbox", "xmin"], "ymin": ["bbox", "ymin"],
                                  "xmax": ["bbox", "xmax"], "ymax": ["bbox", "ymax"]}}"""))
                        .ranges(size, ranges)
                        .bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {Float.BYTES, Double.BYTES})
    void geoParquetWithoutABoxHasThatOfItsCovering(int size) {
        Described described = covered(size, new double[] {0, 0, 2, 4, 48, 49, 3, 5, 49, 50}, new double[] {
            0, 0, 1.5, 4, 48, 49, 3, 4, 49, 50.5
        });

        assertThat(described.warnings()).isEmpty();
        assertThat(described.bbox()).containsExactly(1.5, 48.0, 5.0, 50.5);
    }

    /** The first has a feature from 170 to -170, the others no greatest y. */
    @ParameterizedTest
    @CsvSource({"8, 160, 170, -170, 165, -10", "8, 2, 4, 3, 5, NaN", "4, 2, 4, 3, 5, Infinity"})
    void aCoveringThatDoesNotSayAllSaysNothing(
            int size, double leastWest, double greatestWest, double leastEast, double greatestEast, double north) {
        Described described = covered(
                size, new double[] {0, 0, leastWest, greatestWest, -20, -15, leastEast, greatestEast, -15, north});

        assertThat(described.warnings()).containsExactly("bounds-missing");
    }

    @Test
    void earlyGeoParquetHasItsSystemAsText() {
        Described described = described("\"bbox\": [2, 48, 3, 49], \"crs\": \"GEOGCS[\\\"WGS 84\\\","
                + "DATUM[\\\"WGS_1984\\\",SPHEROID[\\\"WGS 84\\\",6378137,298.257223563]],"
                + "PRIMEM[\\\"Greenwich\\\",0],UNIT[\\\"degree\\\",0.0174532925199433],"
                + "AUTHORITY[\\\"EPSG\\\",\\\"4326\\\"]]\"");

        assertThat(described.warnings()).isEmpty();
        assertThat(described.item().properties()).containsEntry("proj:code", "EPSG:4326");
    }

    @Test
    void aTableIsDescribedWhereItsGeoParquetIsBroken() {
        Described described = Described.of(
                "places.parquet",
                new ParquetFile().rows(9).column("a", 6).keyValue("geo", "{").bytes());

        assertThat(described.warnings()).containsExactly("georeference-unreadable");
        assertThat(described.asset().toMap()).containsEntry("table:row_count", 9L);
    }

    @Test
    void aBoxAcrossTheAntimeridianIsSplit() {
        Described described = described("\"bbox\": [170, -20, -170, -10]");

        assertThat(described.bbox()).containsExactly(170.0, -20.0, -170.0, -10.0);
        assertThat(described.item().geometry().orElseThrow().getNumGeometries()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, boolean", "1, int32", "2, int64", "3, int96", "4, float", "5, double", "6, byte_array"})
    void columnsHaveTheirPhysicalType(int type, String name) {
        assertThat(columns(new ParquetFile().column("a", type))).containsExactly(Map.of("name", "a", "type", name));
    }

    @ParameterizedTest
    @CsvSource({"1, string", "5, decimal", "6, date", "8, timestamp", "14, uuid", "16, variant"})
    void columnsHaveTheirLogicalTypeWhereThereIsOne(int logical, String name) {
        assertThat(columns(new ParquetFile().column("a", 6, logical)))
                .containsExactly(Map.of("name", "a", "type", name));
    }

    @Test
    void integersHaveTheirWidthAndSign() {
        // field 1, a byte, is the width; field 2, a boolean in the header itself, says whether it is signed
        assertThat(columns(new ParquetFile()
                        .column("a", 1, 10, (byte) 0x13, (byte) 16, (byte) 0x11, (byte) 0)
                        .column("b", 1, 10, (byte) 0x13, (byte) 8, (byte) 0x12, (byte) 0)))
                .containsExactly(Map.of("name", "a", "type", "int16"), Map.of("name", "b", "type", "uint8"));
    }

    @Test
    void aNegativeNumberOfRowsIsAWarning() {
        Described described =
                Described.of("table.parquet", new ParquetFile().rows(-1).bytes());

        assertThat(described.warnings()).containsExactly("dataset-unreadable");
    }

    @Test
    void columnsWithinColumnsAreNotListed() {
        assertThat(columns(new ParquetFile()
                        .group("bbox", 2)
                        .column("xmin", 5)
                        .column("xmax", 5)
                        .column("name", 6, 1)))
                .containsExactly(Map.of("name", "bbox", "type", "struct"), Map.of("name", "name", "type", "string"));
    }

    private static List<Object> columns(ParquetFile file) {
        Described described = Described.of("table.parquet", file.rows(1).bytes());
        assertThat(described.warnings()).isEmpty();
        assertThat(described.item().geometry()).isEmpty();
        return JsonValues.elements(described.asset().toMap().get("table:columns"));
    }
}

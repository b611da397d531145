package io.stacgenerator.internal.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource({"1, string", "5, decimal", "6, date", "8, timestamp", "14, uuid", "17, geometry"})
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

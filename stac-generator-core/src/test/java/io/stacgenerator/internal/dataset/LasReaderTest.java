package io.stacgenerator.internal.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.model.Bbox;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LasReaderTest {

    private static final int[] UTM_31 = {1, 1, 0, 2, 1024, 0, 1, 1, 3072, 0, 1, 32631};

    private static final String WKT = "PROJCS[\"WGS 84 / UTM zone 31N\",GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\","
            + "SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
            + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",3],"
            + "PARAMETER[\"scale_factor\",0.9996],PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],"
            + "UNIT[\"metre\",1],AUTHORITY[\"EPSG\",\"32631\"]]";

    private static LasFile cloud() {
        return LasFile.of(5_000_000_000L, 500000, 5000000, 12.5, 501000, 5001000, 80);
    }

    private static List<Object> dimensions(Described described) {
        return JsonValues.elements(described.asset().toMap().get("pc:schemas")).stream()
                .map(schema -> JsonValues.members(schema).get("name"))
                .toList();
    }

    @Test
    void aPointCloudIsLocatedCountedAndDescribed() {
        Described described = Described.of(
                "cloud.las", cloud().geoKeys(UTM_31).secondReturns(3).bytes());

        assertThat(described.warnings()).isEmpty();
        Bbox box = described.item().bbox().orElseThrow();
        assertThat(box.west()).isEqualTo(3.0, within(1e-6));
        assertThat(box.south()).isEqualTo(45.1534, within(1e-3));
        assertThat(described.item().properties()).containsEntry("proj:code", "EPSG:32631");
        assertThat(described.item().stacExtensions())
                .contains("https://stac-extensions.github.io/pointcloud/v2.0.0/schema.json");
        assertThat(described.asset().toMap())
                .containsEntry("type", "application/vnd.las")
                .containsEntry("roles", List.of("data"))
                .containsEntry("pc:count", 5_000_000_000L)
                .containsEntry("pc:type", "lidar");
        assertThat(JsonValues.elements(described.asset().toMap().get("pc:statistics")))
                .contains(Map.of("name", "Z", "position", 2, "minimum", 12.5, "maximum", 80.0));
    }

    @Test
    void theKindOfSensorIsLeftOutWhereNoPulseHasSeveralReturns() {
        assertThat(Described.of("cloud.las", cloud().geoKeys(UTM_31).bytes())
                        .asset()
                        .toMap())
                .doesNotContainKey("pc:type");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 15, false, false",
        "1, 16, true, false",
        "3, 19, true, true",
        "6, 18, true, false",
        "8, 22, true, true"
    })
    void dimensionsAreThoseOfThePointFormat(int format, int count, boolean time, boolean color) {
        List<Object> dimensions = dimensions(
                Described.of("cloud.las", cloud().format(format).geoKeys(UTM_31).bytes()));

        assertThat(dimensions).hasSize(count).startsWith("X", "Y", "Z", "Intensity");
        assertThat(dimensions.contains("GpsTime")).isEqualTo(time);
        assertThat(dimensions.contains("Red")).isEqualTo(color);
    }

    @Test
    void extraDimensionsComeLast() {
        Described described = Described.of(
                "cloud.las",
                cloud().geoKeys(UTM_31)
                        .extraBytes(9, "Height above ground")
                        .extraBytes(0, "undocumented")
                        .bytes());

        assertThat(JsonValues.elements(described.asset().toMap().get("pc:schemas")))
                .last()
                .isEqualTo(Map.of("name", "Height above ground", "size", 4, "type", "floating"));
    }

    @Test
    void textNamesTheSystemInARecordOfEitherKind() {
        Described first = Described.of("cloud.las", cloud().wkt(WKT).bytes());
        Described last = Described.of("cloud.las", cloud().wktAtTheEnd(WKT).bytes());

        assertThat(first.item().properties()).containsEntry("proj:code", "EPSG:32631");
        assertThat(last.item().properties()).isEqualTo(first.item().properties());
        assertThat(last.bbox()).isEqualTo(first.bbox());
    }

    @ParameterizedTest
    @CsvSource({"999, ", "1000, crs-missing"})
    void recordsBeyondTheFirstThousandAreNotRead(int others, String warning) {
        LasFile file = cloud();
        for (int i = 0; i < others; i++) {
            file.extraBytes(9, "Height");
        }

        assertThat(Described.of("cloud.las", file.geoKeys(UTM_31).bytes()).warnings())
                .isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @ParameterizedTest
    @CsvSource({"1048576, ", "1048577, crs-missing"})
    void aRecordThatIsLongerThanAnySystemIsNotRead(int length, String warning) {
        LasFile file = cloud().wktAtTheEnd(WKT + " ".repeat(length - WKT.length()));

        assertThat(Described.of("cloud.las", file.bytes()).warnings())
                .isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void theMediaTypeTellsCompressionAndIndexApart() {
        LasFile compressed = cloud().geoKeys(UTM_31).format(0x80 | 7);

        assertThat(Described.of("a.laz", compressed.bytes()).asset().type()).contains("application/vnd.laszip");
        assertThat(Described.of("a.laz", compressed.copc().bytes()).asset().type())
                .contains("application/vnd.laszip+copc");
    }

    @Test
    void pointsOfOlderVersionsAreCountedWhereTheyCountThem() {
        LasFile file = LasFile.of(7, 500000, 5000000, 1, 501000, 5001000, 2);

        assertThat(Described.of(
                                "a.las",
                                file.geoKeys(UTM_31).version(2).format(1).bytes())
                        .asset()
                        .toMap())
                .containsEntry("pc:count", 7L);
    }

    @Test
    void pointsOfTheNextVersionAreCountedAsThoseOf14() {
        byte[] file = cloud().bytes();
        file[25] = 5;

        assertThat(Described.of("a.las", file).asset().toMap())
                .containsEntry(
                        "pc:count",
                        Described.of("a.las", cloud().bytes()).asset().toMap().get("pc:count"))
                .containsKey("pc:statistics");
    }

    @Test
    void aCloudWithoutASystemIsAnAssetWithoutAPlace() {
        Described described = Described.of("cloud.las", cloud().bytes());

        assertThat(described.warnings()).containsExactly("crs-missing");
        assertThat(described.item().geometry()).isEmpty();
        assertThat(described.asset().toMap()).containsKey("pc:count");
    }

    @ParameterizedTest
    @CsvSource({"25, 9", "104, 63", "254, -1"})
    void aMalformedHeaderIsAWarning(int at, byte value) {
        byte[] bytes = cloud().geoKeys(UTM_31).bytes();
        bytes[at] = value;

        Described described = Described.of("cloud.las", bytes);

        assertThat(described.warnings()).containsExactly("dataset-unreadable");
        assertThat(described.item().assets().values())
                .singleElement()
                .satisfies(asset -> assertThat(asset.toMap()).doesNotContainKey("pc:count"));
    }
}

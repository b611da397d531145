package io.stacgenerator.internal.merge;

import static io.stacgenerator.internal.merge.Example.AUTOMATIC;
import static io.stacgenerator.internal.merge.Example.MANUAL;
import static io.stacgenerator.internal.merge.Example.assertMerged;
import static io.stacgenerator.internal.merge.Example.at;
import static io.stacgenerator.internal.merge.Example.merge;
import static io.stacgenerator.internal.merge.Example.notes;
import static io.stacgenerator.internal.merge.Example.unlocated;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LocationMergeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Point           | [8.5, 47.25]                                   | [8.5, 47.25, 8.5, 47.25]
            Point           | [8, 47, 400]                                   | [8, 47, 400, 8, 47, 400]
            MultiPoint      | [[8, 47], [9, 46]]                             | [8, 46, 9, 47]
            MultiPoint      | [[8, 47, 1], [9, 46]]                          | [8, 46, 9, 47]
            LineString      | [[8, 47], [9, 48.5]]                           | [8, 47, 9, 48.5]
            MultiLineString | [[[8, 47], [9, 48]], [[7, 40], [7, 41]]]       | [7, 40, 9, 48]
            Polygon         | [[[0, 0], [2, 0], [2, 2], [0, 0]]]             | [0, 0, 2, 2]
            MultiPolygon    | [[[[0, 0], [2, 0], [2, 2], [0, 0]]], [[[5, 5], [6, 5], [6, 6], [5, 5]]]] | [0, 0, 6, 6]
            MultiPolygon    | [[[[170, 0], [180, 0], [180, 2], [170, 0]]], [[[-180, 0], [-175, 1], [-180, 2], [-180, 0]]]] | [170, 0, -175, 2]
            MultiPolygon    | [[[[-180, 0], [-90, 0], [-90, 2], [-180, 0]]], [[[90, 0], [180, 0], [180, 2], [90, 0]]], [[[-100, 0], [80, 0], [80, 2], [-100, 0]]]] | [90, 0, 80, 2]
            MultiPolygon    | [[[[170, 0], [175, 0], [175, 5], [170, 0]]], [[[-175, 0], [-170, 0], [-170, 5], [-175, 0]]]] | [170, 0, -170, 5]
            MultiPolygon    | [[[[-180, 0], [180, 0], [180, 2], [-180, 2], [-180, 0]]], [[[5, 5], [6, 5], [6, 6], [5, 5]]]] | [-180, 0, 180, 6]
            """)
    void theBoxFollowsFromTheGeometry(String type, String coordinates, String expected) {
        MergeResult result = merge(geometry(type, coordinates));

        assertThat(at(result, "/bbox")).usingComparator(Json.BY_VALUE).isEqualTo(Json.value(expected));
        assertThat(at(result, "/geometry/type")).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [[[0, 0], [2, 0], [2, 2]]]           | [[[0, 0], [2, 0], [2, 2], [0, 0]]] | ring-closed
            [[[0, 0], [2, 2], [2, 0], [0, 0]]]   | [[[0, 0], [2, 0], [2, 2], [0, 0]]] | winding-repaired
            [[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]] | [[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]], [[1, 1], [2, 2], [2, 1], [1, 1]]] | winding-repaired
            """)
    void ringsAreClosedAndTurned(String given, String repaired, String codes) {
        assertMerged(merge(geometry("Polygon", given)), "/geometry/coordinates", repaired, codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]                 | MultiPolygon | [0, 0, 2, 2]          | geometry-repaired
            [[[170, 0], [-170, 0], [-170, 9], [170, 9], [170, 0]]]     | MultiPolygon | [170, 0, -170, 9]     | geometry-spans-antimeridian
            [[[45, 40], [135, 40], [-135, 40], [-45, 40], [45, 40]]]   | Polygon      | [-180, 40, 180, 90]   | geometry-spans-antimeridian
            [[[170, 0], [190, 0], [190, 9], [170, 9], [170, 0]]]       | MultiPolygon | [170, 0, -170, 9]     | longitudes-wrapped
            [[[190, 0], [200.5, 0], [200.5, 9], [190, 9], [190, 0]]]   | Polygon      | [-170, 0, -159.5, 9]  | longitudes-wrapped
            [[[0, 0], [360, 0], [360, 9], [0, 9], [0, 0]]]             | Polygon      | [-180, 0, 180, 9]     | longitudes-wrapped
            """)
    void areasAreCutAndTakenApart(String given, String type, String bbox, String code) {
        MergeResult result = merge(geometry("Polygon", given));

        assertThat(at(result, "/geometry/type")).isEqualTo(type);
        assertThat(at(result, "/bbox")).usingComparator(Json.BY_VALUE).isEqualTo(Json.value(bbox));
        assertThat(String.join(", ", notes(result))).contains(code + " /geometry");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Point           | [181.5, 0]                             | [-178.5, 0]                                         | longitudes-wrapped
            MultiPoint      | [[190, 1], [20, 2]]                    | [[-170, 1], [20, 2]]                                | longitudes-wrapped
            LineString      | [[170, 0, 5], [-170, 10, 15]]          | [[[170, 0, 5], [180, 5, 10]], [[-180, 5, 10], [-170, 10, 15]]] | geometry-spans-antimeridian
            LineString      | [[170, 0], [180, 5], [-170, 10]]       | [[[170, 0], [180, 5]], [[-180, 5], [-170, 10]]]     | geometry-spans-antimeridian
            LineString      | [[-170, 10], [170, 0]]                 | [[[-170, 10], [-180, 5]], [[180, 5], [170, 0]]]     | geometry-spans-antimeridian
            LineString      | [[170, 0], [190, 10]]                  | [[[170, 0], [180, 5]], [[-180, 5], [-170, 10]]]     | longitudes-wrapped
            LineString      | [[190, 0], [200, 10]]                  | [[-170, 0], [-160, 10]]                             | longitudes-wrapped
            LineString      | [[-180, 0], [180, 0]]                  | [[-180, 0], [180, 0]]                               | ``
            MultiLineString | [[[170, 0], [-170, 10]], [[0, 0], [1, 1]]] | [[[170, 0], [180, 5]], [[-180, 5], [-170, 10]], [[0, 0], [1, 1]]] | geometry-spans-antimeridian
            """)
    void linesAndPointsStayWithinTheAntimeridian(String type, String given, String expected, String code) {
        assertMerged(merge(geometry(type, given)), "/geometry/coordinates", expected, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [170, -10, 190, 10]         | [170, -10, -170, 10]
            [190, -10, 200.1, 10]       | [-170, -10, -159.9, 10]
            [180, -10, 200, 10]         | [-180, -10, -160, 10]
            [0, -90, 360, 90]           | [-180, -90, 180, 90]
            [350, 0, 360, 10]           | [-10, 0, 0, 10]
            [-190, 0, -170, 10]         | [170, 0, -170, 10]
            [0, -90, 359.5, 90]         | [0, -90, -0.5, 90]
            """)
    void boxesMayCountLongitudesFromZero(String given, String expected) {
        MergeResult result = merge(unlocated(), MANUAL, "{\"bbox\":" + given + "}");

        assertThat(at(result, "/bbox")).usingComparator(Json.BY_VALUE).isEqualTo(Json.value(expected));
        assertThat(notes(result)).contains("longitudes-wrapped /bbox");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Polygon            | [[[500000, 5200000], [500100, 5200000], [500100, 5200100], [500000, 5200000]]] | geometry-not-wgs84
            Point              | [361, 0]                            | geometry-not-wgs84
            Point              | [0, -90.5]                          | geometry-not-wgs84
            Polygon            | [[[0, 0], [1, 1], [0, 0]]]          | invalid-geometry
            Polygon            | [[[0, 0], [1, 1], [2, 2], [0, 0]]]  | invalid-geometry
            Polygon            | []                                  | invalid-geometry
            Polygon            | [[0, 0], [1, 0], [1, 1], [0, 0]]    | invalid-geometry
            Point              | ["8", "47"]                         | invalid-geometry
            Point              | [8]                                 | invalid-geometry
            LineString         | [[8, 47]]                           | invalid-geometry
            MultiLineString    | [[[8, 47], [9, 48]], [[8, 47]]]     | invalid-geometry
            Point              | null                                | invalid-geometry
            GeometryCollection | []                                  | invalid-geometry
            Box                | [1, 2]                              | invalid-geometry
            """)
    void aGeometryThatIsNoneIsRefused(String type, String coordinates, String code) {
        MergeResult result = merge(geometry(type, coordinates));

        assertThat(result.item()).isEqualTo(Example.item());
        assertThat(notes(result)).containsExactly(code + " /geometry");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 20_001})
    void ringsThatWouldTakeMinutesToRepairAreDropped(int positions) {
        Random random = new Random(1);
        String scribble = IntStream.range(0, positions)
                .mapToObj(i -> "[%s, %s]".formatted(random.nextDouble(), random.nextDouble()))
                .collect(Collectors.joining(", ", "[[", "]]"));
        MergeResult result = merge(geometry("Polygon", scribble));

        assertThat(result.item()).isEqualTo(Example.item());
        assertThat(notes(result)).contains("invalid-geometry /geometry");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"geometry": 5}                           | invalid-geometry /geometry
            {"geometry": null}                        | null-ignored /geometry
            {"bbox": [0, 0, 1, 1]}                    | bbox-ignored /bbox
            {"bbox": ["10", 50, 11, 50.5]}            | coerced /bbox/0, bbox-ignored /bbox
            {"bbox": [10, 50, 11]}                    | invalid-value /bbox
            {"bbox": "10,50,11,51"}                   | invalid-type /bbox
            {"bbox": null}                            | null-ignored /bbox
            """)
    void aLocatedItemStaysWhereItIs(String document, String expected) {
        MergeResult result = merge(document);

        assertThat(result.item()).isEqualTo(Example.item());
        assertThat(String.join(", ", notes(result))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [10, 50, 11, 51]
            [10, 50, 0, 11, 51, 99]
            [10.0000000001, 50, 11, 51]
            """)
    void aBoxThatIsTheSameIsSilent(String bbox) {
        assertThat(merge("{\"bbox\": " + bbox + "}").notes()).isEmpty();
    }

    @Test
    void aBoxThatDiffersFromTheGeometryNextToItIsReported() {
        MergeResult result = merge("""
                {"geometry": {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 0]]]},
                 "bbox": [0, 0, 3, 2]}
                """);

        assertMerged(result, "/bbox", "[0, 0, 2, 2]", "bbox-ignored");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [8, 47, 9, 48]            | [8, 47, 9, 48]      | [[[8, 47], [9, 47], [9, 48], [8, 48], [8, 47]]]
            [8, 47, 0, 9, 48, 100]    | [8, 47, 9, 48]      | [[[8, 47], [9, 47], [9, 48], [8, 48], [8, 47]]]
            [179, -17, -179, -16]     | [179, -17, -179, -16] | [[[[179, -17], [180, -17], [180, -16], [179, -16], [179, -17]]], [[[-180, -17], [-179, -17], [-179, -16], [-180, -16], [-180, -17]]]]
            [180, 0, -179, 1]         | [-180, 0, -179, 1]  | [[[-180, 0], [-179, 0], [-179, 1], [-180, 1], [-180, 0]]]
            [179, 0, -180, 1]         | [179, 0, 180, 1]    | [[[179, 0], [180, 0], [180, 1], [179, 1], [179, 0]]]
            """)
    void anItemWithoutPlaceIsLocatedByABox(String bbox, String box, String coordinates) {
        MergeResult result = merge(unlocated(), AUTOMATIC, "{\"bbox\": " + bbox + "}");

        assertMerged(result, "/bbox", box, "geometry-from-bbox");
        assertThat(at(result, "/geometry/coordinates"))
                .usingComparator(Json.BY_VALUE)
                .isEqualTo(Json.value(coordinates));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [8, 47, 9, 47]
            [8, 47, 8, 48]
            [8, 48, 9, 47]
            [8, 47, 370, 48]
            [500000, 5200000, 500100, 5200100]
            """)
    void aBoxThatEnclosesNothingIsDropped(String bbox) {
        MergeResult result = merge(unlocated(), AUTOMATIC, "{\"bbox\": " + bbox + "}");

        assertThat(result.item()).isEqualTo(unlocated());
        assertThat(notes(result)).containsExactly("invalid-bbox /bbox");
    }

    @Test
    void aLaterBoxReplacesAnEarlierOneButNeverAGeometry() {
        MergeResult boxes = merge(unlocated(), AUTOMATIC, "{\"bbox\": [0, 0, 1, 1]}", "{\"bbox\": [0, 0, 2, 2]}");
        MergeResult geometry = merge(unlocated(), AUTOMATIC, geometry("Point", "[5, 5]"), "{\"bbox\": [0, 0, 2, 2]}");

        assertMerged(boxes, "/bbox", "[0, 0, 2, 2]", "geometry-from-bbox geometry-from-bbox conflict");
        assertMerged(geometry, "/bbox", "[5, 5, 5, 5]", "bbox-ignored");
    }

    @Test
    void aPersonMayRemoveTheGeometry() {
        MergeResult result = merge(MANUAL, "{\"geometry\": null}");

        assertMerged(result, "/geometry", "null", "measured-replaced");
        assertThat(at(result, "/bbox")).isEqualTo(Json.ABSENT);
    }

    private static String geometry(String type, String coordinates) {
        return "{\"geometry\": {\"type\": \"%s\", \"coordinates\": %s}}".formatted(type, coordinates);
    }
}

package io.stacgenerator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.internal.json.JsonReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {

    static Stream<Arguments> scalars() {
        return Stream.of(
                arguments(null, "null"),
                arguments(true, "true"),
                arguments("a", "\"a\""),
                arguments("\"\\/\b\f\n\r\t\u0001", "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\""),
                arguments("Zürich 日本 \uD83D\uDEF0", "\"Zürich 日本 \uD83D\uDEF0\""),
                arguments(7, "7"),
                arguments((byte) -7, "-7"),
                arguments((short) 7, "7"),
                arguments(Long.MIN_VALUE, "-9223372036854775808"),
                arguments(new BigInteger("18446744073709551616"), "18446744073709551616"),
                arguments(new BigDecimal("0.10"), "0.10"),
                arguments(1.5f, "1.5"));
    }

    @ParameterizedTest
    @MethodSource
    void scalars(Object value, String text) {
        assertThat(JsonText.compact(value)).isEqualTo(text);
        assertThat(JsonText.pretty(value)).isEqualTo(text);
    }

    static Stream<Arguments> doubles() {
        return Stream.of(
                arguments(0.0, "0"),
                arguments(-0.0, "0"),
                arguments(1.0, "1"),
                arguments(-9999.0, "-9999"),
                arguments(1e7, "10000000"),
                arguments(999_999_999_999_999.0, "999999999999999"),
                arguments(1e15, "1.0E15"),
                arguments((double) -Float.MAX_VALUE, "-3.4028234663852886E38"),
                arguments(0.1, "0.1"),
                arguments(12.3456789, "12.3456789"),
                arguments(12_345_678.25, "12345678.25"),
                arguments(0.000_089_831_5, "0.0000898315"),
                arguments(1e-9, "0.000000001"),
                arguments(1.5e-10, "1.5E-10"),
                arguments(Double.MIN_VALUE, "4.9E-324"),
                arguments(Double.parseDouble("2e23"), "2.0E23"));
    }

    @ParameterizedTest
    @MethodSource
    void doubles(double value, String text) {
        assertThat(JsonText.compact(value)).isEqualTo(text);
    }

    @Test
    void everyDoubleIsReadAsTheSame() {
        Random random = new Random(1);
        DoubleStream coordinates = random.doubles(50_000, -180, 180);
        DoubleStream anything =
                random.longs(50_000).mapToDouble(Double::longBitsToDouble).filter(Double::isFinite);

        assertThat(DoubleStream.concat(coordinates, anything)
                        .filter(value -> Double.parseDouble(JsonText.compact(value)) != value))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numberThatIsNotFiniteIsRefused(double value) {
        List<Object> list = List.of(Map.of("nodata", value));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonText.compact(list))
                .withMessage(value + " is not a JSON number");
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.pretty((float) value));
    }

    static Stream<Object> others() {
        return Stream.of(new Object(), Instant.EPOCH, new double[] {1}, 'c', Path.of("a"), Map.of(1, "one"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatIsNotAJsonValueIsRefused(Object value) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.compact(value));
    }

    @Test
    void compactTextIsOneLineInTheOrderOfTheMembers() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("z", Arrays.asList(1, null, "two"));
        value.put("a", new LinkedHashMap<>());
        value.put("", new ArrayList<>());

        assertThat(JsonText.compact(value)).isEqualTo("{\"z\":[1,null,\"two\"],\"a\":{},\"\":[]}");
    }

    @Test
    void prettyTextHasEachMemberAndElementOnItsLineButNumbersOnOne() {
        String pretty = """
                {
                  "id": "a",
                  "empty": {},
                  "none": [],
                  "roles": [
                    "data",
                    "reflectance"
                  ],
                  "bbox": [1, 2.5, 3, 4],
                  "geometry": {
                    "type": "Polygon",
                    "coordinates": [
                      [
                        [0, 0],
                        [1, 0],
                        [1, 1],
                        [0, 0]
                      ]
                    ]
                  },
                  "bands": [
                    {
                      "name": "b1",
                      "proj:shape": [10980, 10980]
                    },
                    {
                      "name": "b2"
                    }
                  ],
                  "mixed": [
                    null,
                    1,
                    {}
                  ]
                }""";

        assertThat(JsonText.pretty(JsonReader.object(pretty, ErrorCode.INTERNAL, "text")))
                .isEqualTo(pretty);
    }

    @Test
    void prettyTextOfAListThatBeginsWithANumberIsStillJson() {
        List<Object> list = List.of(1, Map.of("a", List.of(Map.of("b", 2))), List.of("c"));
        String pretty = JsonText.pretty(Map.of("list", list));

        assertThat(JsonReader.object(pretty, ErrorCode.INTERNAL, "text")).containsEntry("list", list);
    }

    @Test
    void tooDeepValueIsRefused() {
        Object value = 1;
        for (int i = 0; i < 501; i++) {
            value = List.of(value);
        }
        Object tooDeep = value;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonText.compact(tooDeep))
                .withMessageContaining("nesting depth (501)");
    }
}

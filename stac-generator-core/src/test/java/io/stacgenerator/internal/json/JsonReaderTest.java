package io.stacgenerator.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("null", null),
                arguments("true", true),
                arguments("false", false),
                arguments("\"a\\u00e9\\n\"", "aé\n"),
                arguments("5", 5),
                arguments("-5000000000", -5_000_000_000L),
                arguments("18446744073709551616", new BigInteger("18446744073709551616")),
                arguments("1.0", 1.0),
                arguments("1e3", 1000.0),
                arguments("1e-400", 0.0),
                arguments("[]", List.of()),
                arguments("{}", Map.of()),
                arguments("[1,[null,\"a\"],{\"b\":2.5}]", List.of(1, Arrays.asList(null, "a"), Map.of("b", 2.5))));
    }

    @ParameterizedTest
    @MethodSource
    void values(String json, Object value) {
        assertThat(read("{\"x\":" + json + "}")).containsEntry("x", value);
    }

    @Test
    void membersKeepTheirOrderAndMayBeChanged() {
        Map<String, Object> object = read("{\"z\":1,\"a\":2,\"m\":3}");

        assertThat(object.keySet()).containsExactly("z", "a", "m");
        object.put("b", 4);
        assertThat(object).hasSize(4);
    }

    @Test
    void byteOrderMarkIsPassedOver() {
        assertThat(read("\uFEFF{\"a\":1}")).containsEntry("a", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":[1,", "{\"a\":[1}"})
    void whatIsCutOffIsToldWithoutTheSettingsOfTheParser(String json) {
        assertRefused(json)
                .withMessageMatching("m\\.json is not JSON: Unexpected [^`#]+ in line 1, column \\d+")
                .withMessageNotContaining("Source");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":\"\n\"}",
                "{\"a\":1}//",
                "/* */{\"a\":1}",
                "{\"a\":1}}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":1e400}",
                "{\"a\":-1e400}",
                "[1]",
                "\"a\"",
                "5",
                "null"
            })
    void whatIsNotOneStrictObjectIsRefused(String json) {
        assertRefused(json).withMessageStartingWith("m.json ");
    }

    @Test
    void everyTruncatedTextIsRefused() {
        String json = "{\"a\":[1,{\"b\":null,\"c\":\"d\\u0041\"},-2.5e1],\"e\":{\"f\":true}}";
        for (int length = 0; length < json.length(); length++) {
            assertRefused(json.substring(0, length));
        }
        assertThat(read(json)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]                          | m.json is a list, expected a JSON object",
                "{\"a\":1} {}                 | m.json is not JSON: text after the value in line 1, column 9",
                "{\"a\":1e400}                | m.json is not JSON: the number 1e400 is too large in line 1, column 11",
                "{\"a\":1,\"a\":2}            | m.json is not JSON: Duplicate Object property \"a\" in line 1, column 11"
            })
    void messageSaysWhatAndWhere(String json, String message) {
        assertRefused(json).withMessage(message);
    }

    @Test
    void depthIsLimited() {
        String inside = "[".repeat(199) + "]".repeat(199);

        assertThat(read("{\"a\":" + inside + "}")).hasSize(1);
        assertRefused("{\"a\":[" + inside + "]}")
                .withMessage("m.json is not JSON: Document nesting depth (201) exceeds the maximum allowed (200)");
    }

    @Test
    void millionsOfOpenBracketsAreRefusedWithoutOverflow() {
        assertRefused("{\"a\":".repeat(1_000_000));
        assertRefused("{\"a\":" + "[".repeat(1_000_000));
    }

    @Test
    void endlessNumberIsRefused() {
        assertRefused("{\"a\":" + "9".repeat(100_000) + "}")
                .withMessageContaining("exceeds the maximum allowed (1000)");
    }

    private static Map<String, Object> read(String json) {
        return JsonReader.object(json, ErrorCode.INVALID_METADATA, "m.json");
    }

    private static ThrowableAssertAlternative<StacGeneratorException> assertRefused(String json) {
        return assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> read(json))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_METADATA));
    }
}

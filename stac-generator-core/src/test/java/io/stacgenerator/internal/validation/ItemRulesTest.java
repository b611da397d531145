package io.stacgenerator.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Fault;
import io.stacgenerator.internal.field.InstalledFields;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ItemRulesTest {

    static Stream<Arguments> broken() {
        return TestItems.lines("broken.ndjson")
                .map(line -> Arguments.of(line.get("name"), TestItems.changed(line), line.get("faults")));
    }

    static Stream<Arguments> valid() {
        return TestItems.lines("valid.ndjson").map(line -> Arguments.of(line.get("name"), TestItems.changed(line)));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(
                        Double.NaN, "is NaN, expected a string, a finite number, a boolean, a list, a map or null"),
                Arguments.of(
                        List.of(1, Double.NEGATIVE_INFINITY),
                        "/1 is -Infinity, expected a string, a finite number, a boolean, a list, a map or null"),
                Arguments.of(
                        Map.of("at", Instant.EPOCH),
                        "/at is 1970-01-01T00:00:00Z, expected a string, a finite number, a boolean, a list, a map or null"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void findsWhatIsWrong(String name, Map<String, Object> item, List<String> faults) {
        assertThat(check(item)).as(name).extracting(Fault::toString).isEqualTo(faults);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void findsNothingWrongInAValidItem(String name, Map<String, Object> item) {
        assertThat(check(item)).as(name).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("values")
    void refusesWhatJsonCannotSay(Object value, String fault) {
        Map<String, Object> item = withProperty("acme:value", value);
        assertThat(check(item)).extracting(Fault::toString).hasSize(1).allMatch(text -> text.endsWith(fault));
    }

    @Test
    void readsAnEmptyObject() {
        assertThat(check(Map.of())).extracting(Fault::message).contains("lacks id, expected a string");
    }

    @Test
    void takesNumbersOfAnySize() {
        Map<String, Object> item = withProperty("gsd", new BigDecimal("0.5"));
        TestItems.asset(item, "data").put("file:size", new BigDecimal("8E+20"));
        TestItems.asset(item, "data").put("file:header_size", new BigInteger("400"));
        assertThat(check(item)).isEmpty();
    }

    private static List<Fault> check(Map<String, Object> item) {
        return ItemRules.check(item, InstalledFields.builtIn());
    }

    private static Map<String, Object> withProperty(String name, Object value) {
        Map<String, Object> item = TestItems.valid();
        Map<Object, Object> properties = new LinkedHashMap<>((Map<?, ?>) item.get("properties"));
        properties.put(name, value);
        item.put("properties", properties);
        return item;
    }
}

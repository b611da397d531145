package io.stacgenerator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonValuesTest {

    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments(null, "null"),
                arguments("https://example.com?sig=secret", "a string"),
                arguments(Map.of("a", 1), "an object"),
                arguments(List.of("a"), "a list"),
                arguments(5.5, "the number 5.5"),
                arguments(false, "false"));
    }

    @ParameterizedTest
    @MethodSource
    void kinds(Object value, String kind) {
        assertThat(JsonValues.kind(value)).isEqualTo(kind);
    }
}

package io.stacgenerator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "2024-05-01T10:20:30Z, 2024-05-01T10:20:30Z",
        "2024-05-01t10:20:30.125z, 2024-05-01T10:20:30.125Z",
        "2024-05-01T10:20:30+02:00, 2024-05-01T08:20:30Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "2017-01-01T00:59:60.5+01:00, 2017-01-01T00:00:00.500Z",
        "2024-05-01T10:20:30,",
        "2024-05-01,",
        "yesterday,"
    })
    void timesHaveTheirZone(String text, Instant time) {
        assertThat(JsonValues.time(text)).isEqualTo(Optional.ofNullable(time));
    }

    @Test
    void whatIsNotAStringIsNotATime() {
        assertThat(JsonValues.time(5)).isEmpty();
        assertThat(JsonValues.time(null)).isEmpty();
    }
}

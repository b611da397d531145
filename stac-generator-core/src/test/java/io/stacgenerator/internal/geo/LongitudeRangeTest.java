package io.stacgenerator.internal.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LongitudeRangeTest {

    @ParameterizedTest
    @CsvSource({
        "170 175 -175 -170, 170, -170",
        "170 180 -180 -170, 170, -170",
        "10 11 12 13, 10, 13",
        "-90 -80 80 90, -90, 90",
        "-100 -90 90 100, 90, -90",
        "-180 180, -180, 180",
        "-180 -10 10 180, 10, -10",
        "5 5, 5, 5",
    })
    void goesTheShorterWayAroundTheEarth(String ends, double west, double east) {
        List<Double> numbers = Stream.of(ends.split(" ")).map(Double::valueOf).toList();
        List<LongitudeRange> ranges = Stream.iterate(0, i -> i < numbers.size(), i -> i + 2)
                .map(i -> new LongitudeRange(numbers.get(i), numbers.get(i + 1)))
                .toList();

        assertThat(LongitudeRange.around(ranges)).isEqualTo(new LongitudeRange(west, east));
    }
}

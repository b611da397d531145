package io.stacgenerator.internal.storage.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.spi.ByteRange;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RangesTest {

    @ParameterizedTest
    @CsvSource({"0, 10, 100, 10", "95, 10, 100, 5", "100, 10, 100, 0", "9000000000, 10, 100, 0", "0, 0, 0, 0"})
    void clipsAtTheEnd(long offset, int length, long size, int expected) {
        assertThat(Ranges.clip(offset, length, size)).isEqualTo(new ByteRange(offset, expected));
    }

    static Stream<Arguments> merges() {
        int gap = Ranges.MAX_GAP;
        int most = Ranges.MAX_MERGED;
        return Stream.of(
                Arguments.of(List.of(), List.of()),
                Arguments.of(List.of(range(5, 0)), List.of()),
                Arguments.of(List.of(range(10, 5), range(0, 5)), List.of(range(0, 15))),
                Arguments.of(List.of(range(0, 100), range(10, 5)), List.of(range(0, 100))),
                Arguments.of(List.of(range(0, 5), range(5 + gap, 5)), List.of(range(0, 10 + gap))),
                Arguments.of(List.of(range(0, 5), range(6 + gap, 5)), List.of(range(0, 5), range(6 + gap, 5))),
                Arguments.of(List.of(range(0, most), range(most, 1)), List.of(range(0, most), range(most, 1))),
                Arguments.of(List.of(range(0, most + 9), range(7, 1)), List.of(range(0, most + 9))));
    }

    @ParameterizedTest
    @MethodSource("merges")
    void mergesNeighbors(List<ByteRange> ranges, List<ByteRange> expected) {
        assertThat(Ranges.merge(ranges)).isEqualTo(expected);
    }

    @Test
    void everyRangeLiesInOneThatItWasMergedTo() {
        List<ByteRange> ranges = Stream.iterate(1L, seed -> seed * 6364136223846793005L + 1442695040888963407L)
                .limit(500)
                .map(seed -> range((seed >>> 40) * 4, (int) (seed >>> 20 & 0xFFFF)))
                .toList();
        List<ByteRange> merged = Ranges.merge(ranges);
        assertThat(ranges)
                .filteredOn(each -> each.length() > 0)
                .allMatch(each -> merged.stream()
                        .anyMatch(whole -> whole.offset() <= each.offset() && each.end() <= whole.end()));
    }

    private static ByteRange range(long offset, int length) {
        return new ByteRange(offset, length);
    }
}

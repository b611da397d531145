package io.stacgenerator.spi.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValidityMaskTest {

    @Test
    void cellsAreListedRowByRow() {
        ValidityMask mask = new ValidityMask(new RasterSize(3, 2), BitSet.valueOf(new long[] {0b010_001}));

        assertThat(mask.valid(0, 0)).isTrue();
        assertThat(mask.valid(1, 1)).isTrue();
        assertThat(mask.valid(1, 0)).isFalse();
        assertThat(mask.count()).isEqualTo(2);
        assertThat(mask.full()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1", "1, 0", "0, 1"})
    void nothingIsValidOutside(int column, int row) {
        assertThat(ValidityMask.everywhere().valid(column, row)).isFalse();
        assertThat(ValidityMask.everywhere().full()).isTrue();
    }

    @Test
    void cellsAreCopied() {
        BitSet cells = new BitSet();
        ValidityMask mask = new ValidityMask(new RasterSize(1, 1), cells);

        cells.set(0);

        assertThat(mask.count()).isZero();
    }

    @Test
    void cellBeyondTheSizeIsRefused() {
        BitSet cells = new BitSet();
        cells.set(6);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ValidityMask(new RasterSize(3, 2), cells))
                .withMessage("cell 6 is set in a mask of 3 x 2 cells");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 4, true", "0, 1, 6, true", "0, 0, 7, false", "8, 0, 2, false", "0, 2, 4, false"})
    void pixelsAreMarkedWhereAllOfTheirCellsAre(int column, int row, int count, boolean marked) {
        ValidityMask.Builder mask =
                ValidityMask.builder(new RasterSize(10, 10), 5).add(1, 0, 4);

        assertThat(mask.marked(column, row, count)).isEqualTo(marked);
    }

    @Test
    void maskHasASide() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValidityMask.builder(new RasterSize(10, 10), 0))
                .withMessageContaining("side is 0");
    }

    @ParameterizedTest
    @CsvSource({"100, 7", "100, 30", "101, 33", "37, 64", "1000, 1"})
    void cellsThatSomePixelsAreInAreThoseThatEachOfThemIsIn(int width, int side) {
        RasterSize image = new RasterSize(width, 41);
        ValidityMask.Builder together = ValidityMask.builder(image, side);
        ValidityMask.Builder one = ValidityMask.builder(image, side);
        ValidityMask.Builder other = ValidityMask.builder(image, side);
        Random random = new Random(7);
        for (int row = 0; row < image.height(); row++) {
            BitSet valid = new BitSet();
            random.ints(width / 20, 3, width).forEach(valid::set);
            together.add(3, row, width - 3, i -> valid.get(i + 3));
            ValidityMask.Builder single = row % 2 == 0 ? one : other;
            int y = row;
            valid.stream().forEach(x -> single.add(x, y, 1));
        }

        assertThat(cells(together.build())).isEqualTo(cells(one.addAll(other).build()));
    }

    private static List<Boolean> cells(ValidityMask mask) {
        RasterSize size = mask.size();
        return IntStream.range(0, size.width() * size.height())
                .mapToObj(i -> mask.valid(i % size.width(), i / size.width()))
                .toList();
    }

    @Test
    void masksOfOtherCellsAreNotAdded() {
        ValidityMask.Builder mask = ValidityMask.builder(new RasterSize(100, 100), 10);
        ValidityMask.Builder other = ValidityMask.builder(new RasterSize(100, 100), 20);

        assertThatThrownBy(() -> mask.addAll(other)).isInstanceOf(IllegalArgumentException.class);
    }
}

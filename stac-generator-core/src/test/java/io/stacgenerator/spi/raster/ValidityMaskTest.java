package io.stacgenerator.spi.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
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

    @Test
    void maskHasASide() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValidityMask.builder(new RasterSize(10, 10), 0))
                .withMessageContaining("side is 0");
    }
}

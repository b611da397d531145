package io.stacgenerator.spi.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.DataType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PixelWindowTest {

    private static final RasterInfo INFO = RasterInfo.builder("fake", "image/x-fake", new RasterSize(20, 10))
            .bands(List.of(RasterBand.of(DataType.UINT8), RasterBand.of(DataType.UINT8)))
            .build();

    @ParameterizedTest
    @CsvSource({"-1, 0, 1, 1", "0, -1, 1, 1", "0, 0, 0, 1", "0, 0, 1, 0", "2147483647, 0, 1, 1", "0, 2147483647, 1, 1"})
    void windowIsNotEmptyAndWithinWhatARasterMayBe(int left, int top, int width, int height) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PixelWindow(left, top, width, height))
                .withMessageContaining("%d x %d pixels at column %d and row %d".formatted(width, height, left, top));
    }

    @Test
    void bandsAreThoseOfTheRaster() {
        PixelWindow all = PixelWindow.of(INFO.size());

        all.requireWithin(INFO, 1, 0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.requireWithin(INFO, 0, 2))
                .withMessageContaining("[0, 2]")
                .withMessageContaining("0 to 1");
        assertThatIllegalArgumentException().isThrownBy(() -> all.requireWithin(INFO, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> all.requireWithin(INFO));
    }

    @Test
    void rasterReadsNoPixelsByDefault() {
        Raster raster = () -> INFO;

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> raster.readWindow(PixelWindow.of(INFO.size()), 0))
                .withMessageContaining("fake")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_RASTER));
    }

    @Test
    void valuesAreByColumnAndRowOfTheWindow() {
        PixelWindow window = new PixelWindow(3, 4, 3, 2);
        BandValues values = BandValues.of(window, new double[] {1, 2, 3, 4, 5, Double.NaN}, i -> i != 1);

        assertThat(values.window()).isEqualTo(window);
        assertThat(values.value(0, 1)).isEqualTo(4);
        assertThat(values.hasData(1, 0)).isFalse();
        assertThat(values.hasData(2, 1)).isFalse();
        assertThat(values.data()).containsExactly(1.0, 3.0, 4.0, 5.0);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> values.value(3, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> values.hasData(0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> BandValues.of(window, new double[5], i -> true));
    }

    @Test
    void descriptionOfAnotherMediaTypeIsTheSameOtherwise() {
        RasterInfo zipped = INFO.as("application/zip").build();

        assertThat(zipped.mediaType()).isEqualTo("application/zip");
        assertThat(zipped.format()).isEqualTo("fake");
        assertThat(zipped.bands()).isEqualTo(INFO.bands());
        assertThat(zipped.size()).isEqualTo(INFO.size());
    }
}

package io.stacgenerator.internal.pipeline.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stacgenerator.internal.pipeline.assembly.BandFolding;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BandWriterTest {

    @Test
    void bandsAreNamedByTheirNumberWhereOneHasNoName() {
        assertThat(written(band("red", null), band(null, null)))
                .extracting(band -> band.get("name"))
                .containsExactly("b1", "b2");
    }

    @Test
    void bandsAreNamedByTheirNumberWhereTwoHaveOneName() {
        assertThat(written(band("red", null), band("red", null)))
                .extracting(band -> band.get("name"))
                .containsExactly("b1", "b2");
    }

    @Test
    void bandsKeepTheirOwnNames() {
        assertThat(written(band("red", null), band("nir", null)))
                .extracting(band -> band.get("name"))
                .containsExactly("red", "nir");
    }

    static Stream<Arguments> nodata() {
        return Stream.of(
                arguments(-9999.0, -9999.0),
                arguments(0.0, 0.0),
                arguments(new BigInteger("18446744073709551615"), new BigInteger("18446744073709551615")),
                arguments(Double.NaN, "nan"),
                arguments(Double.POSITIVE_INFINITY, "inf"),
                arguments(Double.NEGATIVE_INFINITY, "-inf"));
    }

    @ParameterizedTest
    @MethodSource
    void nodata(Number value, Object json) {
        assertThat(written(band(null, value)))
                .singleElement()
                .isEqualTo(Map.of("name", "b1", "data_type", "uint16", "nodata", json));
    }

    @Test
    void whatIsKnownIsWrittenAndBlankTextIsNot() {
        RasterBand known = RasterBand.builder(DataType.FLOAT32)
                .name("t")
                .description("Temperature")
                .unit("K")
                .build();
        RasterBand blank = RasterBand.builder(DataType.FLOAT32)
                .name("u")
                .description(" ")
                .unit("")
                .build();

        assertThat(written(known, blank))
                .containsExactly(
                        Map.of("name", "t", "description", "Temperature", "data_type", "float32", "unit", "K"),
                        Map.of("name", "u", "data_type", "float32"));
    }

    @Test
    void statisticsHaveTheirKnownMembersOnly() {
        AssetDraft asset = asset(
                List.of(band(null, null), band(null, null)),
                List.of(
                        BandStatistics.builder()
                                .minimum(1.0)
                                .maximum(9.0)
                                .mean(Double.NaN)
                                .count(4L)
                                .validPercent(100.0)
                                .build(),
                        BandStatistics.builder().build()));
        BandWriter.write(asset);

        assertThat(asset.bands().get(0))
                .containsEntry(
                        "statistics", Map.of("minimum", 1.0, "maximum", 9.0, "count", 4L, "valid_percent", 100.0));
        assertThat(asset.bands().get(1)).doesNotContainKey("statistics");
    }

    @Test
    void assetThatIsNotARasterHasNoBands() {
        AssetDraft asset = AssetDraft.builder("readme.txt").build();
        BandWriter.write(asset);

        assertThat(asset.bands()).isEmpty();
    }

    @Test
    void whatAllBandsShareMovesUp() {
        List<Map<String, Object>> bands = bands(
                Map.of("name", "b1", "data_type", "uint8", "nodata", 0.0, "unit", "m"),
                Map.of("name", "b2", "data_type", "uint8", "nodata", 0.0, "unit", "K"));

        assertThat(BandFolding.fold(bands)).isEqualTo(Map.of("data_type", "uint8", "nodata", 0.0));
        assertThat(bands).containsExactly(Map.of("name", "b1", "unit", "m"), Map.of("name", "b2", "unit", "K"));
    }

    @Test
    void whatOneBandLacksStays() {
        List<Map<String, Object>> bands = bands(Map.of("name", "b1", "nodata", 0.0), Map.of("name", "b2"));

        assertThat(BandFolding.fold(bands)).isEmpty();
        assertThat(bands.get(0)).containsEntry("nodata", 0.0);
    }

    @Test
    void nameAndDescriptionStayWithTheirBand() {
        List<Map<String, Object>> bands = bands(Map.of("name", "b1", "description", "one", "data_type", "uint8"));

        assertThat(BandFolding.fold(bands)).isEqualTo(Map.of("data_type", "uint8"));
        assertThat(bands).containsExactly(Map.of("name", "b1", "description", "one"));
    }

    @Test
    void noBandsShareNothing() {
        assertThat(BandFolding.fold(List.of())).isEmpty();
    }

    @SafeVarargs
    private static List<Map<String, Object>> bands(Map<String, Object>... bands) {
        List<Map<String, Object>> copies = new ArrayList<>();
        for (Map<String, Object> band : bands) {
            copies.add(new LinkedHashMap<>(band));
        }
        return copies;
    }

    private static List<Map<String, Object>> written(RasterBand... bands) {
        AssetDraft asset = asset(List.of(bands), List.of());
        BandWriter.write(asset);
        return asset.bands();
    }

    private static AssetDraft asset(List<RasterBand> bands, List<BandStatistics> statistics) {
        RasterInfo raster = RasterInfo.builder("GTiff", "image/tiff", new RasterSize(1, 1))
                .bands(bands)
                .build();
        return AssetDraft.builder("a.tif")
                .size(1L)
                .raster(raster)
                .statistics(statistics)
                .build();
    }

    private static RasterBand band(@Nullable String name, @Nullable Number nodata) {
        return RasterBand.builder(DataType.UINT16).name(name).nodata(nodata).build();
    }
}

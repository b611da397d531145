package io.stacgenerator.spi.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.stacgenerator.Warning;
import io.stacgenerator.model.DataType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RasterInfoTest {

    private static final RasterSize SIZE = new RasterSize(20, 10);
    private static final GeoTransform TRANSFORM = new GeoTransform(10, 0, 500_000, 0, -10, 5_000_000);
    private static final GroundControlPoint POINT = new GroundControlPoint(0, 0, 7, 45, 0);

    @Test
    void builderSetsEveryFact() {
        Warning warning = new Warning("odd", "is odd");
        RasterInfo info = RasterInfo.builder("GTiff", "image/tiff; application=geotiff", SIZE)
                .bands(List.of(RasterBand.of(DataType.UINT16)))
                .transform(TRANSFORM)
                .crs(CrsDefinition.epsg(32632))
                .groundControlPoints(List.of(POINT))
                .pixelIsPoint(true)
                .overviews(List.of(new RasterSize(10, 5)))
                .metadata(Map.of("AREA_OR_POINT", "Point"))
                .warnings(List.of(warning))
                .build();

        assertThat(info.format()).isEqualTo("GTiff");
        assertThat(info.mediaType()).isEqualTo("image/tiff; application=geotiff");
        assertThat(info.size()).isEqualTo(SIZE);
        assertThat(info.bands()).containsExactly(RasterBand.of(DataType.UINT16));
        assertThat(info.transform()).contains(TRANSFORM);
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:32632");
        assertThat(info.groundControlPoints()).containsExactly(POINT);
        assertThat(info.pixelIsPoint()).isTrue();
        assertThat(info.overviews()).containsExactly(new RasterSize(10, 5));
        assertThat(info.metadata()).containsEntry("AREA_OR_POINT", "Point");
        assertThat(info.warnings()).containsExactly(warning);
    }

    @Test
    void onlyFormatTypeAndSizeAreNeeded() {
        RasterInfo info = RasterInfo.builder("PNG", "image/png", SIZE).build();

        assertThat(info.bands()).isEmpty();
        assertThat(info.transform()).isEmpty();
        assertThat(info.crs()).isEmpty();
        assertThat(info.groundControlPoints()).isEmpty();
        assertThat(info.pixelIsPoint()).isFalse();
        assertThat(info.overviews()).isEmpty();
        assertThat(info.metadata()).isEmpty();
        assertThat(info.warnings()).isEmpty();
    }

    @Test
    void whatWasGivenIsCopiedInItsOrder() {
        Map<String, String> tags = ordered();
        List<RasterBand> bands = new ArrayList<>(List.of(RasterBand.of(DataType.INT8)));
        RasterInfo info = RasterInfo.builder("GTiff", "image/tiff", SIZE)
                .bands(bands)
                .metadata(tags)
                .build();
        tags.clear();
        bands.clear();

        assertThat(info.bands()).hasSize(1).isUnmodifiable();
        assertThat(info.metadata().keySet()).containsExactlyElementsOf(ordered().keySet());
        assertThat(info.metadata()).isUnmodifiable();
    }

    @Test
    void tagsOfABandAreCopiedInTheirOrder() {
        Map<String, String> tags = ordered();
        RasterBand band = RasterBand.builder(DataType.INT8).metadata(tags).build();
        tags.clear();

        assertThat(band.metadata().keySet()).containsExactlyElementsOf(ordered().keySet());
        assertThat(band.metadata()).isUnmodifiable();
    }

    @Test
    void bandOfATypeHasItsBits() {
        RasterBand band = RasterBand.of(DataType.CINT16);

        assertThat(band.bitsPerSample()).isEqualTo(32);
        assertThat(band.color()).isEqualTo(ColorInterpretation.UNDEFINED);
        assertThat(band.nodata()).isEmpty();
    }

    @Test
    void nullIsRefusedByName() {
        RasterInfo.Builder builder = RasterInfo.builder("PNG", "image/png", SIZE);

        assertThatNullPointerException().isThrownBy(() -> builder.bands(null)).withMessage("bands");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.metadata(null))
                .withMessage("metadata");
        assertThatNullPointerException()
                .isThrownBy(() -> RasterInfo.builder(null, "image/png", SIZE))
                .withMessage("format");
    }

    private static Map<String, String> ordered() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 20; i > 0; i--) {
            tags.put("TAG_" + i, "value");
        }
        return tags;
    }
}

package io.stacgenerator.internal.pipeline.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.item.Provenance;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BandNamesTest {

    private static final RasterBand UNNAMED = RasterBand.of(DataType.UINT8);
    private static final String POINTER = "/assets/a/bands/0/name";

    private final Provenance provenance = new Provenance();

    private void attribute(RasterBand... bands) {
        RasterInfo raster = RasterInfo.builder("GTiff", "image/tiff", new RasterSize(1, 1))
                .bands(List.of(bands))
                .build();
        BandNames.attribute(
                "a", AssetDraft.builder("a.tif").size(1L).raster(raster).build(), provenance);
    }

    private Map<String, Object> withoutInvented(List<Map<String, Object>> bands) {
        Map<String, Object> asset = new LinkedHashMap<>(Map.of("bands", new ArrayList<Object>(bands)));
        BandNames.dropInvented(new ItemTree(new LinkedHashMap<>(Map.of("assets", Map.of("a", asset))), provenance));
        return asset;
    }

    @Test
    void onlyBandThatHasNothingButAnInventedNameIsDropped() {
        attribute(UNNAMED);
        assertThat(withoutInvented(List.of(Map.of("name", "b1")))).isEmpty();
    }

    @Test
    void bandThatSaysMoreStays() {
        attribute(UNNAMED);
        assertThat(withoutInvented(List.of(Map.of("name", "b1", "unit", "m")))).isNotEmpty();
    }

    @Test
    void bandsOfAFileThatNamesThemB1AreNamed() {
        attribute(RasterBand.builder(DataType.UINT8).name("b1").build());
        assertThat(BandNames.isInvented(POINTER, provenance)).isFalse();
        assertThat(withoutInvented(List.of(Map.of("name", "b1")))).isNotEmpty();
    }

    @Test
    void nameThatMetadataConfirmIsNotInvented() {
        attribute(UNNAMED);
        provenance.from("m.json");
        provenance.agree(POINTER, "b1");
        assertThat(withoutInvented(List.of(Map.of("name", "b1")))).isNotEmpty();
    }

    @Test
    void oneOfManyBandsStays() {
        attribute(UNNAMED, UNNAMED);
        assertThat(withoutInvented(List.of(Map.of("name", "b1"), Map.of("name", "b2"))))
                .isNotEmpty();
    }
}

package io.stacgenerator.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OriginsTest {

    private static final RasterInfo RASTER = RasterInfo.builder("GTiff", "image/tiff", new RasterSize(1, 1))
            .bands(List.of(RasterBand.of(DataType.UINT8), RasterBand.of(DataType.UINT8)))
            .build();

    private final AssetDraft asset = new AssetDraft("a.tif", 1L, null, RASTER, List.of());
    private final ItemDraft draft = new ItemDraft(Map.of("a/1", asset), null, null);
    private final Origins origins = new Origins();

    @Test
    void firstToWriteAMemberIsItsOrigin() {
        draft.properties().put("gsd", 10);
        origins.attribute(draft, "extension:one");
        draft.properties().put("proj:code", "EPSG:4326");
        origins.attribute(draft, "extension:two");

        assertThat(origins.merged(Map.of(), Map.of("properties", draft.properties())))
                .containsExactly(
                        entry("/properties/gsd", "extension:one"), entry("/properties/proj:code", "extension:two"));
    }

    @Test
    void pointersAreEscaped() {
        asset.fields().put("x~y", 1);
        asset.bands().get(1).put("name", "b2");
        origins.attribute(draft, "generator");

        assertThat(origins.merged(
                        Map.of(), item("a/1", Map.of("x~y", 1, "bands", List.of(Map.of(), Map.of("name", 1))))))
                .containsOnly(entry("/assets/a~11/x~0y", "generator"), entry("/assets/a~11/bands/1/name", "generator"));
    }

    @Test
    void memberThatMovedUpToTheAssetIsFollowed() {
        asset.bands().forEach(band -> band.put("nodata", 0));
        origins.attribute(draft, "asset:a/1");
        origins.folded("a/1", Map.of("nodata", 0), 2);

        assertThat(origins.merged(Map.of(), item("a/1", Map.of("nodata", 0))))
                .containsExactly(entry("/assets/a~11/nodata", "asset:a/1"));
    }

    @Test
    void assetThatWasRenamedIsFollowed() {
        asset.fields().put("type", "image/tiff");
        origins.attribute(draft, "asset:a/1");
        origins.renamed("a/1", "b");

        assertThat(origins.merged(Map.of(), item("b", Map.of("type", "image/tiff"))))
                .containsExactly(entry("/assets/b/type", "asset:a/1"));
    }

    @Test
    void renamedAssetIsNotTakenForOneWhoseKeyBeginsAlike() {
        origins.attribute("/assets/ab/type", "asset:ab");
        origins.renamed("a", "b");

        assertThat(origins.merged(Map.of(), item("ab", Map.of("type", "image/tiff"))))
                .containsExactly(entry("/assets/ab/type", "asset:ab"));
    }

    @Test
    void metadataFileReplacesAnEarlierOrigin() {
        origins.attribute("/properties/gsd", "extension:one");

        assertThat(origins.merged(Map.of("/properties/gsd", "m.json"), Map.of("properties", Map.of("gsd", 5))))
                .containsExactly(entry("/properties/gsd", "metadata:m.json"));
    }

    @Test
    void whatIsNoLongerThereHasNoOrigin() {
        origins.attribute("/properties/gsd", "extension:one");
        origins.attribute("/assets/a/bands/7/name", "asset:a");
        origins.attribute("/assets/a/bands/x", "asset:a");
        origins.attribute("/id/x", "request");
        origins.attribute("/id", "request");

        assertThat(origins.merged(
                        Map.of(), Map.of("id", "i", "assets", Map.of("a", Map.of("bands", List.of(Map.of()))))))
                .containsExactly(entry("/id", "request"));
    }

    private static Map<String, Object> item(String key, Map<String, Object> asset) {
        return Map.of("assets", Map.of(key, asset));
    }
}

package io.stacgenerator.internal.pipeline.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RolesTest {

    @ParameterizedTest
    @CsvSource({
        "scene.tif, image/tiff, true, data",
        "scene.png, image/png, true, data",
        "scene.tif, image/tiff, false, data",
        "thumbnail.tif, image/tiff, true, data",
        "scene_thumb.png, image/png, true, thumbnail",
        "THUMBNAIL.JPG, image/jpeg, false, thumbnail",
        "preview.webp, image/webp, false, thumbnail",
        "scene-ql.jpg, image/jpeg, false, thumbnail",
        "sqlite.jpg, image/jpeg, false, data",
        "MTD.xml, application/xml, false, metadata",
        "item.json, application/json, false, metadata",
        "README.md, text/plain, false, metadata",
        "manual.pdf, application/pdf, false, metadata",
        "roads.geojson, application/geo+json, false, data",
        "unknown, , false, data"
    })
    void kindAndNameTellTheRole(String name, @Nullable String type, boolean raster, String role) {
        assertThat(Roles.of(name, asset(raster), type)).containsExactly(role);
    }

    private static AssetDraft asset(boolean raster) {
        RasterInfo info =
                RasterInfo.builder("GTiff", "image/tiff", new RasterSize(1, 1)).build();
        return AssetDraft.builder("a").size(1L).raster(raster ? info : null).build();
    }
}

package io.stacgenerator.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stacgenerator.model.Bbox;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

final class DraftTest {

    private static final RasterInfo RASTER = RasterInfo.builder("GTiff", "image/tiff", new RasterSize(2, 2))
            .bands(List.of(RasterBand.of(DataType.UINT8), RasterBand.of(DataType.UINT8)))
            .build();

    @Test
    void assetThatWasNotOpenedKnowsItsHrefOnly() {
        AssetDraft asset = AssetDraft.builder("a.tif").build();

        assertThat(asset.href()).isEqualTo("a.tif");
        assertThat(asset.raster()).isEmpty();
        assertThat(asset.bands()).isEmpty();
        assertThat(asset.statistics()).isEmpty();
        assertThat(asset.size()).isEmpty();
        assertThat(asset.lastModified()).isEmpty();
        assertThat(asset.fields()).isEmpty();
    }

    @Test
    void rasterHasABandObjectForEachBand() {
        BandStatistics statistics =
                BandStatistics.builder().minimum(0.0).maximum(1.0).build();
        AssetDraft asset = AssetDraft.builder("a.tif")
                .size(7L)
                .lastModified(Instant.EPOCH)
                .raster(RASTER)
                .statistics(List.of(statistics, statistics))
                .build();
        asset.bands().get(1).put("name", "b2");
        asset.fields().put("title", "A");

        assertThat(asset.raster()).contains(RASTER);
        assertThat(asset.bands()).containsExactly(Map.of(), Map.of("name", "b2"));
        assertThat(asset.fields()).containsEntry("title", "A");
        assertThat(asset.statistics()).hasSize(2);
        assertThat(asset.size()).contains(7L);
        assertThat(asset.lastModified()).contains(Instant.EPOCH);
    }

    @Test
    void numberOfBandsIsThatOfTheRaster() {
        AssetDraft asset = AssetDraft.builder("a.tif").raster(RASTER).build();

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> asset.bands().add(new LinkedHashMap<>()));
    }

    @Test
    void itemKeepsTheOrderOfItsAssets() {
        Map<String, AssetDraft> assets = new LinkedHashMap<>();
        assets.put("readme", AssetDraft.builder("readme.txt").build());
        assets.put("data", AssetDraft.builder("a.tif").raster(RASTER).build());
        Geometry point = new GeometryFactory().createPoint(new Coordinate(7, 45));
        ItemDraft item = new ItemDraft(assets, point, new Bbox(7, 45, 7, 45));
        item.properties().put("gsd", 10);

        assertThat(item.assets().keySet()).containsExactly("readme", "data");
        assertThat(item.assets()).isUnmodifiable();
        assertThat(item.rasters()).extracting(AssetDraft::href).containsExactly("a.tif");
        assertThat(item.geometry()).contains(point);
        assertThat(item.bbox()).contains(new Bbox(7, 45, 7, 45));
        assertThat(item.properties()).containsEntry("gsd", 10);
    }

    @Test
    void itemMayBeWithoutPlace() {
        ItemDraft item = new ItemDraft(Map.of(), null, null);

        assertThat(item.geometry()).isEmpty();
        assertThat(item.bbox()).isEmpty();
        assertThat(item.rasters()).isEmpty();
    }
}

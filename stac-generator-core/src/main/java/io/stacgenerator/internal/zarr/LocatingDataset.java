package io.stacgenerator.internal.zarr;

import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.Dataset;
import java.util.Optional;

/** What says where an asset is that is read as a raster too: GDAL knows not each convention of a Zarr store. */
public final class LocatingDataset {

    private LocatingDataset() {}

    /** Returns the dataset; empty where the raster says where it is, or no dataset does. */
    public static Optional<Dataset> of(AssetDraft asset) {
        boolean isLocated = asset.raster()
                .filter(raster -> raster.crs().isPresent() && raster.transform().isPresent())
                .isPresent();
        return asset.dataset().filter(dataset -> dataset.isSpatial() && !isLocated);
    }
}

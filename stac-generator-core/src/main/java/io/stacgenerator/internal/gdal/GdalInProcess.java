package io.stacgenerator.internal.gdal;

import java.nio.file.Path;

/** GDAL in this process. */
enum GdalInProcess implements GdalAccess {
    INSTANCE;

    @Override
    public boolean identifies(GdalFile file, boolean mayBeRaw) {
        return identifies(file.path(), mayBeRaw);
    }

    boolean identifies(Path path, boolean mayBeRaw) {
        return GdalSession.call(() -> GdalDrivers.identify(path, mayBeRaw));
    }

    @Override
    public boolean trusts(Path path) {
        return GdalSession.call(() -> GdalDrivers.trusted(path));
    }

    @Override
    public boolean isPlainTiff(Path path) {
        return GdalSession.call(() -> GdalDrivers.plainTiff(path));
    }

    @Override
    public GdalRaster open(GdalFile file) {
        return GdalSession.call(file, () -> GdalRaster.open(file));
    }
}

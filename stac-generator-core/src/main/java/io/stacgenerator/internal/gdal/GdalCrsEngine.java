package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.crs.CrsEngine;
import io.stacgenerator.internal.crs.GeoKeys;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reference systems by GDAL, which has them from PROJ.
 *
 * @since 0.1.0
 */
public final class GdalCrsEngine implements CrsEngine {

    /** Creates the engine; GDAL is loaded when it is first asked. */
    public GdalCrsEngine() {}

    @Override
    public boolean available() {
        return GdalNatives.get().available();
    }

    @Override
    public Optional<CrsDefinition> read(String text) {
        return call(() -> CrsImport.of(text).map(GdalCrs::describe));
    }

    @Override
    public Optional<CrsDefinition> read(GeoKeys keys) {
        return call(() -> GeoKeyFile.read(keys).map(GdalCrs::describe));
    }

    @Override
    public Optional<Wgs84Transform> transform(CrsDefinition crs) {
        return call(() -> CrsImport.of(crs).flatMap(GdalTransforms::make));
    }

    @Override
    public Optional<String> wkt2(CrsDefinition crs) {
        return call(() -> CrsImport.of(crs).flatMap(system -> Optional.ofNullable(GdalCrs.wkt2(system))));
    }

    private <T> Optional<T> call(Supplier<Optional<T>> work) {
        return available() ? GdalSession.call(work) : Optional.empty();
    }
}

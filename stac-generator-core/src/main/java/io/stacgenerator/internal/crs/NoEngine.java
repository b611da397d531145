package io.stacgenerator.internal.crs;

import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Optional;

/** Stands for an engine that is not installed. */
final class NoEngine implements CrsEngine {

    @Override
    public Optional<CrsDefinition> read(String text) {
        return Optional.empty();
    }

    @Override
    public Optional<CrsDefinition> read(GeoKeys keys) {
        return Optional.empty();
    }

    @Override
    public Optional<Wgs84Transform> transform(CrsDefinition crs) {
        return Optional.empty();
    }

    @Override
    public Optional<Wgs84Transform> transform(CrsDefinition crs, double longitude, double latitude) {
        return Optional.empty();
    }

    @Override
    public Optional<String> wkt2(CrsDefinition crs) {
        return Optional.empty();
    }
}

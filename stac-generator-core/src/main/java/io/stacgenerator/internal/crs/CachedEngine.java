package io.stacgenerator.internal.crs;

import io.stacgenerator.internal.proj.RecentValues;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Optional;

/**
 * Asks an engine each question once: PROJ searches its database for milliseconds, and the assets of one scene ask the
 * same. What is cached elsewhere, definitions as text and transforms for all places, is passed on.
 */
final class CachedEngine implements CrsEngine {

    private final CrsEngine engine;
    private final RecentValues<GeoKeys, Optional<CrsDefinition>> systems = new RecentValues<>();
    private final RecentValues<Place, Optional<Wgs84Transform>> transforms = new RecentValues<>();
    private final RecentValues<CrsDefinition, Optional<String>> texts = new RecentValues<>();

    CachedEngine(CrsEngine engine) {
        this.engine = engine;
    }

    private record Place(CrsDefinition crs, double longitude, double latitude) {}

    @Override
    public Optional<CrsDefinition> read(String text) {
        return engine.read(text);
    }

    @Override
    public Optional<CrsDefinition> read(GeoKeys keys) {
        return systems.get(keys, engine::read);
    }

    @Override
    public Optional<Wgs84Transform> transform(CrsDefinition crs) {
        return engine.transform(crs);
    }

    @Override
    public Optional<Wgs84Transform> transform(CrsDefinition crs, double longitude, double latitude) {
        return transforms.get(
                new Place(crs, longitude, latitude),
                place -> engine.transform(place.crs(), place.longitude(), place.latitude()));
    }

    @Override
    public Optional<String> wkt2(CrsDefinition crs) {
        return texts.get(crs, engine::wkt2);
    }
}

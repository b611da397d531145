package io.stacgenerator.internal.crs;

import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Optional;

/** A reference system without a code, put together from the GeoKeys of its parts: OGC 19-008r4 section 7.5. */
final class UserDefinedCrs {

    private UserDefinedCrs() {}

    static CrsDefinition projected(GeoKeys keys, String name) {
        return define(parts(keys, name), keys, name);
    }

    /** Puts the map projection together; empty where a part is missing or not known. */
    static Optional<DefinedCrs> parts(GeoKeys keys, String name) {
        return GeographicCrs.of(keys)
                .filter(base -> base.unit().standard())
                .flatMap(base -> Conversion.of(keys, name).map(map -> new DefinedCrs(name, base, map)));
    }

    static CrsDefinition geographic(GeoKeys keys, String name) {
        return define(GeographicCrs.of(keys).map(crs -> new DefinedCrs(name, crs, null)), keys, name);
    }

    private static CrsDefinition define(Optional<DefinedCrs> defined, GeoKeys keys, String name) {
        return defined.map(crs ->
                        ReferenceSystems.definition(null, name, crs.proj(), crs.projjson(), null, terrestrial(keys)))
                .orElseGet(() -> ReferenceSystems.definition(null, name, null, null, null, terrestrial(keys)));
    }

    private static boolean terrestrial(GeoKeys keys) {
        return Ellipsoid.terrestrial(keys)
                && CelestialBody.named(
                                Citation.of(keys, GeoKeys.GEODETIC_CITATION).text())
                        .isEmpty();
    }
}

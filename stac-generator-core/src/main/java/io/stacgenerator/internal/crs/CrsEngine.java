package io.stacgenerator.internal.crs;

import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Optional;

/**
 * A library that knows reference systems which this one does not: GDAL. Found as a service, so that nothing of it is
 * loaded where it is not there. Implementations are safe for use by many threads.
 *
 * @since 0.1.0
 */
public interface CrsEngine {

    /**
     * Reads a definition in any form that the engine knows: well-known text, PROJJSON, a PROJ string, a code.
     *
     * @param text the definition
     * @return the system; empty when the engine does not understand the text
     */
    Optional<CrsDefinition> read(String text);

    /**
     * Reads the GeoKeys of a file.
     *
     * @param keys the keys
     * @return the system; empty when they define none that the engine knows
     */
    Optional<CrsDefinition> read(GeoKeys keys);

    /**
     * Makes the transform of a system, which takes some milliseconds.
     *
     * @param crs the system, by its code or its definition
     * @return its transform; empty when the engine does not know the system
     */
    Optional<Wgs84Transform> transform(CrsDefinition crs);

    /**
     * Makes the transform of a system by the one operation that is best for a place.
     *
     * @param crs the system, by its code or its definition
     * @param longitude longitude of the place in degrees
     * @param latitude latitude in degrees
     * @return its transform; empty when the engine does not know the system or has no operation for the place
     */
    Optional<Wgs84Transform> transform(CrsDefinition crs, double longitude, double latitude);

    /**
     * Writes the definition of a system as well-known text.
     *
     * @param crs the system, by its code or its definition
     * @return WKT2:2019; empty when the engine does not know the system
     */
    Optional<String> wkt2(CrsDefinition crs);
}

package io.stacgenerator.internal.gdal;

import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Optional;

/**
 * Definitions of reference systems that GDAL writes. Safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class GdalDefinitions {

    private GdalDefinitions() {}

    /**
     * Writes the definition of a system as well-known text.
     *
     * @param crs the system, by its code or its definition
     * @return WKT2:2019; empty where GDAL is not installed or does not know the system
     */
    public static Optional<String> wkt2(CrsDefinition crs) {
        return GdalNatives.get().available()
                ? GdalSession.call(() -> CrsImport.of(crs).flatMap(system -> Optional.ofNullable(GdalCrs.wkt2(system))))
                : Optional.empty();
    }
}

package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.crs.CrsEngine;
import io.stacgenerator.internal.crs.GeoKeys;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gdal.gdal.gdal;

/**
 * Reference systems by GDAL, which has them from PROJ.
 *
 * @since 0.1.0
 */
public final class GdalCrsEngine implements CrsEngine {

    /** What a file says is taken as it is: the system that its code had, its shift of datum, its own parameters. */
    private static final Map<String, String> OPTIONS = Map.of(
            "OSR_USE_NON_DEPRECATED", "NO",
            "OSR_STRIP_TOWGS84", "NO",
            "GTIFF_SRS_SOURCE", "GEOKEYS");

    /** Creates the engine; GDAL is loaded when it is first asked. */
    public GdalCrsEngine() {}

    private static boolean available() {
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
        return call(() -> CrsImport.of(crs).flatMap(system -> GdalTransforms.make(system, null)));
    }

    @Override
    public Optional<Wgs84Transform> transform(CrsDefinition crs, double longitude, double latitude) {
        return call(() ->
                CrsImport.of(crs).flatMap(system -> GdalTransforms.make(system, new double[] {longitude, latitude})));
    }

    @Override
    public Optional<String> wkt2(CrsDefinition crs) {
        return call(() -> CrsImport.of(crs).flatMap(system -> Optional.ofNullable(GdalCrs.wkt2(system))));
    }

    private static <T> Optional<T> call(Supplier<Optional<T>> work) {
        return available() ? GdalSession.call(() -> configured(work)) : Optional.empty();
    }

    private static <T> T configured(Supplier<T> work) {
        Map<String, String> before = new HashMap<>();
        OPTIONS.keySet().forEach(name -> before.put(name, gdal.GetThreadLocalConfigOption(name)));
        OPTIONS.forEach(gdal::SetThreadLocalConfigOption);
        try {
            return work.get();
        } finally {
            before.forEach(gdal::SetThreadLocalConfigOption);
        }
    }
}

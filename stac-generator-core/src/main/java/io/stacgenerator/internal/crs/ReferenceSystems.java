package io.stacgenerator.internal.crs;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of reference systems: in pure Java where that is certain, else by GDAL where it is installed. Safe for
 * use by many threads.
 *
 * @since 0.1.0
 */
public final class ReferenceSystems {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceSystems.class);

    private ReferenceSystems() {}

    /**
     * Finds the transform of a system to WGS 84, each made once.
     *
     * @param crs the system
     * @return its transform
     * @throws StacGeneratorException with {@link ErrorCode#CRS_UNSUPPORTED} when the system is not on Earth, or when
     *     neither this library nor GDAL transforms it; the message says why and what to do
     */
    public static Wgs84Transform transform(CrsDefinition crs) {
        return Wgs84Transforms.of(crs, engine()::transform);
    }

    /**
     * Returns the definition of a system as well-known text.
     *
     * @param crs the system
     * @return WKT2:2019; empty for a system that has a code, or that nothing here can write in this form
     */
    public static Optional<String> wkt2(CrsDefinition crs) {
        return crs.wkt2() == null && crs.code() == null ? engine().wkt2(crs) : Optional.ofNullable(crs.wkt2());
    }

    static CrsEngine engine() {
        return Holder.ENGINE;
    }

    private static CrsEngine find() {
        try {
            return ServiceLoader.load(CrsEngine.class, CrsEngine.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(CrsEngine::available)
                    .findFirst()
                    .orElseGet(NoEngine::new);
        } catch (ServiceConfigurationError | LinkageError e) {
            LOG.debug("GDAL is not asked for reference systems", e);
            return new NoEngine();
        }
    }

    private static final class Holder {

        private static final CrsEngine ENGINE = find();
    }
}

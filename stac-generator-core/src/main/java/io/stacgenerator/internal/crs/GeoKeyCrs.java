package io.stacgenerator.internal.crs;

import io.stacgenerator.Warning;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.List;
import java.util.Optional;

/** The reference system that GeoKeys give: OGC 19-008r4 sections 7.2 to 7.5. */
public final class GeoKeyCrs {

    private static final int PROJECTED = 1;
    private static final int GEOGRAPHIC = 2;
    private static final int GEOCENTRIC = 3;

    private static final String UNNAMED = "unnamed";

    private GeoKeyCrs() {}

    /**
     * Reads the system.
     *
     * @param keys the keys
     * @param warnings what a user should know of them, to be added to
     * @return the system; empty where the keys name none
     */
    public static Optional<CrsDefinition> of(GeoKeys keys, List<Warning> warnings) {
        Optional<CrsDefinition> crs = horizontal(keys);
        if (crs.isPresent() && keys.has(GeoKeys.VERTICAL_CRS)) {
            warnings.add(new Warning(
                    "vertical-crs-ignored",
                    "the file has a vertical reference system (GeoKey %d is %d), only the horizontal one is used"
                            .formatted(GeoKeys.VERTICAL_CRS, keys.code(GeoKeys.VERTICAL_CRS))));
        }
        crs.filter(each -> each.code() == null).ifPresent(each -> warnOfUnit(keys, warnings));
        return crs;
    }

    private static void warnOfUnit(GeoKeys keys, List<Warning> warnings) {
        int code = keys.registered(GeoKeys.PROJECTED_CRS);
        if (code != 0) {
            warnings.add(new Warning(
                    "crs-unit-contradicted",
                    "the file gives EPSG:%d and another unit of length than that of this system, so that it has no code"
                            .formatted(code)));
        }
    }

    private static Optional<CrsDefinition> horizontal(GeoKeys keys) {
        return switch (keys.code(GeoKeys.MODEL_TYPE)) {
            case PROJECTED -> Optional.of(coded(keys, GeoKeys.PROJECTED_CRS));
            case GEOGRAPHIC, GEOCENTRIC -> Optional.of(coded(keys, GeoKeys.GEODETIC_CRS));
            default -> unmodelled(keys);
        };
    }

    /** Without a model type a code still says enough; a citation alone names a system of its own. */
    private static Optional<CrsDefinition> unmodelled(GeoKeys keys) {
        if (keys.registered(GeoKeys.PROJECTED_CRS) != 0) {
            return Optional.of(coded(keys, GeoKeys.PROJECTED_CRS));
        }
        if (keys.registered(GeoKeys.GEODETIC_CRS) != 0) {
            return Optional.of(coded(keys, GeoKeys.GEODETIC_CRS));
        }
        return keys.text(GeoKeys.CITATION)
                .map(name ->
                        CrsDefinition.builder().name(name).terrestrial(false).build());
    }

    private static CrsDefinition coded(GeoKeys keys, int key) {
        int code = keys.registered(key);
        if (code == 0) {
            return userDefined(keys, key);
        }
        return code < 32768
                ? UnitOverride.of(keys, code).orElseGet(() -> CrsDefinition.epsg(code))
                : CrsDefinition.builder().code("ESRI:" + code).name(name(keys)).build();
    }

    private static CrsDefinition userDefined(GeoKeys keys, int key) {
        return key == GeoKeys.PROJECTED_CRS
                ? UserDefinedCrs.projected(keys, name(keys))
                : UserDefinedCrs.geographic(keys, geographicName(keys));
    }

    private static String name(GeoKeys keys) {
        return Citation.of(keys, GeoKeys.PROJECTED_CITATION)
                .name("PCS Name")
                .or(() -> Citation.of(keys, GeoKeys.CITATION).name("PCS Name"))
                .or(() -> Citation.of(keys, GeoKeys.GEODETIC_CITATION).name("GCS Name"))
                .orElse(UNNAMED);
    }

    private static String geographicName(GeoKeys keys) {
        return Citation.of(keys, GeoKeys.GEODETIC_CITATION)
                .name("GCS Name")
                .or(() -> Citation.of(keys, GeoKeys.CITATION).name("GCS Name"))
                .orElse(UNNAMED);
    }
}

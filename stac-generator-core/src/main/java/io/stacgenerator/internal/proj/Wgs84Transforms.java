package io.stacgenerator.internal.proj;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The transforms to WGS 84, each made once: by proj4j where it gives what PROJ gives, else by what the caller has. Safe
 * for use by many threads.
 *
 * @since 0.1.0
 */
public final class Wgs84Transforms {

    private static final double ACCEPTED_ERROR_METRES = 10;
    private static final double LARGEST_CORRECTION_METRES = 1000;
    private static final String REMEDY = "; install GDAL with scripts/install-gdal to have it located";
    private static final Pattern EPSG_CODE = Pattern.compile("EPSG:(\\d{1,9})");
    private static final int CACHED = 256;
    private static final Map<String, Wgs84Transform> CACHE = cache();
    private static final Map<CrsDefinition, Wgs84Transform> OTHERS = cache();

    private Wgs84Transforms() {}

    private static <K> Map<K, Wgs84Transform> cache() {
        return Collections.synchronizedMap(new LinkedHashMap<>(CACHED, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Wgs84Transform> eldest) {
                return size() > CACHED;
            }
        });
    }

    /**
     * Finds the transform of a reference system, where proj4j declines it by other means.
     *
     * @param crs the reference system
     * @param otherwise asked for a system on Earth that proj4j declines, unless EPSG has withdrawn it and what it gives
     *     instead is elsewhere
     * @return its transform
     * @throws StacGeneratorException as {@link #of(CrsDefinition)} says, when there are no other means either
     */
    public static Wgs84Transform of(CrsDefinition crs, Function<CrsDefinition, Optional<Wgs84Transform>> otherwise) {
        Wgs84Transform known = OTHERS.get(crs);
        if (known != null) {
            return known;
        }
        try {
            return of(crs);
        } catch (StacGeneratorException declined) {
            Optional<Wgs84Transform> made = isAmbiguous(crs) ? Optional.empty() : otherwise.apply(crs);
            made.ifPresent(transform -> OTHERS.put(crs, transform));
            return made.orElseThrow(() -> declined);
        }
    }

    /** GDAL and PROJ take another system for a withdrawn one, from where the coordinates may be far away. */
    private static boolean isAmbiguous(CrsDefinition crs) {
        return !crs.terrestrial()
                || entry(crs.code()).filter(Wgs84Transforms::isReplaced).isPresent();
    }

    private static boolean isReplaced(CrsEntry entry) {
        return entry.deprecated() && Double.isFinite(entry.error()) && entry.error() > LARGEST_CORRECTION_METRES;
    }

    /**
     * Finds the transform of a reference system: by its EPSG code where that is listed, else by its PROJ string.
     *
     * @param crs the reference system
     * @return its transform
     * @throws StacGeneratorException with {@link ErrorCode#CRS_UNSUPPORTED} when the system is not on Earth, is
     *     unknown, or cannot be transformed to within 10 m of what PROJ gives; the message says how far off it is and
     *     what to do
     */
    public static Wgs84Transform of(CrsDefinition crs) {
        if (!crs.terrestrial()) {
            throw unsupported(name(crs) + " is not tied to the Earth, so it has no longitude and latitude", null);
        }
        String key = crs.code() + " " + crs.projString();
        Wgs84Transform known = CACHE.get(key);
        if (known == null) {
            known = make(crs);
            CACHE.put(key, known);
        }
        return known;
    }

    private static Wgs84Transform make(CrsDefinition crs) {
        CrsEntry entry = entry(crs.code()).orElse(null);
        String projString = crs.projString();
        try {
            if (entry != null) {
                checkAccuracy(entry);
                return Wgs84Transform.of(entry.projString(), entry.shifts());
            }
            if (projString != null) {
                return Wgs84Transform.of(projString);
            }
        } catch (IllegalArgumentException e) {
            throw unsupported(name(crs) + " cannot be transformed without GDAL: " + e.getMessage() + REMEDY, e);
        }
        throw unsupported(name(crs) + " is unknown without GDAL" + REMEDY, null);
    }

    private static Optional<CrsEntry> entry(@Nullable String code) {
        return Optional.ofNullable(code)
                .map(EPSG_CODE::matcher)
                .filter(matcher -> matcher.matches())
                .flatMap(matcher -> CrsTable.find(Integer.parseInt(matcher.group(1))));
    }

    private static void checkAccuracy(CrsEntry entry) {
        if (entry.error() > ACCEPTED_ERROR_METRES) {
            throw unsupported("EPSG:" + entry.code() + " " + entry.name() + " " + inaccuracy(entry), null);
        }
    }

    private static String inaccuracy(CrsEntry entry) {
        if (Double.isInfinite(entry.error())) {
            return "cannot be transformed without GDAL" + REMEDY;
        }
        long metres = Math.round(entry.error());
        return isReplaced(entry)
                ? "is withdrawn, and what EPSG gives instead is up to " + metres
                        + " m away; name the system that is meant"
                : "is off by up to " + metres + " m without GDAL, more than " + Math.round(ACCEPTED_ERROR_METRES) + " m"
                        + REMEDY;
    }

    private static String name(CrsDefinition crs) {
        String code = crs.code();
        String name = crs.name();
        if (code != null) {
            return code;
        }
        return name == null ? "the reference system of the file" : "reference system " + name;
    }

    private static StacGeneratorException unsupported(String message, @Nullable Throwable cause) {
        return new StacGeneratorException(ErrorCode.CRS_UNSUPPORTED, message, cause);
    }
}

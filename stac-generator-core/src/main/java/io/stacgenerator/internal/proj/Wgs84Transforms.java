package io.stacgenerator.internal.proj;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transforms to WGS 84, each made once: by proj4j where it gives what PROJ gives, else by what the caller has. Safe
 * for use by many threads.
 *
 * @since 0.1.0
 */
public final class Wgs84Transforms {

    private static final Logger LOG = LoggerFactory.getLogger(Wgs84Transforms.class);
    private static final double ACCEPTED_ERROR_METERS = 10;
    private static final double EXACT_METERS = 0.01;

    /** The operations of one datum are mostly further apart. */
    private static final double NAMED_METERS = 1;

    private static final String REMEDY = "; install GDAL with scripts/install-gdal to have it located;"
            + " where it is installed, StacGenerator.describe() says why it is not used";
    private static final RecentValues<String, Wgs84Transform> OWN = new RecentValues<>();
    private static final RecentValues<CrsDefinition, Wgs84Transform> CHOSEN = new RecentValues<>();

    private Wgs84Transforms() {}

    /**
     * Finds the transform of a reference system, where proj4j declines it or is more than a centimeter from PROJ by
     * other means.
     *
     * @param crs the reference system
     * @param otherwise asked for a system on Earth that proj4j declines or does not have exactly
     * @return its transform
     * @throws StacGeneratorException as {@link #of(CrsDefinition)} says, when there are no other means either
     */
    public static Wgs84Transform of(CrsDefinition crs, Function<CrsDefinition, Optional<Wgs84Transform>> otherwise) {
        return CHOSEN.get(crs, each -> choose(each, otherwise));
    }

    private static Wgs84Transform choose(
            CrsDefinition crs, Function<CrsDefinition, Optional<Wgs84Transform>> otherwise) {
        Optional<Wgs84Transform> other = isExact(crs) ? Optional.empty() : otherwise.apply(crs);
        LOG.debug("{} is transformed to WGS 84 by {}", name(crs), other.isPresent() ? "GDAL" : "this library");
        return other.orElseGet(() -> of(crs));
    }

    /** A system off Earth is declined by itself. */
    private static boolean isExact(CrsDefinition crs) {
        return !crs.terrestrial()
                || CrsTable.find(crs)
                        .filter(entry -> entry.error() <= EXACT_METERS && !isRegional(entry))
                        .isPresent();
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
        String key = crs.code().orElse("") + " " + crs.projString().orElse("");
        return OWN.get(key, each -> make(crs));
    }

    /**
     * Returns whether PROJ is asked for the operation of one place: it may have several for a system, and beyond the
     * area of each it changes to none.
     *
     * @param crs the reference system
     * @return true where it may matter which of them is taken, and this library has not all of them exactly
     */
    public static boolean dependsOnPlace(CrsDefinition crs) {
        return !isExact(crs);
    }

    /**
     * Measures how far apart two transforms of a system have a place.
     *
     * @param one a transform
     * @param other another
     * @param x x east of the place
     * @param y y north
     * @return meters; 0 where one of them has no place there
     */
    public static double apart(Wgs84Transform one, Wgs84Transform other, double x, double y) {
        double[] a = new double[2];
        double[] b = new double[2];
        return one.toLonLat(x, y, a) && other.toLonLat(x, y, b) ? Wgs84Transform.meters(a, b) : 0;
    }

    /**
     * Names the operation of a transform: that of the table where the two have the place alike, as GDAL does not say
     * which one it uses.
     *
     * @param crs the reference system
     * @param transform its transform for the place
     * @param x x east of the place
     * @param y y north
     * @return the transform with the name and the accuracy of its operation; as it is where these are not known
     */
    public static Wgs84Transform named(CrsDefinition crs, Wgs84Transform transform, double x, double y) {
        ShiftQuality quality = transform.quality();
        return CrsTable.find(crs)
                .filter(entry ->
                        quality.operation().isEmpty() && !entry.operation().isEmpty())
                .filter(entry -> entry.error() <= NAMED_METERS)
                .map(entry -> of(crs).at(x, y))
                .filter(own -> apart(own, transform, x, y)
                        <= Math.max(EXACT_METERS, own.quality().error()))
                .map(own -> transform.with(quality.named(own.quality())))
                .orElse(transform);
    }

    /**
     * The rectangles of the table are not the areas of PROJ, so that an operation may be another one at their edges.
     */
    private static boolean isRegional(CrsEntry entry) {
        return entry.shifts().contains(";") || entry.projString().contains(" +base=");
    }

    private static Wgs84Transform make(CrsDefinition crs) {
        CrsEntry entry = CrsTable.find(crs).orElse(null);
        String projString = crs.projString().orElse(null);
        try {
            if (entry != null) {
                return listed(entry);
            }
            if (projString != null) {
                return Wgs84Transform.of(projString);
            }
        } catch (IllegalArgumentException e) {
            throw unsupported(name(crs) + " cannot be transformed without GDAL: " + e.getMessage() + REMEDY, e);
        }
        throw unsupported(name(crs) + " is unknown without GDAL" + REMEDY, null);
    }

    private static Wgs84Transform listed(CrsEntry entry) {
        Ntv2Grid grid = DatumGrids.ofProj().find(entry).orElse(null);
        if (grid == null) {
            checkAccuracy(entry);
        }
        Wgs84Transform fitted = Wgs84Transform.of(entry.projString(), entry.shifts());
        Wgs84Transform transform = grid == null ? fitted : fitted.by(grid, entry.projString());
        ShiftQuality measured = ShiftQuality.of(entry);
        return transform.with(
                transform.quality().ballpark() ? measured.withoutShift() : measured,
                entry.west() + entry.width() / 2,
                (entry.south() + entry.north()) / 2);
    }

    private static void checkAccuracy(CrsEntry entry) {
        if (entry.error() > ACCEPTED_ERROR_METERS) {
            throw unsupported(entry.authorityCode() + " " + entry.name() + " " + inaccuracy(entry), null);
        }
    }

    private static String inaccuracy(CrsEntry entry) {
        if (Double.isInfinite(entry.error())) {
            return "cannot be transformed without GDAL" + REMEDY;
        }
        return "is off by up to %d m without GDAL, more than %d m%s"
                .formatted(Math.round(entry.error()), Math.round(ACCEPTED_ERROR_METERS), REMEDY);
    }

    private static String name(CrsDefinition crs) {
        return crs.code()
                .or(() -> crs.name().map(name -> "reference system " + name))
                .orElse("the reference system of the file");
    }

    private static StacGeneratorException unsupported(String message, @Nullable Throwable cause) {
        return new StacGeneratorException(ErrorCode.CRS_UNSUPPORTED, message, cause);
    }
}

package io.stacgenerator.internal.crs;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.proj.NamedSystems;
import io.stacgenerator.internal.proj.RecentValues;
import io.stacgenerator.internal.proj.ShiftQuality;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private static final String ENGINE = "io.stacgenerator.internal.gdal.GdalCrsEngine";
    private static final String BINDINGS = "org.gdal.osr.SpatialReference";

    private static final double TOLD_METERS = 1;
    private static final RecentValues<String, Known> TEXTS = new RecentValues<>();

    private ReferenceSystems() {}

    /** A system with what a user should know of its definition. */
    private record Known(@Nullable CrsDefinition crs, List<Warning> warnings) {}

    /**
     * Reads a definition: a code, a PROJ string, well-known text of any kind, or the clause CoordSys of MapInfo.
     *
     * @param text the definition
     * @param warnings what a user should know of it, to be added to
     * @return the system; empty where the text defines none
     */
    public static Optional<CrsDefinition> read(String text, List<Warning> warnings) {
        Known known = TEXTS.get(text, ReferenceSystems::read);
        warnings.addAll(known.warnings());
        return Optional.ofNullable(known.crs());
    }

    private static Known read(String text) {
        List<Warning> warnings = new ArrayList<>();
        return new Known(DefinitionText.read(text, engine(), warnings).orElse(null), List.copyOf(warnings));
    }

    /**
     * Reads the GeoKeys of a file.
     *
     * @param keys the keys
     * @param warnings what a user should know of them, to be added to
     * @return the system; empty where the keys name none
     */
    public static Optional<CrsDefinition> read(GeoKeys keys, List<Warning> warnings) {
        return new GeoKeyCrs(keys, engine(), warnings).read();
    }

    /**
     * Finds the transform of a system to WGS 84 with the shift of datum of one place.
     *
     * @param crs the system
     * @param x x east of the place
     * @param y y north
     * @return the transform
     * @throws StacGeneratorException as {@link #transform(CrsDefinition)} says
     */
    public static Wgs84Transform transform(CrsDefinition crs, double x, double y) {
        Wgs84Transform everywhere = transform(crs);
        Wgs84Transform local = local(crs, everywhere, x, y).orElseGet(() -> everywhere.at(x, y));
        return Wgs84Transforms.named(crs, local, x, y);
    }

    private static Optional<Wgs84Transform> local(CrsDefinition crs, Wgs84Transform everywhere, double x, double y) {
        double[] place = new double[2];
        return Wgs84Transforms.dependsOnPlace(crs) && everywhere.toLonLat(x, y, place)
                ? engine().transform(crs, place[0], place[1]).filter(local -> local.toLonLat(x, y, place))
                : Optional.empty();
    }

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
     * Returns what is doubtful about a place that a transform gives.
     *
     * @param crs the system
     * @param transform its transform
     * @return a warning; empty where the place is within a meter of the one that PROJ gives, and PROJ knows the datum
     */
    public static Optional<Warning> doubts(CrsDefinition crs, Wgs84Transform transform) {
        ShiftQuality quality = transform.quality();
        String name =
                crs.code().orElseGet(() -> "reference system " + crs.name().orElse("without a name"));
        if (quality.ballpark()) {
            return Optional.of(new Warning(
                    "datum-shift-unknown",
                    "%s is on a datum without a known shift to WGS 84 here; the place may be off by hundreds of meters"
                            .formatted(name)));
        }
        return quality.error() > TOLD_METERS
                ? Optional.of(new Warning(
                        "crs-approximate",
                        "%s is transformed to within %.0f m of PROJ; run scripts/install-gdal for an exact place"
                                .formatted(name, Math.ceil(quality.error()))))
                : Optional.empty();
    }

    /**
     * Compares the shift of datum that one raster has with those that PROJ has for each of its corners.
     *
     * @param crs the system
     * @param transform its transform with the shift of the middle of the raster
     * @param corners x and y of the corners
     * @return a warning where they lie more than a meter elsewhere by the shifts of their own places
     */
    public static Optional<Warning> steps(CrsDefinition crs, Wgs84Transform transform, List<double[]> corners) {
        return Wgs84Transforms.dependsOnPlace(crs) ? steps(crs, transform(crs), transform, corners) : Optional.empty();
    }

    static Optional<Warning> steps(
            CrsDefinition crs, Wgs84Transform everywhere, Wgs84Transform transform, List<double[]> corners) {
        double apart = corners.stream()
                .mapToDouble(corner -> Wgs84Transforms.apart(everywhere, transform, corner[0], corner[1]))
                .max()
                .orElse(0);
        return apart > TOLD_METERS
                ? Optional.of(new Warning(
                        "datum-shift-varies",
                        ("%s has several shifts to WGS 84 within the raster; that of its middle is used,"
                                        + " up to %.0f m from the others")
                                .formatted(crs.code().orElse("the reference system"), Math.ceil(apart))))
                : Optional.empty();
    }

    /**
     * Returns the definition of a system as well-known text.
     *
     * @param crs the system
     * @return WKT2:2019; empty for a system that has a code, or that nothing here can write in this form
     */
    public static Optional<String> wkt2(CrsDefinition crs) {
        return crs.wkt2().isEmpty() && crs.code().isEmpty() ? engine().wkt2(crs) : crs.wkt2();
    }

    /**
     * Returns the unit of heights: that of the GeoKeys, else, as in GDAL, that of their vertical system.
     *
     * @param keys the keys
     * @return its name in the EPSG register; empty where the keys do not say, or only by a code that is not known
     */
    public static Optional<String> heightUnit(GeoKeys keys) {
        int code = keys.registered(GeoKeys.VERTICAL_CRS);
        return Optional.ofNullable(keys.heightUnit())
                .or(() -> HeightUnits.of(code))
                .or(() -> Optional.of(code)
                        .filter(known -> known != 0)
                        .flatMap(known -> engine().wkt2(CrsDefinition.epsg(known)))
                        .flatMap(WktNode::parse)
                        .filter(system -> system.keyword().equals("VERTCRS"))
                        .flatMap(system -> system.child("AXIS"))
                        .flatMap(axis -> axis.child("LENGTHUNIT"))
                        .map(WktNode::name));
    }

    /** Gives a system without a code that of the listed one that it is. */
    static CrsDefinition recognized(CrsDefinition crs) {
        String name = crs.name().orElse(null);
        String proj = crs.projString().orElse(null);
        if (crs.code().isPresent() || name == null || proj == null || proj.contains("+towgs84")) {
            return crs;
        }
        return NamedSystems.code(name, proj)
                .map(code -> crs.toBuilder().code(code).build())
                .orElse(crs);
    }

    /**
     * Makes a definition of all that is known of a system.
     *
     * @param code authority and code, or null
     * @param name the name, or null
     * @param projString a PROJ string, or null
     * @param projjson PROJJSON, or null
     * @param wkt2 well-known text, or null
     * @param terrestrial whether it is tied to the Earth
     * @return the definition
     */
    public static CrsDefinition definition(
            @Nullable String code,
            @Nullable String name,
            @Nullable String projString,
            @Nullable Map<String, Object> projjson,
            @Nullable String wkt2,
            boolean terrestrial) {
        return CrsDefinition.builder()
                .code(code)
                .name(name)
                .projString(projString)
                .projjson(projjson)
                .wkt2(wkt2)
                .terrestrial(terrestrial)
                .build();
    }

    static CrsEngine engine() {
        return Holder.ENGINE;
    }

    /**
     * Looks for the bindings of GDAL first, so that nothing that needs them is loaded without them. The natives are
     * loaded by what asks the engine first: most files need no engine.
     */
    private static CrsEngine find() {
        ClassLoader loader = ReferenceSystems.class.getClassLoader();
        try {
            Class.forName(BINDINGS, false, loader);
            return new CachedEngine(Class.forName(ENGINE, true, loader)
                    .asSubclass(CrsEngine.class)
                    .getConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.debug("GDAL is not asked for reference systems", e);
            return new NoEngine();
        }
    }

    private static final class Holder {

        private static final CrsEngine ENGINE = find();
    }
}

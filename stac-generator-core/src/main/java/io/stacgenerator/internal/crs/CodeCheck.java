package io.stacgenerator.internal.crs;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.proj.CrsEntry;
import io.stacgenerator.internal.proj.CrsTable;
import io.stacgenerator.internal.proj.Wgs84Transform;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Holds the parameters that a file gives next to a code against the system of the code. */
final class CodeCheck {

    /** Parameters are rounded, and their datum is often named loosely: closer systems are taken for the same. */
    private static final double SAME_METERS = 10;

    /** Where the two are further apart, nobody can have meant both. */
    private static final double FAR_METERS = 1000;

    private CodeCheck() {}

    /**
     * Decides which of the two counts.
     *
     * @param code the code
     * @param projString the parameters, or null where the file gives none that are understood
     * @param warnings takes a warning where they contradict each other
     * @return true when the code counts
     */
    static boolean codeCounts(int code, @Nullable String projString, List<Warning> warnings) {
        CrsEntry entry = CrsTable.find(code).orElse(null);
        if (entry == null || projString == null) {
            return true;
        }
        OptionalDouble apart = apart(entry, projString);
        if (apart.isEmpty() || apart.getAsDouble() < SAME_METERS) {
            return true;
        }
        boolean counts = apart.getAsDouble() <= FAR_METERS;
        warnings.add(new Warning(
                "crs-code-contradicted",
                "the file gives %s and parameters of a system that is %.0f m away from it; the %s used"
                        .formatted(entry.authorityCode(), apart.getAsDouble(), counts ? "code is" : "parameters are")));
        return counts;
    }

    /**
     * Compares an ellipsoid that a file gives next to the code of a projected system, without a datum, with that of the
     * code, which counts.
     */
    static Optional<Warning> ofFigure(int code, Ellipsoid own) {
        return CrsTable.find(code)
                .filter(entry -> entry.parameters().containsKey("proj") && !own.near(Ellipsoid.ofProj(entry)))
                .map(entry -> new Warning(
                        "crs-code-contradicted",
                        "the file gives %s and another ellipsoid, with axes of %.3f and %.3f m; the code is used"
                                .formatted(entry.authorityCode(), own.semiMajor(), own.semiMinor())));
    }

    /** Measures in the middle of the area of use; empty where one of the two cannot be computed here. */
    private static OptionalDouble apart(CrsEntry entry, String projString) {
        double east = entry.east() < entry.west() ? entry.east() + 360 : entry.east();
        double longitude = (entry.west() + east) / 2;
        double latitude = (entry.south() + entry.north()) / 2;
        double[] p = new double[2];
        try {
            Wgs84Transform registered = Wgs84Transform.of(entry.projString(), entry.shifts());
            Wgs84Transform own = Wgs84Transform.of(projString);
            if (!registered.fromLonLat(longitude, latitude, p)) {
                return OptionalDouble.empty();
            }
            double x = p[0];
            double y = p[1];
            double[] place = new double[2];
            if (!registered.toLonLat(x, y, place)) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(
                    own.toLonLat(x, y, p) ? Wgs84Transform.meters(place, p) : Double.POSITIVE_INFINITY);
        } catch (IllegalArgumentException e) {
            return OptionalDouble.empty();
        }
    }
}

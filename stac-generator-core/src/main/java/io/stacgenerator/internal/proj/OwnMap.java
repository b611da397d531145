package io.stacgenerator.internal.proj;

import io.stacgenerator.internal.projection.MapProjection;
import io.stacgenerator.internal.projection.MapProjections;
import java.util.Optional;
import java.util.Set;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.datum.Ellipsoid;

/**
 * A map by a projection of our own: its coordinates, and degrees from the prime meridian of its base.
 *
 * @param formula the projection
 * @param semiMajor the semi-major axis, or the radius of the sphere, in the unit of the map
 * @param centralMeridian its longitude in degrees
 * @param falseEasting in the unit of the map
 * @param falseNorthing in the unit of the map
 */
record OwnMap(
        MapProjection formula, double semiMajor, double centralMeridian, double falseEasting, double falseNorthing) {

    /** PROJ takes the sphere with the same area for these, whether {@code +R_A} says so or not. */
    static final Set<String> AUTHALIC = Set.of("mill", "vandg");

    static Optional<OwnMap> of(ProjString definition) {
        if (!MapProjections.isKnown(definition.projection())) {
            return Optional.empty();
        }
        Ellipsoid figure = new CRSFactory()
                .createFromParameters("base", definition.base())
                .getDatum()
                .getEllipsoid();
        double semiMajor = AUTHALIC.contains(definition.projection()) ? authalic(figure) : figure.getEquatorRadius();
        double unit = definition.number("to_meter", 1);
        return MapProjections.of(
                        definition.projection(),
                        figure.getEccentricitySquared(),
                        name -> definition.number(name, 0) / (name.startsWith("h") ? semiMajor : 1),
                        definition.sweepsX())
                .map(formula -> new OwnMap(
                        formula,
                        semiMajor / unit,
                        definition.number("lon_0", 0),
                        definition.number("x_0", 0) / unit,
                        definition.number("y_0", 0) / unit));
    }

    /** The coefficients are those of PROJ. */
    private static double authalic(Ellipsoid figure) {
        double es = figure.getEccentricitySquared();
        return figure.getEquatorRadius() * (1 - es * (1 / 6.0 + es * (17 / 360.0 + es * 67 / 3024)));
    }

    /** Projects longitudes and latitudes. */
    Proj4jStep projection() {
        return Proj4jStep.of(this::project);
    }

    /** Finds longitudes and latitudes. */
    Proj4jStep unprojection() {
        return Proj4jStep.of(this::unproject);
    }

    private boolean project(double[] p) {
        p[0] = Math.toRadians(Math.IEEEremainder(p[0] - centralMeridian, 360));
        p[1] = Math.toRadians(p[1]);
        boolean inside = formula.project(p);
        p[0] = p[0] * semiMajor + falseEasting;
        p[1] = p[1] * semiMajor + falseNorthing;
        return inside && isFinite(p);
    }

    private boolean unproject(double[] p) {
        p[0] = (p[0] - falseEasting) / semiMajor;
        p[1] = (p[1] - falseNorthing) / semiMajor;
        boolean inside = formula.unproject(p);
        p[0] = Math.IEEEremainder(Math.toDegrees(p[0]) + centralMeridian, 360);
        p[1] = Math.toDegrees(p[1]);
        return inside && isFinite(p);
    }

    private static boolean isFinite(double[] p) {
        return Double.isFinite(p[0]) && Double.isFinite(p[1]);
    }
}

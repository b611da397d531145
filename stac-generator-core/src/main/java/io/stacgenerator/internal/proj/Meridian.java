package io.stacgenerator.internal.proj;

import java.util.Set;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.proj.Projection;

/**
 * How x relates to longitude where the relation is linear, so that x beyond one turn of the Earth keeps its meaning:
 * proj4j itself stops at the edge.
 *
 * @param center x of the central meridian
 * @param period x of one turn, 0 when x is not linear in longitude
 * @param centralLongitude degrees from Greenwich
 */
record Meridian(double center, double period, double centralLongitude) {

    private static final Set<String> CYLINDRICAL = Set.of("merc", "cea", "eqc", "mill");
    static final Meridian NONE = new Meridian(0, 0, 0);

    static Meridian of(CoordinateReferenceSystem crs, ProjString definition) {
        double prime = definition.number("pm", 0);
        if (definition.geographic()) {
            double unit = definition.number("to_degree", 1);
            return new Meridian(0, 360 / unit, prime);
        }
        if (!CYLINDRICAL.contains(definition.projection())) {
            return NONE;
        }
        return OwnMap.of(definition).map(own -> of(own, prime)).orElseGet(() -> of(crs.getProjection(), prime));
    }

    private static Meridian of(OwnMap map, double prime) {
        ProjCoordinate quarter = new ProjCoordinate(map.centralMeridian() + 90, 0);
        map.projection().transform(quarter);
        return new Meridian(map.falseEasting(), (quarter.x - map.falseEasting()) * 4, map.centralMeridian() + prime);
    }

    private static Meridian of(Projection projection, double prime) {
        double longitude = projection.getProjectionLongitude();
        double x0 = x(projection, longitude);
        double period = (x(projection, longitude + Math.PI / 2) - x0) * 4;
        return new Meridian(x0, period, Math.toDegrees(longitude) + prime);
    }

    private static double x(Projection projection, double radians) {
        return projection.projectRadians(new ProjCoordinate(radians, 0), new ProjCoordinate()).x;
    }

    boolean cyclic() {
        return period > 0;
    }

    double longitude(double x) {
        return centralLongitude + (x - center) / period * 360;
    }

    double x(double longitude) {
        return center + (longitude - centralLongitude) / 360 * period;
    }

    /** Returns x moved by whole turns to within half a turn of the center. */
    double reduce(double x) {
        return cyclic() ? x - period * Math.rint((x - center) / period) : x;
    }

    /**
     * Returns a longitude moved by whole turns to where unreduced x has it, or else within half a turn of Greenwich.
     */
    double restore(double x, double reducedLongitude) {
        double near = cyclic() ? longitude(x) : 0;
        return reducedLongitude + 360 * Math.rint((near - reducedLongitude) / 360);
    }

    /** Returns the difference of two x, whole turns left out. */
    double distance(double x1, double x2) {
        return cyclic() ? Math.IEEEremainder(x1 - x2, period) : x1 - x2;
    }
}

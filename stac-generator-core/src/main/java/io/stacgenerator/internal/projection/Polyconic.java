package io.stacgenerator.internal.projection;

/** American Polyconic: Snyder, Map Projections: A Working Manual (1987), chapter 18; EPSG method 9818. */
final class Polyconic implements MapProjection {

    /** Radians, less than a millimeter on Earth: the circle of such a parallel is a line. */
    private static final double EQUATOR = 1e-10;

    /** Radians, a thousandth of a millimeter on Earth: rounding keeps the method from coming closer. */
    private static final double EXACT = 1e-13;

    /** Radians, less than a centimeter on Earth: a larger last step tells that no circle has x and y. */
    private static final double FOUND = 1e-9;

    private final double es;
    private final Curvature curvature;
    private final MeridianArc meridian;
    private final double origin;

    Polyconic(double es, double latitudeOfOrigin) {
        this.es = es;
        this.curvature = new Curvature(es);
        this.meridian = new MeridianArc(es);
        this.origin = meridian.length(latitudeOfOrigin);
    }

    @Override
    public boolean project(double[] p) {
        double latitude = p[1];
        if (Math.abs(latitude) < EQUATOR) {
            p[1] = -origin;
            return true;
        }
        double radius = cone(latitude);
        double angle = p[0] * Math.sin(latitude);
        p[0] = radius * Math.sin(angle);
        p[1] = meridian.length(latitude) - origin + radius * (1 - Math.cos(angle));
        return true;
    }

    @Override
    public boolean unproject(double[] p) {
        double y = p[1] + origin;
        if (Math.abs(y) < EQUATOR) {
            p[1] = 0;
            return Sphere.clamp(p);
        }
        double latitude = latitude(p[0], y);
        double radius = cone(latitude);
        double angle = Math.atan2(p[0] / radius, 1 - (y - meridian.length(latitude)) / radius);
        p[0] = angle / Math.sin(latitude);
        p[1] = latitude;
        return Sphere.clamp(p);
    }

    /** Finds the latitude on whose circle x and y are; not a number where there is none. */
    private double latitude(double x, double y) {
        double latitude = Newton.root(y, EXACT, each -> step(each, x, y));
        return Math.abs(step(latitude, x, y)) < FOUND ? latitude : Double.NaN;
    }

    /** Snyder (18-18) to (18-21). */
    private double step(double latitude, double x, double y) {
        double radius = cone(latitude);
        double up = y - meridian.length(latitude) - radius;
        double off = x * x + up * up - radius * radius;
        double slope =
                -2 * up * (curvature.meridian(latitude) + coneSlope(latitude)) - 2 * radius * coneSlope(latitude);
        return off / slope;
    }

    /** Returns the radius of the circle that a parallel is on the map. */
    private double cone(double latitude) {
        return curvature.parallel(latitude) / Math.sin(latitude);
    }

    private double coneSlope(double latitude) {
        double sin = Math.sin(latitude);
        double w = 1 - es * sin * sin;
        double cos = Math.cos(latitude);
        return (es * cos * cos / w - 1 / (sin * sin)) / Math.sqrt(w);
    }
}

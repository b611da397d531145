package io.stacgenerator.internal.projection;

/** Equidistant Conic: Snyder, Map Projections: A Working Manual (1987), chapter 16; EPSG method 1119. */
final class EquidistantConic implements MapProjection {

    /** Radians, less than a millimeter on Earth: the difference of two such parallels is rounding. */
    private static final double SAME_PARALLEL = 1e-10;

    private final MeridianArc meridian;
    private final double cone;
    private final double apex;
    private final double origin;

    EquidistantConic(double es, double latitudeOfOrigin, double first, double second) {
        this.meridian = new MeridianArc(es);
        Curvature curvature = new Curvature(es);
        double scale = curvature.parallel(first);
        this.cone = Math.abs(first - second) < SAME_PARALLEL
                ? Math.sin(first)
                : (scale - curvature.parallel(second)) / (meridian.length(second) - meridian.length(first));
        this.apex = scale / cone + meridian.length(first);
        this.origin = apex - meridian.length(latitudeOfOrigin);
    }

    @Override
    public boolean project(double[] p) {
        double radius = apex - meridian.length(p[1]);
        double angle = cone * p[0];
        p[0] = radius * Math.sin(angle);
        p[1] = origin - radius * Math.cos(angle);
        return true;
    }

    @Override
    public boolean unproject(double[] p) {
        double sign = Math.signum(cone);
        double up = origin - p[1];
        double radius = sign * Math.hypot(p[0], up);
        p[0] = radius == 0 ? 0 : Math.atan2(sign * p[0], sign * up) / cone;
        p[1] = meridian.latitude(apex - radius);
        return Sphere.clamp(p);
    }
}

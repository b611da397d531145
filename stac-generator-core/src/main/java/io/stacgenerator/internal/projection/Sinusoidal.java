package io.stacgenerator.internal.projection;

/** Sinusoidal: Snyder, Map Projections: A Working Manual (1987), chapter 30. */
final class Sinusoidal implements MapProjection {

    private final Curvature curvature;
    private final MeridianArc meridian;

    Sinusoidal(double es) {
        this.curvature = new Curvature(es);
        this.meridian = new MeridianArc(es);
    }

    @Override
    public boolean project(double[] p) {
        p[0] *= curvature.parallel(p[1]);
        p[1] = meridian.length(p[1]);
        return true;
    }

    @Override
    public boolean unproject(double[] p) {
        double latitude = meridian.latitude(p[1]);
        double radius = curvature.parallel(latitude);
        p[0] = Math.abs(latitude) >= Sphere.HALF_PI && Math.abs(p[0]) < 1e-9 ? 0 : p[0] / radius;
        p[1] = latitude;
        return Sphere.clamp(p);
    }
}

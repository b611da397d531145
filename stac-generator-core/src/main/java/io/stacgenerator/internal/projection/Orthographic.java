package io.stacgenerator.internal.projection;

/** Orthographic of an ellipsoid: IOGP 373-7-2 section 3.6.5, EPSG method 9840; the way back by a line of sight. */
final class Orthographic implements MapProjection {

    private final LineOfSight space;
    private final double sin;
    private final double cos;
    private final double[] origin;

    Orthographic(double es, double latitudeOfOrigin) {
        this.space = new LineOfSight(es);
        this.sin = Math.sin(latitudeOfOrigin);
        this.cos = Math.cos(latitudeOfOrigin);
        this.origin = space.point(0, latitudeOfOrigin);
    }

    @Override
    public boolean project(double[] p) {
        boolean visible = Math.sin(p[1]) * sin + Math.cos(p[1]) * Math.cos(p[0]) * cos >= 0;
        double[] point = space.point(p[0], p[1]);
        p[0] = point[1];
        p[1] = cos * (point[2] - origin[2]) - sin * (point[0] - origin[0]);
        return visible;
    }

    @Override
    public boolean unproject(double[] p) {
        double[] from = {origin[0] - sin * p[1], p[0], origin[2] + cos * p[1]};
        return space.enter(from, new double[] {-cos, 0, -sin}, p);
    }
}

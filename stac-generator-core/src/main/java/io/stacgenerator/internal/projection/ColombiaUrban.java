package io.stacgenerator.internal.projection;

/** Colombia Urban: IOGP 373-7-2, EPSG method 1052; there and back differ by millimeters in a city. */
final class ColombiaUrban implements MapProjection {

    private final double es;
    private final Curvature curvature;
    private final double latitudeOfOrigin;
    private final double height;
    private final double meridianRadius;
    private final double bend;
    private final double scale;

    ColombiaUrban(double es, double latitudeOfOrigin, double height) {
        this.es = es;
        this.curvature = new Curvature(es);
        this.latitudeOfOrigin = latitudeOfOrigin;
        this.height = height;
        double normal = curvature.primeVertical(latitudeOfOrigin);
        this.meridianRadius = curvature.meridian(latitudeOfOrigin);
        this.bend = Math.tan(latitudeOfOrigin) / (2 * meridianRadius * normal);
        this.scale = 1 + height / normal;
    }

    @Override
    public boolean project(double[] p) {
        double east = p[0] * curvature.primeVertical(p[1]) * Math.cos(p[1]);
        double raised = 1 + height / curvature.meridian((p[1] + latitudeOfOrigin) / 2);
        p[0] = scale * east;
        p[1] = raised * meridianRadius * (p[1] - latitudeOfOrigin + bend * east * east);
        return true;
    }

    @Override
    public boolean unproject(double[] p) {
        double east = p[0] / (1 + height);
        p[1] = latitudeOfOrigin + p[1] / (meridianRadius * (1 + height / (1 - es))) - bend * east * east;
        p[0] = east / (curvature.primeVertical(p[1]) * Math.cos(p[1]));
        return Sphere.clamp(p);
    }
}

package io.stacgenerator.internal.projection;

/** Equidistant Cylindrical of a sphere, as PROJ has it on ellipsoids too; EPSG method 1029. */
record EquidistantCylindrical(double scale, double latitudeOfOrigin) implements MapProjection {

    @Override
    public boolean project(double[] p) {
        p[0] *= scale;
        p[1] -= latitudeOfOrigin;
        return true;
    }

    @Override
    public boolean unproject(double[] p) {
        p[0] /= scale;
        p[1] += latitudeOfOrigin;
        return Sphere.clamp(p);
    }
}

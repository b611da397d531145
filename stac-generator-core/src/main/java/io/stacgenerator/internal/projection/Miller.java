package io.stacgenerator.internal.projection;

/** Miller Cylindrical: Snyder, Map Projections: A Working Manual (1987), chapter 11. */
record Miller() implements MapProjection {

    @Override
    public boolean project(double[] p) {
        p[1] = 1.25 * Math.log(Math.tan(Math.PI / 4 + 0.4 * p[1]));
        return true;
    }

    @Override
    public boolean unproject(double[] p) {
        p[1] = 2.5 * (Math.atan(Math.exp(0.8 * p[1])) - Math.PI / 4);
        return Sphere.clamp(p);
    }
}

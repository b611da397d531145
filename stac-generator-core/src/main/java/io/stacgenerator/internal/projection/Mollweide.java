package io.stacgenerator.internal.projection;

/** Mollweide: Snyder, Map Projections: A Working Manual (1987), chapter 31. */
record Mollweide() implements MapProjection {

    private static final double ROOT = Math.sqrt(2);

    @Override
    public boolean project(double[] p) {
        double theta = theta(p[1]);
        p[0] *= ROOT * Math.cos(theta) / Sphere.HALF_PI;
        p[1] = ROOT * Math.sin(theta);
        return true;
    }

    private static double theta(double latitude) {
        double area = Math.PI * Math.sin(latitude);
        double twice = Newton.root(latitude, Newton.EXACT, each -> {
            double slope = 1 + Math.cos(each);
            return slope == 0 ? 0 : (each + Math.sin(each) - area) / slope;
        });
        return Math.max(-Sphere.HALF_PI, Math.min(Sphere.HALF_PI, twice / 2));
    }

    @Override
    public boolean unproject(double[] p) {
        double theta = Sphere.asin(p[1] / ROOT);
        double width = ROOT * Math.cos(theta) / Sphere.HALF_PI;
        p[0] = Math.abs(p[0]) < Newton.EXACT ? 0 : p[0] / width;
        p[1] = Sphere.asin((2 * theta + Math.sin(2 * theta)) / Math.PI);
        return Sphere.clamp(p);
    }
}

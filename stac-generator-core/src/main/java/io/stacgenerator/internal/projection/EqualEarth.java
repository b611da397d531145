package io.stacgenerator.internal.projection;

/** Equal Earth: Savric, Patterson and Jenny (2018); EPSG method 1078. */
final class EqualEarth implements MapProjection {

    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;
    private static final double M = Math.sqrt(3) / 2;

    private final AuthalicLatitude authalic;

    EqualEarth(double es) {
        this.authalic = new AuthalicLatitude(es);
    }

    @Override
    public boolean project(double[] p) {
        double psi = Sphere.asin(M * Math.sin(authalic.of(p[1])));
        p[0] = authalic.radius() * p[0] * Math.cos(psi) / (M * slope(psi));
        p[1] = authalic.radius() * length(psi);
        return true;
    }

    @Override
    public boolean unproject(double[] p) {
        double y = p[1] / authalic.radius();
        double psi = Newton.root(y, Newton.EXACT, each -> (length(each) - y) / slope(each));
        double sine = Math.sin(psi) / M;
        if (Math.abs(psi) > Math.PI / 3 + Newton.EXACT) {
            return false;
        }
        p[0] = p[0] / authalic.radius() * M * slope(psi) / Math.cos(psi);
        p[1] = authalic.latitude(Sphere.asin(sine));
        return Sphere.clamp(p);
    }

    private static double length(double psi) {
        double s = psi * psi;
        return psi * (A1 + A2 * s + s * s * s * (A3 + A4 * s));
    }

    private static double slope(double psi) {
        double s = psi * psi;
        return A1 + 3 * A2 * s + s * s * s * (7 * A3 + 9 * A4 * s);
    }
}

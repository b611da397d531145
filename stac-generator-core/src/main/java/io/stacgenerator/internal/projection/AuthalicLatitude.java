package io.stacgenerator.internal.projection;

/**
 * Latitudes of the sphere that has the area of an ellipsoid: Snyder, Map Projections: A Working Manual (1987), chapter
 * 3.
 */
final class AuthalicLatitude {

    private final double e;
    private final double atPole;

    AuthalicLatitude(double es) {
        this.e = Math.sqrt(es);
        this.atPole = area(1);
    }

    /** Returns the radius of the sphere for a semi-major axis of 1. */
    double radius() {
        return Math.sqrt(atPole / 2);
    }

    double of(double latitude) {
        return Sphere.asin(area(Math.sin(latitude)) / atPole);
    }

    double latitude(double authalic) {
        double area = Math.sin(authalic) * atPole;
        return Math.asin(Newton.root(Math.sin(authalic), Newton.EXACT, sine -> step(sine, area)));
    }

    /** Leads to a pole, not beyond it. */
    private double step(double sine, double area) {
        double w = 1 - e * e * sine * sine;
        double step = (area(sine) - area) * w * w / (2 * (1 - e * e));
        return Math.max(sine - 1, Math.min(sine + 1, step));
    }

    /** Snyder (3-12). */
    private double area(double sine) {
        if (e == 0) {
            return 2 * sine;
        }
        double es = e * sine;
        return (1 - e * e) * (sine / (1 - es * es) - Math.log((1 - es) / (1 + es)) / (2 * e));
    }
}

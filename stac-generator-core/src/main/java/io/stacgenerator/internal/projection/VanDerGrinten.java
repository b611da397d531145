package io.stacgenerator.internal.projection;

/** Van der Grinten I: Snyder, Map Projections: A Working Manual (1987), chapter 29. */
record VanDerGrinten() implements MapProjection {

    /** Radians, less than a millimeter on Earth: closer to an axis the formulas divide by nearly 0. */
    private static final double ON_AXIS = 1e-10;

    @Override
    public boolean project(double[] p) {
        double longitude = p[0];
        double latitude = p[1];
        double theta = Sphere.asin(Math.abs(latitude) / Sphere.HALF_PI);
        if (Math.abs(latitude) < ON_AXIS) {
            p[1] = 0;
            return true;
        }
        if (Math.abs(longitude) < ON_AXIS || Sphere.HALF_PI - Math.abs(latitude) < ON_AXIS) {
            p[0] = 0;
            p[1] = Math.copySign(Math.PI * Math.tan(theta / 2), latitude);
            return true;
        }
        double a = Math.abs(Math.PI / longitude - longitude / Math.PI) / 2;
        double g = Math.cos(theta) / (Math.sin(theta) + Math.cos(theta) - 1);
        double q = g * (2 / Math.sin(theta) - 1);
        double q2 = q * q;
        double below = q2 + a * a;
        double gq = g - q2;
        double x = (a * gq + Math.sqrt(a * a * gq * gq - below * (g * g - q2))) / below;
        p[0] = Math.copySign(Math.PI * x, longitude);
        p[1] = Math.copySign(Math.PI * Math.sqrt(Math.max(0, 1 - x * (x + 2 * a))), latitude);
        return true;
    }

    @Override
    public boolean unproject(double[] p) {
        double x = p[0] / Math.PI;
        double y = p[1] / Math.PI;
        double x2 = x * x;
        double y2 = y * y;
        double r2 = x2 + y2;
        if (r2 > 1 + ON_AXIS) {
            return false;
        }
        p[0] = Math.abs(x) < ON_AXIS
                ? 0
                : Math.PI * (r2 - 1 + Math.sqrt(Math.max(0, 1 + 2 * (x2 - y2) + r2 * r2))) / (2 * x);
        p[1] = Math.abs(y) < ON_AXIS ? 0 : Math.copySign(latitude(Math.abs(y), x2, y2, r2), y);
        return Sphere.clamp(p);
    }

    /** Solves the cubic equation of Snyder (29-9) to (29-18). */
    private static double latitude(double y, double x2, double y2, double r2) {
        double c1 = -y * (1 + r2);
        double c2 = c1 - 2 * y2 + x2;
        double c3 = -2 * c1 + 1 + 2 * y2 + r2 * r2;
        double c = c2 / c3;
        double d = y2 / c3 + (2 * c * c * c - 9 * c1 * c / c3) / 27;
        double a = (c1 - c2 * c / 3) / c3;
        double m = 2 * Math.sqrt(-a / 3);
        double theta = Math.acos(Math.max(-1, Math.min(1, 3 * d / (a * m)))) / 3;
        return Math.PI * (-m * Math.cos(theta + Math.PI / 3) - c / 3);
    }
}

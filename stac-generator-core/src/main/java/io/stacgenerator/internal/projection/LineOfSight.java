package io.stacgenerator.internal.projection;

/** Points in space around an ellipsoid with a semi-major axis of 1, x through the central meridian at the equator. */
record LineOfSight(double es) {

    double[] point(double longitude, double latitude) {
        double sin = Math.sin(latitude);
        double normal = new Curvature(es).primeVertical(latitude);
        double cos = Math.cos(latitude);
        return new double[] {
            normal * cos * Math.cos(longitude), normal * cos * Math.sin(longitude), normal * (1 - es) * sin
        };
    }

    /**
     * Puts the longitude and latitude where a line enters the ellipsoid into an array.
     *
     * @param from a point on the line
     * @param direction where the line leads
     * @return false where it passes by
     */
    boolean enter(double[] from, double[] direction, double[] lonLat) {
        double z = from[2] / Math.sqrt(1 - es);
        double dz = direction[2] / Math.sqrt(1 - es);
        double a = direction[0] * direction[0] + direction[1] * direction[1] + dz * dz;
        double b = from[0] * direction[0] + from[1] * direction[1] + z * dz;
        double c = from[0] * from[0] + from[1] * from[1] + z * z - 1;
        double root = b * b - a * c;
        if (!(root >= 0)) {
            return false;
        }
        double length = (-b - Math.sqrt(root)) / a;
        double x = from[0] + length * direction[0];
        double y = from[1] + length * direction[1];
        lonLat[0] = Math.atan2(y, x);
        lonLat[1] = Math.atan2(from[2] + length * direction[2], (1 - es) * Math.hypot(x, y));
        return true;
    }
}

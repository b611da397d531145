package io.stacgenerator.internal.projection;

/**
 * Two-point equidistant of a sphere, as PROJ has it on ellipsoids too: distances from both points are true. Longitudes
 * are counted from Greenwich, the origin is in the middle between the points, and x leads from the first to the second.
 */
final class TwoPointEquidistant implements MapProjection {

    private final double[] first;
    private final double[] second;

    /** Points to the left of the way from the first point to the second; as long as the sine of their distance. */
    private final double[] left;

    private final double cosine;
    private final double half;

    TwoPointEquidistant(double firstLongitude, double firstLatitude, double secondLongitude, double secondLatitude) {
        this.first = point(firstLongitude, firstLatitude);
        this.second = point(secondLongitude, secondLatitude);
        this.left = cross(first, second);
        this.cosine = dot(first, second);
        this.half = distance(first, second) / 2;
    }

    @Override
    public boolean project(double[] p) {
        double[] point = point(p[0], p[1]);
        double fromFirst = distance(first, point);
        double fromSecond = distance(second, point);
        double x = (fromFirst * fromFirst - fromSecond * fromSecond) / (4 * half);
        double y2 = fromSecond * fromSecond - (x - half) * (x - half);
        p[0] = x;
        p[1] = Math.copySign(Math.sqrt(Math.max(0, y2)), dot(left, point));
        return true;
    }

    @Override
    public boolean unproject(double[] p) {
        double fromFirst = Math.hypot(p[0] + half, p[1]);
        double fromSecond = Math.hypot(p[0] - half, p[1]);
        double sine2 = dot(left, left);
        double a = (Math.cos(fromFirst) - cosine * Math.cos(fromSecond)) / sine2;
        double b = (Math.cos(fromSecond) - cosine * Math.cos(fromFirst)) / sine2;
        double c2 = 1 - a * a - b * b - 2 * a * b * cosine;
        if (Math.max(fromFirst, fromSecond) > Math.PI || c2 < -Sphere.ROUNDING) {
            return false;
        }
        double c = Math.copySign(Math.sqrt(Math.max(0, c2) / sine2), p[1]);
        double x = a * first[0] + b * second[0] + c * left[0];
        double y = a * first[1] + b * second[1] + c * left[1];
        p[0] = Math.atan2(y, x);
        p[1] = Math.atan2(a * first[2] + b * second[2] + c * left[2], Math.hypot(x, y));
        return Sphere.clamp(p);
    }

    private static double[] point(double longitude, double latitude) {
        double cos = Math.cos(latitude);
        return new double[] {cos * Math.cos(longitude), cos * Math.sin(longitude), Math.sin(latitude)};
    }

    private static double distance(double[] a, double[] b) {
        double[] normal = cross(a, b);
        return Math.atan2(Math.sqrt(dot(normal, normal)), dot(a, b));
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}

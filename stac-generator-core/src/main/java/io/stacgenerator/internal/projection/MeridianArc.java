package io.stacgenerator.internal.projection;

/**
 * Distances along a meridian from the equator, for a semi-major axis of 1: a series in the third flattening, exact to a
 * nanometer on Earth.
 */
final class MeridianArc {

    private final Curvature curvature;
    private final double radius;
    private final double[] terms;

    MeridianArc(double es) {
        this.curvature = new Curvature(es);
        double ratio = Math.sqrt(1 - es);
        double n = (1 - ratio) / (1 + ratio);
        double n2 = n * n;
        this.radius = (1 + n2 / 4 + n2 * n2 / 64) / (1 + n);
        this.terms = new double[] {
            -1.5 * (n - n * n2 / 8) / (1 + n),
            15.0 / 16 * (n2 - n2 * n2 / 4) / (1 + n),
            -35.0 / 48 * n2 * n / (1 + n),
            315.0 / 512 * n2 * n2 / (1 + n)
        };
    }

    double length(double latitude) {
        double length = radius * latitude;
        for (int i = 0; i < terms.length; i++) {
            length += terms[i] * Math.sin(2 * (i + 1) * latitude);
        }
        return length;
    }

    double latitude(double length) {
        return Newton.root(
                length / radius, Newton.EXACT, latitude -> (length(latitude) - length) / curvature.meridian(latitude));
    }
}

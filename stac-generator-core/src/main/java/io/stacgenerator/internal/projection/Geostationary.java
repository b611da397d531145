package io.stacgenerator.internal.projection;

/**
 * The view of a geostationary satellite: CGMS 03, LRIT/HRIT Global Specification, section 4.4.3.2; with the sweep along
 * x, the GOES-R Product Definition and Users' Guide, volume 3, section 5.1.2.8.
 */
final class Geostationary implements MapProjection {

    private final LineOfSight space;
    private final double height;
    private final boolean sweepsX;

    Geostationary(double es, double height, boolean sweepsX) {
        this.space = new LineOfSight(es);
        this.height = height;
        this.sweepsX = sweepsX;
    }

    @Override
    public boolean project(double[] p) {
        double[] point = space.point(p[0], p[1]);
        double away = 1 + height - point[0];
        double y = point[1];
        double z = point[2];
        boolean visible = away * point[0] - y * y - z * z / (1 - space.es()) >= 0;
        p[0] = height * Math.atan(y / (sweepsX ? Math.hypot(z, away) : away));
        p[1] = height * Math.atan(z / (sweepsX ? away : Math.hypot(y, away)));
        return visible;
    }

    @Override
    public boolean unproject(double[] p) {
        double y = Math.tan(p[0] / height);
        double z = Math.tan(p[1] / height);
        double[] direction =
                sweepsX ? new double[] {-1, y * Math.hypot(1, z), z} : new double[] {-1, y, z * Math.hypot(1, y)};
        return space.enter(new double[] {1 + height, 0, 0}, direction, p);
    }
}

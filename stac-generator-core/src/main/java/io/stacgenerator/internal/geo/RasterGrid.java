package io.stacgenerator.internal.geo;

import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The pixels of a raster and where they are in WGS 84. */
record RasterGrid(RasterSize size, GeoTransform transform, Wgs84Transform crs) implements PixelLocator {

    /** A tenth of a meter: what a transform there and back may lose at the pole, where it is least exact. */
    private static final double AT_POLE_DEGREES = 1e-6;

    private static final double AT_POLE_METERS = 0.1;

    /** Grids from 0 to 360 or around the antimeridian stay within two turns; what is beyond are not degrees. */
    private static final double MOST_DEGREES = 720;

    /** A whole turn beyond the pole; tile pyramids that are padded to squares end before. */
    private static final double MOST_LATITUDE = 180;

    /** 25 times around the Earth; the largest false eastings of a national grid are below 1e8. */
    private static final double MOST_METERS = 1e9;

    /** How far places may be from where they began after a transform there and back: some meters, beyond the limb. */
    private static final double SAME_PLACE_DEGREES = 1e-4;

    /** Steps of longitude that a format rounds leave so much of a pixel, or less, between the two ends of the world. */
    private static final double SEAM_PIXELS = 1e-3;

    RasterGrid {
        double turn = 360 / crs.unit();
        double seam = turn - Math.abs(transform.a()) * size.width();
        if (crs.geographic() && transform.d() == 0 && Math.abs(seam) < SEAM_PIXELS * Math.abs(transform.a())) {
            double a = Math.copySign(turn / size.width(), transform.a());
            transform = new GeoTransform(a, transform.b(), transform.c(), 0, transform.e(), transform.f());
        }
    }

    @Override
    public boolean locate(double column, double row, double[] lonLat) {
        return crs.toLonLat(transform.x(column, row), transform.y(column, row), lonLat) || onPoleRow(lonLat);
    }

    @Override
    public boolean locateInDomain(double column, double row, double[] lonLat) {
        return crs.toLonLatAndBack(transform.x(column, row), transform.y(column, row), lonLat) || onPoleRow(lonLat);
    }

    @Override
    public boolean continuous() {
        return crs.cyclic();
    }

    /** Grids of longitude and latitude that are counted from pixel centers reach half a pixel beyond the pole. */
    private boolean onPoleRow(double[] lonLat) {
        double pixel = Math.max(Math.abs(transform.e()), Math.abs(transform.d())) * crs.unit();
        if (!crs.geographic() || !(Math.abs(lonLat[1]) - 90 <= pixel)) {
            return false;
        }
        lonLat[1] = Math.copySign(90, lonLat[1]);
        return true;
    }

    /** Says why the corners cannot be on Earth, such as meters where degrees are expected; null where they can. */
    @Nullable String implausible() {
        for (Coordinate corner : corners()) {
            double x = corner.x;
            double y = corner.y;
            if (crs.geographic() && !(Math.abs(x) <= MOST_DEGREES && Math.abs(y) <= MOST_LATITUDE)) {
                return "a corner at %s, %s cannot be longitude and latitude in degrees; it may be in meters"
                        .formatted(x, y);
            }
            if (!(Math.abs(x) <= MOST_METERS && Math.abs(y) <= MOST_METERS)) {
                return "a corner at %s, %s is farther away than any place on Earth".formatted(x, y);
            }
        }
        return null;
    }

    /** Returns the coordinates of the corners, in degrees or meters. */
    List<Coordinate> corners() {
        List<Coordinate> corners = new ArrayList<>(4);
        for (int corner = 0; corner < 4; corner++) {
            double column = (corner & 1) * (double) size.width();
            double row = (corner >> 1) * (double) size.height();
            corners.add(new Coordinate(transform.x(column, row) * crs.unit(), transform.y(column, row) * crs.unit()));
        }
        return corners;
    }

    @Override
    public List<Coordinate> poles() {
        List<Coordinate> found = new ArrayList<>(2);
        double[] p = new double[2];
        for (double latitude = 90; latitude >= -90 && !crs.cyclic(); latitude -= 180) {
            if (crs.fromLonLat(0, latitude, p)) {
                double x = p[0];
                double y = p[1];
                Coordinate pole = pixel(x, y);
                pole.z = latitude;
                if (isOnePlace(latitude, x, y, p)
                        && crs.toLonLat(x, y, p)
                        && Math.abs(p[1] - latitude) < AT_POLE_DEGREES) {
                    found.add(pole);
                }
            }
        }
        return found;
    }

    /** Albers' conic draws a pole as an arc, other maps as a line. */
    private boolean isOnePlace(double latitude, double x, double y, double[] p) {
        return crs.fromLonLat(120, latitude, p) && Math.hypot(p[0] - x, p[1] - y) * crs.unit() < AT_POLE_METERS;
    }

    /** Returns the pixel position of a place; null where the projection has none or leads elsewhere from there. */
    @Nullable Coordinate pixel(double longitude, double latitude, double[] work) {
        if (!crs.fromLonLat(longitude, latitude, work)) {
            return null;
        }
        Coordinate pixel = pixel(work[0], work[1]);
        boolean back = crs.toLonLat(work[0], work[1], work)
                && Math.abs(work[1] - latitude) < SAME_PLACE_DEGREES
                && Math.abs(Math.IEEEremainder(work[0] - longitude, 360)) * Math.cos(Math.toRadians(latitude))
                        < SAME_PLACE_DEGREES;
        return back ? pixel : null;
    }

    private Coordinate pixel(double x, double y) {
        GeoTransform t = transform;
        double determinant = t.a() * t.e() - t.b() * t.d();
        double dx = x - t.c();
        double dy = y - t.f();
        return new Coordinate((t.e() * dx - t.b() * dy) / determinant, (t.a() * dy - t.d() * dx) / determinant);
    }

    /** Returns the length of the shorter pixel side in meters; of degrees, as long as those of the equator. */
    double pixelMeters() {
        double side = Math.min(Math.hypot(transform.a(), transform.d()), Math.hypot(transform.b(), transform.e()));
        return side * crs.unit() * (crs.geographic() ? Wgs84Transform.METERS_PER_DEGREE : 1);
    }
}

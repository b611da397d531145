package io.stacgenerator.internal.geo;

import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** The pixels of a raster and where they are in WGS 84. Pixel positions are coordinates of column and row. */
record RasterGrid(RasterSize size, GeoTransform transform, Wgs84Transform crs) {

    private static final double METRES_PER_DEGREE = 111_320;
    private static final double AT_POLE_DEGREES = 1e-6;

    /** Locates a pixel position; false where the projection has no place for it. */
    boolean locate(double column, double row, double[] lonLat) {
        return crs.toLonLat(transform.x(column, row), transform.y(column, row), lonLat) || onPoleRow(lonLat);
    }

    /** Locates a pixel position; false outside the domain of the projection. */
    boolean locateInDomain(double column, double row, double[] lonLat) {
        return crs.toLonLatAndBack(transform.x(column, row), transform.y(column, row), lonLat) || onPoleRow(lonLat);
    }

    /** Grids of longitude and latitude that are counted from pixel centres reach half a pixel beyond the pole. */
    private boolean onPoleRow(double[] lonLat) {
        double pixel = Math.max(Math.abs(transform.e()), Math.abs(transform.d())) * crs.unit();
        if (!crs.geographic() || !(Math.abs(lonLat[1]) - 90 <= pixel)) {
            return false;
        }
        lonLat[1] = Math.copySign(90, lonLat[1]);
        return true;
    }

    /**
     * Returns the pixel positions of the poles, with the latitude as z; none in systems where a pole is not one place.
     */
    List<Coordinate> poles() {
        List<Coordinate> found = new ArrayList<>(2);
        double[] p = new double[2];
        for (double latitude = 90; latitude >= -90 && !crs.cyclic(); latitude -= 180) {
            if (crs.fromLonLat(0, latitude, p)) {
                Coordinate pole = pixel(p[0], p[1], latitude);
                if (crs.toLonLat(p[0], p[1], p) && Math.abs(p[1] - latitude) < AT_POLE_DEGREES) {
                    found.add(pole);
                }
            }
        }
        return found;
    }

    private Coordinate pixel(double x, double y, double latitude) {
        GeoTransform t = transform;
        double determinant = t.a() * t.e() - t.b() * t.d();
        double dx = x - t.c();
        double dy = y - t.f();
        return new Coordinate(
                (t.e() * dx - t.b() * dy) / determinant, (t.a() * dy - t.d() * dx) / determinant, latitude);
    }

    /** Returns the length of the shorter pixel side in degrees. */
    double pixelDegrees() {
        double side = Math.min(Math.hypot(transform.a(), transform.d()), Math.hypot(transform.b(), transform.e()));
        return side * crs.unit() / (crs.geographic() ? 1 : METRES_PER_DEGREE);
    }

    /** Tells whether rows count southwards while columns count eastwards, or both the other way round. */
    boolean northUp() {
        double column = 0.37 * size.width();
        double row = 0.29 * size.height();
        double[] here = new double[2];
        double[] right = new double[2];
        double[] below = new double[2];
        locate(column, row, here);
        locate(column + 1e-3 * size.width(), row, right);
        locate(column, row + 1e-3 * size.height(), below);
        double cross = Math.IEEEremainder(right[0] - here[0], 360) * (below[1] - here[1])
                - Math.IEEEremainder(below[0] - here[0], 360) * (right[1] - here[1]);
        return cross <= 0;
    }
}

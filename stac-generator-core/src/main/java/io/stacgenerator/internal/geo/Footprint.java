package io.stacgenerator.internal.geo;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.model.Bbox;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a raster is, by RFC 7946.
 *
 * <p>The geometry is a polygon, or several where the raster crosses the antimeridian, in degrees of WGS 84 with
 * longitude first, exterior rings counter-clockwise, rounded to 7 decimals and valid by JTS. A raster that holds a pole
 * has a ring that runs along the antimeridian and the pole.
 *
 * @param geometry a Polygon or MultiPolygon, or null when the raster cannot be located
 * @param bbox the box around the rounded geometry, or null without one
 * @param warning why the geometry is missing or covers only a part of the raster, or null
 * @since 0.1.0
 */
public record Footprint(
        @Nullable Geometry geometry,
        @Nullable Bbox bbox,
        @Nullable Warning warning) {

    /** Leaves room within a millionth of a degree for rounding and for uneven bends. */
    private static final double CHORD_TOLERANCE_DEGREES = 8e-7;

    /**
     * Computes the footprint of the bounds of a raster. Edges that are bent in WGS 84 get as many positions as keep the
     * chords within the smaller of a tenth of a pixel and 1e-6 degrees of the true edge, and at most 256 each.
     *
     * @param size the size of the raster
     * @param transform pixels to coordinates
     * @param crs coordinates to WGS 84
     * @return the footprint; never null, but without a geometry when the raster cannot be located
     */
    public static Footprint of(RasterSize size, GeoTransform transform, Wgs84Transform crs) {
        if (!transform.invertible()) {
            return unlocated("the transform " + transform.toList() + " gives pixels no area");
        }
        RasterGrid grid = new RasterGrid(size, transform, crs);
        LonLatPath outline = Outline.trace(grid, Math.min(grid.pixelDegrees() / 10, CHORD_TOLERANCE_DEGREES));
        if (outline != null) {
            return located(Wgs84Polygons.of(outline), null);
        }
        LonLatPath part = DomainOutline.trace(grid);
        return part == null
                ? unlocated("no part of the raster is within the domain of its projection")
                : located(
                        Wgs84Polygons.of(part),
                        new Warning(
                                "footprint-partial",
                                "a part of the raster is outside the domain of its projection; the footprint covers the rest"));
    }

    /**
     * Computes the footprint of the part of a raster that has data: polygons of at most 512 positions, which leave out
     * data and hold what is none by no more than a cell of the mask, or of a coarser one where the data are scattered.
     * Holes of less than a thousandth of the raster are closed.
     *
     * @param size the size of the raster
     * @param transform pixels to coordinates
     * @param crs coordinates to WGS 84
     * @param mask where the raster has data
     * @return the footprint; that of the bounds where the data fill them, or where there are none
     */
    public static Footprint of(RasterSize size, GeoTransform transform, Wgs84Transform crs, ValidityMask mask) {
        Footprint bounds = of(size, transform, crs);
        if (bounds.geometry() == null || mask.full() || mask.count() == 0) {
            return bounds;
        }
        RasterGrid grid = new RasterGrid(size, transform, crs);
        double cell = (double) Math.max(size.width(), size.height())
                / Math.max(mask.size().width(), mask.size().height());
        double tolerance = Math.max(cell * grid.pixelDegrees() / 10, CHORD_TOLERANCE_DEGREES);
        Geometry data = DataOutline.trace(grid, mask, tolerance);
        if (data == null && bounds.warning() != null) {
            data = DataOutline.trace(grid, DataOutline.withinDomain(grid, mask), tolerance);
        }
        return data == null ? bounds : located(data, null);
    }

    /**
     * Makes the footprint within a ring, whose edges take the shorter way around the Earth.
     *
     * @param ring longitude and latitude of each position, in degrees of WGS 84; closed or not
     * @return the footprint; without a geometry when there are less than three positions or the ring goes around a pole
     */
    public static Footprint within(List<double[]> ring) {
        LonLatPath path = new LonLatPath();
        for (double[] position : ring) {
            double longitude = path.size() == 0 ? position[0] : LonLatPath.nearest(position[0], path.last().x);
            path.add(new Coordinate(longitude, position[1]));
        }
        return path.size() < 3 || path.turns() != 0
                ? unlocated("%d positions enclose no area".formatted(path.size()))
                : located(Wgs84Polygons.of(path), null);
    }

    /**
     * Unites footprints, such as those of the assets of one Item. Those without a geometry are left out.
     *
     * @param footprints any number of footprints
     * @return the footprint of all of them, without a geometry when none of them has one
     */
    public static Footprint union(List<Footprint> footprints) {
        List<Geometry> geometries = footprints.stream()
                .map(Footprint::geometry)
                .filter(Objects::nonNull)
                .toList();
        return geometries.isEmpty() ? unlocated("no asset is located") : located(Wgs84Polygons.union(geometries), null);
    }

    private static Footprint located(Geometry geometry, @Nullable Warning warning) {
        return new Footprint(geometry, Bboxes.of(geometry), warning);
    }

    private static Footprint unlocated(String cause) {
        return new Footprint(null, null, new Warning("footprint-missing", cause));
    }
}

package io.stacgenerator.internal.geo;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.model.Bbox;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

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

    /** Longitudes may run on beyond one turn; beyond two they are hardly degrees. */
    private static final double MOST_DEGREES = 720;

    /** Seven decimals of a degree are a centimeter. */
    private static final double DECIMALS = 1e7;

    /**
     * Computes the footprint of the bounds of a raster. Chords are within a tenth of a meter of the true edge where
     * this takes no more than 256 positions for it, else within a meter; both within a tenth of a pixel.
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
        String implausible = grid.implausible();
        return implausible == null ? ofBounds(grid) : unlocated(implausible);
    }

    private static Footprint ofBounds(RasterGrid grid) {
        Placement placement = new Placement(grid, Tolerance.ofBounds(grid.pixelMeters()));
        Geometry placed = placement.place(rectangle(grid.size()));
        if (placed.isEmpty()) {
            return unlocated("no part of the raster is within the domain of its projection");
        }
        Warning partial = new Warning(
                "footprint-partial",
                "a part of the raster is outside the domain of its projection; the footprint covers the rest");
        if (placement.partial()) {
            return located(placed, partial);
        }
        return located(placed, DegreesCheck.of(grid).orElseGet(() -> FootprintCheck.of(grid, placed)));
    }

    /**
     * Computes the footprint of the part of a raster that has data: polygons that leave out no data, and hold what is
     * none by no more than two cells of the mask, or of a coarser one where the data are scattered. Holes of less than
     * a thousandth of the raster are closed.
     *
     * @param size the size of the raster
     * @param transform pixels to coordinates
     * @param crs coordinates to WGS 84
     * @param mask where the raster has data
     * @param detail how closely the data are followed
     * @return the footprint; that of the bounds where the data fill them, or where there are none; with a warning where
     *     those take more positions than were asked for the data
     */
    public static Footprint of(
            RasterSize size, GeoTransform transform, Wgs84Transform crs, ValidityMask mask, FootprintDetail detail) {
        Footprint bounds = of(size, transform, crs);
        if (bounds.geometry() == null || mask.full() || mask.count() == 0) {
            return bounds;
        }
        boolean many = bounds.geometry().getNumPoints() > detail.mostPositions();
        Geometry data = new DataOutline(new RasterGrid(size, transform, crs), detail).enclose(mask);
        Footprint whole =
                many && bounds.warning() == null ? located(bounds.geometry(), detailed(bounds.geometry())) : bounds;
        return data == null ? whole : located(data, null);
    }

    private static Warning detailed(Geometry bounds) {
        return new Warning(
                "footprint-detailed",
                "the geometry is that of the bounds, which takes %d positions".formatted(bounds.getNumPoints()));
    }

    /**
     * Computes the footprint within the outermost of some ground control points. Where they are far apart, edges follow
     * the smoothest surface through all of them.
     *
     * @param points the points
     * @param crs their coordinates to WGS 84
     * @return the footprint; without a geometry where less than three points, or only points on a line, have a place
     */
    public static Footprint of(List<GroundControlPoint> points, Wgs84Transform crs) {
        Geometry outline = ControlPoints.of(points, crs).outline();
        return outline.isEmpty()
                ? unlocated("%d ground control points enclose no area on Earth".formatted(points.size()))
                : located(outline, null);
    }

    /**
     * Computes the footprint of a raster by what its tags say: by rational polynomial coefficients, at the height that
     * they are centered on, else by the box that it says it covers.
     *
     * @param size the size of the raster
     * @param metadata the tags of the raster, with the coefficients by the names of GDAL's domain {@code RPC} or the
     *     limits of the box, such as {@code EXTENT:WEST}
     * @return the footprint, with a warning that says what it is made of; empty where the tags hold neither
     */
    public static Optional<Footprint> of(RasterSize size, Map<String, String> metadata) {
        return byPolynomials(size, metadata).or(() -> DeclaredExtent.of(metadata));
    }

    private static Optional<Footprint> byPolynomials(RasterSize size, Map<String, String> metadata) {
        return RationalPolynomials.of(metadata).map(polynomials -> {
            Placement placement = new Placement(polynomials, Tolerance.of(1));
            Geometry bounds = placement.place(rectangle(size));
            return bounds.isEmpty()
                    ? unlocated("its rational polynomial coefficients have no place for its edges")
                    : located(
                            bounds,
                            new Warning(
                                    "footprint-by-rpc",
                                    "the geometry follows from rational polynomial coefficients at a height of %s m; where the ground is higher or lower it is shifted"
                                            .formatted(polynomials.height())));
        });
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
            if (!(Math.abs(position[0]) <= MOST_DEGREES && Math.abs(position[1]) <= 90)) {
                return unlocated(
                        "%s, %s is not a longitude and latitude in degrees".formatted(position[0], position[1]));
            }
            double longitude = path.size() == 0 ? position[0] : LonLatPath.nearest(position[0], path.last().x);
            path.add(new Coordinate(longitude, position[1]));
        }
        Geometry enclosed = path.size() < 3 || path.turns() != 0 ? Wgs84Polygons.EMPTY : Wgs84Polygons.of(path);
        return enclosed.isEmpty()
                ? unlocated("%d positions enclose no area".formatted(path.size()))
                : located(enclosed, null);
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
                .filter(geometry -> geometry != null && !geometry.isEmpty())
                .toList();
        return geometries.isEmpty() ? unlocated("no asset is located") : located(Wgs84Polygons.union(geometries), null);
    }

    /**
     * Makes the footprint of images when only the positions of their cameras are known.
     *
     * @param positions longitudes and latitudes in degrees, one or more
     * @return a Point, or a MultiPoint of several
     */
    public static Footprint at(List<double[]> positions) {
        GeometryFactory factory = new GeometryFactory();
        Geometry[] points = positions.stream()
                .map(position -> new Coordinate(rounded(position[0]), rounded(position[1])))
                .distinct()
                .map(factory::createPoint)
                .toArray(Geometry[]::new);
        return located(factory.buildGeometry(List.of(points)), null);
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * DECIMALS) / DECIMALS + 0.0;
    }

    private static Polygon rectangle(RasterSize size) {
        return (Polygon) new GeometryFactory().toGeometry(new Envelope(0, size.width(), 0, size.height()));
    }

    static Footprint located(Geometry geometry, @Nullable Warning warning) {
        return new Footprint(geometry, Bboxes.of(geometry), warning);
    }

    private static Footprint unlocated(String cause) {
        return new Footprint(null, null, new Warning("footprint-missing", cause));
    }
}

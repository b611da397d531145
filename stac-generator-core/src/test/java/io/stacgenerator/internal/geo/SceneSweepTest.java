package io.stacgenerator.internal.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * Scenes at poles, at the gaps of conic maps, at the edges of maps and across the antimeridian. A position of the
 * raster is in its footprint, one next to the raster is not, and both by no more than a meter. The system property
 * {@code stacgenerator.sweep} gives the number of scenes, with 1,000 positions each; without it there are fewer of
 * both.
 */
final class SceneSweepTest {

    private static final String MODIS = "+proj=sinu +lon_0=0 +x_0=0 +y_0=0 +R=6371007.181 +units=m";
    private static final String GOES = "+proj=geos +sweep=x +lon_0=-137 +h=35786023 +ellps=GRS80 +units=m";

    /** A system, and a place of interest in it. */
    private record Spot(String crs, double longitude, double latitude) {}

    private static final List<Spot> SPOTS = List.of(
            new Spot("EPSG:3413", 0, 90),
            new Spot("EPSG:3031", 0, -90),
            new Spot("EPSG:3995", 180, 80),
            new Spot("EPSG:3571", 0, 90),
            new Spot("EPSG:3338", 26, 89),
            new Spot("EPSG:3338", 26, 80),
            new Spot("EPSG:3979", 85, 85),
            new Spot("EPSG:3347", 88.5, 88),
            new Spot("EPSG:3978", 85, 70),
            new Spot("EPSG:32601", -180, 62),
            new Spot("EPSG:32660", 180, 70),
            new Spot("EPSG:32701", -180, -17),
            new Spot("EPSG:3460", 180, -17),
            new Spot("EPSG:3832", 180, 0),
            new Spot("EPSG:4326", 180, 10),
            new Spot("EPSG:4326", 0, 89),
            new Spot("EPSG:3857", 180, 60),
            new Spot("EPSG:6933", -180, -40),
            new Spot(MODIS, 180, -30),
            new Spot(MODIS, -60, -89),
            new Spot(GOES, 150, 20));

    private static final int SCENES = Integer.getInteger("stacgenerator.sweep", 42);
    private static final int POSITIONS = Integer.getInteger("stacgenerator.sweep") == null ? 200 : 1000;

    /** Of the chords, with what they may be off and the rounding to 7 decimals. */
    private static final double METERS = 1.05;

    /** A position so near to the edge is as deep in the footprint, or as far from it, as its chord is off. */
    private static final double BESIDE_EDGE_METERS = 0.02;

    /** Next to the edge of its domain a transform there and back may lead to the other side of it within 10 m. */
    private static final double METERS_AT_DOMAIN = 15;

    private final Random random = new Random(20);
    private final double[] work = new double[2];

    @Test
    void positionsAreInTheFootprintOfTheirSceneAndNotNextToIt() {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < SCENES; i++) {
            Spot spot = SPOTS.get(i % SPOTS.size());
            RasterGrid grid = grid(spot);
            if (grid != null) {
                check(spot, grid, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    private @Nullable RasterGrid grid(Spot spot) {
        CrsDefinition definition = spot.crs().startsWith("EPSG:")
                ? CrsDefinition.of(spot.crs())
                : CrsDefinition.builder().projString(spot.crs()).build();
        Wgs84Transform crs = Wgs84Transforms.of(definition);
        double extent = Math.exp(random.nextDouble(Math.log(2_000), Math.log(4_000_000)));
        double degrees = extent / 111_320;
        double latitude = Math.max(-90, Math.min(90, spot.latitude() + random.nextDouble(-0.3, 0.3) * degrees));
        if (!crs.fromLonLat(spot.longitude() + random.nextDouble(-0.3, 0.3) * degrees, latitude, work)) {
            return null;
        }
        RasterSize size = new RasterSize(200 + random.nextInt(800), 200 + random.nextInt(800));
        double pixel = extent / Math.max(size.width(), size.height()) / (crs.geographic() ? 111_320 : crs.unit());
        double angle = random.nextInt(3) == 0 ? random.nextDouble(6.28) : 0;
        double a = pixel * Math.cos(angle);
        double d = pixel * Math.sin(angle);
        double column = random.nextDouble(0.2, 0.8) * size.width();
        double row = random.nextDouble(0.2, 0.8) * size.height();
        GeoTransform turned = new GeoTransform(a, d, 0, d, -a, 0);
        RasterGrid grid = new RasterGrid(
                size,
                new GeoTransform(a, d, work[0] - turned.x(column, row), d, -a, work[1] - turned.y(column, row)),
                crs);
        return crs.geographic() && isBeyondPole(grid) ? null : grid;
    }

    private static boolean isBeyondPole(RasterGrid grid) {
        for (int corner = 0; corner < 4; corner++) {
            double column = (corner & 1) * grid.size().width();
            double row = (corner >> 1) * grid.size().height();
            if (Math.abs(grid.transform().y(column, row)) > 90) {
                return true;
            }
        }
        return false;
    }

    private void check(Spot spot, RasterGrid grid, List<String> faults) {
        Footprint footprint = Footprint.of(grid.size(), grid.transform(), grid.crs());
        String scene = "%s %s %s".formatted(spot, grid.size(), grid.transform());
        if (footprint.geometry() == null) {
            faults.add(scene + " has no footprint: " + footprint.warning());
            return;
        }
        Footprints.assertSound(footprint);
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(footprint.geometry());
        double allowed = footprint.warning() == null ? METERS : METERS_AT_DOMAIN;
        int missed = 0;
        int surplus = 0;
        for (int i = 0; i < POSITIONS; i++) {
            Coordinate inside =
                    i % 2 == 0 ? new Coordinate(random.nextDouble(), random.nextDouble()) : besideEdge(grid, 1);
            inside = scaled(grid, inside);
            boolean lost = Location.EXTERIOR == locate(grid, area, inside) && distance(footprint) > allowed;
            missed += lost && isInRaster(grid) ? 1 : 0;
            Coordinate outside = scaled(grid, besideEdge(grid, -1));
            boolean held = Location.INTERIOR == locate(grid, area, outside) && distance(footprint) > allowed;
            surplus += held && !isInRaster(grid) ? 1 : 0;
        }
        if (missed + surplus > 0) {
            faults.add("%s misses %d and holds %d of %d: %s, %d positions, %s"
                    .formatted(
                            scene,
                            missed,
                            surplus,
                            POSITIONS,
                            footprint.bbox(),
                            footprint.geometry().getNumPoints(),
                            footprint.warning()));
        }
    }

    /** Returns a position of the unit square by a little within or outside of one of its sides. */
    private Coordinate besideEdge(RasterGrid grid, int sign) {
        double along = random.nextDouble(0.001, 0.999);
        boolean vertical = random.nextBoolean();
        boolean far = random.nextBoolean();
        double offset = sign * meters(grid, along, vertical, far);
        double across = far ? 1 - offset : offset;
        return vertical ? new Coordinate(across, along) : new Coordinate(along, across);
    }

    /** Returns what a bit on the ground is of the side of a raster. */
    private double meters(RasterGrid grid, double along, boolean vertical, boolean far) {
        double step = 1e-4;
        double from = far ? 1 : 0;
        double to = far ? 1 - step : step;
        Coordinate a = place(grid, vertical ? new Coordinate(from, along) : new Coordinate(along, from));
        Coordinate b = place(grid, vertical ? new Coordinate(to, along) : new Coordinate(along, to));
        if (a == null || b == null) {
            return step;
        }
        double cos = Math.cos(Math.toRadians(a.y));
        double meters = Math.hypot(Math.IEEEremainder(a.x - b.x, 360) * cos, a.y - b.y) * 110_500;
        return Math.min(0.01, BESIDE_EDGE_METERS * step / meters);
    }

    private static Coordinate scaled(RasterGrid grid, Coordinate part) {
        return new Coordinate(part.x * grid.size().width(), part.y * grid.size().height());
    }

    /** Returns the meters between the place last located and a footprint. */
    private double distance(Footprint footprint) {
        Coordinate place = new Coordinate(Math.IEEEremainder(work[0], 360), work[1]);
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < footprint.geometry().getNumGeometries(); i++) {
            Coordinate[] ring = footprint.geometry().getGeometryN(i).getCoordinates();
            for (int j = 1; j < ring.length; j++) {
                nearest = Math.min(nearest, Chords.meters(place, ring[j - 1], ring[j]));
            }
        }
        return nearest;
    }

    private @Nullable Coordinate place(RasterGrid grid, Coordinate part) {
        Coordinate pixel = scaled(grid, part);
        return grid.locateInDomain(pixel.x, pixel.y, work) ? new Coordinate(work[0], work[1]) : null;
    }

    /** Locates the place of a pixel position in an area; -1 where it has none. */
    private int locate(RasterGrid grid, IndexedPointInAreaLocator area, Coordinate pixel) {
        return grid.locateInDomain(pixel.x, pixel.y, work)
                ? area.locate(new Coordinate(Math.IEEEremainder(work[0], 360), work[1]))
                : -1;
    }

    /** Returns whether the place last located is in the raster too, as where maps overlap themselves. */
    private boolean isInRaster(RasterGrid grid) {
        Coordinate pixel = grid.pixel(work[0], work[1], work);
        return pixel != null
                && pixel.x >= 0
                && pixel.y >= 0
                && pixel.x <= grid.size().width()
                && pixel.y <= grid.size().height();
    }
}

package io.stacgenerator.internal.geo;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

final class FootprintRandomTest {

    private static final int[] CODES = {
        4326, 3857, 3031, 3413, 3995, 32601, 32660, 32733, 3035, 5070, 3577, 6933, 2193, 3832, 3571, 27700, 4267, 26717
    };
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int RASTERS = 1000;

    @Test
    void anyRasterOnEarthHasASoundFootprint() {
        Random random = new Random(42);
        for (int i = 0; i < RASTERS; i++) {
            Wgs84Transform crs = Wgs84Transforms.of(CrsDefinition.epsg(CODES[random.nextInt(CODES.length)]));
            RasterSize size = new RasterSize(1 + random.nextInt(2000), 1 + random.nextInt(2000));
            Footprint footprint = Footprint.of(size, transform(random, crs), crs);
            if (footprint.geometry() != null) {
                Footprints.assertSound(footprint);
            }
        }
    }

    @Test
    void placesOfPixelsAreInTheFootprint() {
        Random random = new Random(7);
        for (int i = 0; i < RASTERS; i++) {
            Wgs84Transform crs = Wgs84Transforms.of(CrsDefinition.epsg(CODES[random.nextInt(CODES.length)]));
            RasterSize size = new RasterSize(1 + random.nextInt(2000), 1 + random.nextInt(2000));
            GeoTransform transform = transform(random, crs);
            Footprint footprint = Footprint.of(size, transform, crs);
            double column = random.nextDouble(0.05, 0.95) * size.width();
            double row = random.nextDouble(0.05, 0.95) * size.height();
            double[] p = new double[2];
            if (footprint.warning() == null
                    && crs.toLonLatAndBack(transform.x(column, row), transform.y(column, row), p)) {
                Point place = FACTORY.createPoint(new Coordinate(Math.IEEEremainder(p[0], 360), p[1]));
                assertThat(footprint.geometry().distance(place))
                        .as("%s %s %s: %s", crs.unit(), size, transform, footprint.bbox())
                        .isLessThan(1e-3);
            }
        }
    }

    private static GeoTransform transform(Random random, Wgs84Transform crs) {
        double[] p = new double[2];
        crs.fromLonLat(random.nextDouble(-180, 180), random.nextDouble(-89, 89), p);
        double pixel = Math.exp(random.nextDouble(-3, 9)) / (crs.geographic() ? 111_320 : 1);
        double angle = random.nextInt(3) == 0 ? random.nextDouble(6.28) : 0;
        double sign = random.nextInt(5) == 0 ? 1 : -1;
        double cos = pixel * Math.cos(angle);
        double sin = pixel * Math.sin(angle);
        return new GeoTransform(cos, -sign * sin, p[0], sin, sign * cos, p[1]);
    }
}

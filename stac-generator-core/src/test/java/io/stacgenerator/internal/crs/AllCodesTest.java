package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.gdal.GdalCrsEngine;
import io.stacgenerator.internal.proj.CrsEntry;
import io.stacgenerator.internal.proj.CrsTable;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The corners of scenes in the systems of EPSG: without GDAL they are within a meter of where PROJ has them, or
 * refused, or warned of. Takes every hundredth code; {@code -Dstacgenerator.codes=1} takes each.
 */
@RequiresGdal
final class AllCodesTest {

    private static final int EVERY = Integer.getInteger("stacgenerator.codes", 100);
    private static final int LAST_OF_EPSG = 32767;
    private static final double SAME_METERS = 1;
    private static final double METERS_PER_DEGREE = 111_320;

    /** Half the side of a scene in degrees, some 10 km. */
    private static final double HALF = 0.05;

    /** Where scenes lie, as shares of the area of use from west to east and from south to north. */
    private static final double[][] PLACES = {{0.5, 0.5}, {0.25, 0.25}, {0.75, 0.75}};

    private final GdalCrsEngine gdal = new GdalCrsEngine();
    private final List<String> wrong = new ArrayList<>();
    private int right;
    private int told;
    private int refused;

    @Test
    void cornersAreWhereProjHasThemOrWarnedOfOrRefused(TestReporter reporter) {
        int[] codes = CrsTable.codes().filter(code -> code <= LAST_OF_EPSG).toArray();
        for (int i = 0; i < codes.length; i += EVERY) {
            CrsEntry entry = CrsTable.find(codes[i]).orElseThrow();
            gdal.transform(CrsDefinition.epsg(entry.code()))
                    .ifPresent(exact -> Arrays.stream(PLACES).forEach(place -> check(entry, place, exact)));
        }
        String result = "%d scenes right, %d told, %d refused".formatted(right, told, refused);
        reporter.publishEntry(result);

        assertThat(wrong).as(result).isEmpty();
        assertThat(right).as(result).isGreaterThan(4 * (told + refused));
    }

    private void check(CrsEntry entry, double[] place, Wgs84Transform exact) {
        double width = entry.east() - entry.west() + (entry.east() < entry.west() ? 360 : 0);
        double longitude = Math.IEEEremainder(entry.west() + place[0] * width, 360);
        double latitude = entry.south() + place[1] * (entry.north() - entry.south());
        CrsDefinition crs = CrsDefinition.epsg(entry.code());
        double[] middle = new double[2];
        if (!exact.fromLonLat(longitude, latitude, middle)) {
            return;
        }
        try {
            Wgs84Transform own = Wgs84Transforms.of(crs).at(middle[0], middle[1]);
            List<double[]> corners = corners(exact, longitude, latitude);
            if (ReferenceSystems.doubts(crs, own).isPresent()
                    || ReferenceSystems.steps(crs, Wgs84Transforms.of(crs), own, corners)
                            .isPresent()) {
                told++;
                return;
            }
            double error = error(own, exact, corners);
            if (error > SAME_METERS) {
                wrong.add("EPSG:%d at %.2f, %.2f is off by %.1f m".formatted(entry.code(), longitude, latitude, error));
            } else {
                right++;
            }
        } catch (StacGeneratorException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.CRS_UNSUPPORTED);
            refused++;
        }
    }

    private static List<double[]> corners(Wgs84Transform exact, double longitude, double latitude) {
        List<double[]> corners = new ArrayList<>();
        for (int corner = 0; corner < 4; corner++) {
            double[] xy = new double[2];
            double east = (corner & 1) == 0 ? -HALF : HALF;
            double north = corner < 2 ? -HALF : HALF;
            if (exact.fromLonLat(longitude + east, latitude + north, xy)) {
                corners.add(xy);
            }
        }
        return corners;
    }

    private static double error(Wgs84Transform own, Wgs84Transform exact, List<double[]> corners) {
        double most = 0;
        for (double[] xy : corners) {
            double[] here = new double[2];
            double[] there = new double[2];
            if (exact.toLonLat(xy[0], xy[1], there)) {
                most = Math.max(
                        most, own.toLonLat(xy[0], xy[1], here) ? distance(here, there) : Double.POSITIVE_INFINITY);
            }
        }
        return most;
    }

    private static double distance(double[] a, double[] b) {
        double east = Math.IEEEremainder(a[0] - b[0], 360) * Math.cos(Math.toRadians(b[1]));
        return Math.hypot(east, a[1] - b[1]) * METERS_PER_DEGREE;
    }
}

package io.stacgenerator.internal.proj;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Compares with points computed by PROJ: code, name, kind, WKT2, WKT1, PROJJSON, PROJ string, "x,y,lon,lat;" by tabs.
 */
@Requires("crsTruth")
final class CrsTruthTest {

    private static final double METERS_PER_DEGREE = 111_320;

    @Test
    void systemsAgreeWithProjOrAreRefused() throws IOException {
        int within1m = 0;
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(Material.path("crsTruth"))) {
            String[] cells = line.split("\t", -1);
            if (isReplaced(cells[0], cells[1])) {
                continue;
            }
            double error = error(definition(cells[0], cells[6]), cells[7]);
            within1m += error < 1 ? 1 : 0;
            if (error > 10) {
                wrong.add(cells[0] + " is off by " + error + " m");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(within1m).isGreaterThanOrEqualTo(200);
    }

    /** The points of some withdrawn codes are those of the system that replaced them. */
    private static boolean isReplaced(String code, String name) {
        return code.matches("\\d+")
                && CrsTable.find(Integer.parseInt(code))
                        .filter(entry -> entry.deprecated() && !entry.name().equals(name))
                        .isPresent();
    }

    private static CrsDefinition definition(String code, String projString) {
        return code.matches("\\d+")
                ? CrsDefinition.epsg(Integer.parseInt(code))
                : CrsDefinition.builder().name(code).projString(projString).build();
    }

    /** Returns the largest distance in meters, or not a number when the system is refused. */
    private static double error(CrsDefinition crs, String points) {
        Wgs84Transform transform = transform(crs);
        double largest = transform == null ? Double.NaN : 0;
        for (String point : points.split(";", -1)) {
            String[] n = point.split(",", -1);
            double[] p = new double[2];
            if (transform != null && n.length == 4) {
                boolean located = transform.toLonLat(Double.parseDouble(n[0]), Double.parseDouble(n[1]), p);
                largest = Math.max(largest, located ? distance(p, n) : Double.MAX_VALUE);
            }
        }
        return largest;
    }

    private static @Nullable Wgs84Transform transform(CrsDefinition crs) {
        try {
            return Wgs84Transforms.of(crs);
        } catch (StacGeneratorException e) {
            return null;
        }
    }

    private static double distance(double[] p, String[] expected) {
        double latitude = Double.parseDouble(expected[3]);
        double east =
                Math.IEEEremainder(p[0] - Double.parseDouble(expected[2]), 360) * Math.cos(Math.toRadians(latitude));
        return Math.hypot(east, p[1] - latitude) * METERS_PER_DEGREE;
    }
}

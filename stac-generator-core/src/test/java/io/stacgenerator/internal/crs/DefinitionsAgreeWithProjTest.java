package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.gdal.GdalCrsEngine;
import io.stacgenerator.internal.proj.CrsEntry;
import io.stacgenerator.internal.proj.CrsTable;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Vector;
import org.gdal.osr.SpatialReference;
import org.junit.jupiter.api.Test;

/**
 * Random definitions as GDAL writes them: what is read without GDAL is where PROJ has it, or refused, or warned of;
 * {@code -Dstacgenerator.definitions=2000} tries as many.
 */
@RequiresGdal
final class DefinitionsAgreeWithProjTest {

    private static final int SYSTEMS = Integer.getInteger("stacgenerator.definitions", 200);
    private static final List<String> FORMS = List.of("WKT1_GDAL", "WKT1_ESRI", "WKT2_2015", "WKT2_2019");
    private static final List<String> METHODS = List.of(
            "tmerc +lat_0=%1$s +lon_0=%2$s +k=0.9996 +x_0=500000 +y_0=1000",
            "lcc +lat_1=%3$s +lat_2=%4$s +lat_0=%1$s +lon_0=%2$s +x_0=400000 +y_0=300000",
            "aea +lat_1=%3$s +lat_2=%4$s +lat_0=%1$s +lon_0=%2$s +x_0=0 +y_0=0",
            "laea +lat_0=%1$s +lon_0=%2$s +x_0=4321000 +y_0=3210000",
            "aeqd +lat_0=%1$s +lon_0=%2$s +x_0=100 +y_0=200",
            "merc +lat_ts=%3$s +lon_0=%2$s +x_0=0 +y_0=0",
            "stere +lat_0=90 +lat_ts=70 +lon_0=%2$s +x_0=0 +y_0=0",
            "sterea +lat_0=%1$s +lon_0=%2$s +k=0.9999 +x_0=155000 +y_0=463000",
            "cea +lat_ts=%3$s +lon_0=%2$s +x_0=0 +y_0=0",
            "eqc +lat_ts=%3$s +lon_0=%2$s +x_0=0 +y_0=0",
            "cass +lat_0=%1$s +lon_0=%2$s +x_0=10 +y_0=20",
            "eqdc +lat_1=%3$s +lat_2=%4$s +lat_0=%1$s +lon_0=%2$s",
            "poly +lat_0=%1$s +lon_0=%2$s",
            "robin +lon_0=%2$s",
            "moll +lon_0=%2$s",
            "eck4 +lon_0=%2$s",
            "eck6 +lon_0=%2$s",
            "sinu +lon_0=%2$s",
            "mill +lon_0=%2$s",
            "ortho +lat_0=%1$s +lon_0=%2$s",
            "gnom +lat_0=%1$s +lon_0=%2$s",
            "vandg +lon_0=%2$s",
            "tpeqd +lat_1=%1$s +lon_1=%2$s +lat_2=%4$s +lon_2=%3$s",
            "omerc +lat_0=%1$s +lonc=%2$s +alpha=50 +gamma=50 +k=0.9999 +x_0=1000 +y_0=2000");
    private static final List<String> DATUMS = List.of(
            "+datum=WGS84",
            "+ellps=GRS80 +towgs84=0,0,0",
            "+ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7",
            "+ellps=intl +towgs84=-87,-98,-121",
            "+ellps=clrk66",
            "+R=6371007.181");
    private static final List<String> UNITS = List.of("+units=m", "+units=us-ft", "+units=km", "+units=ft");
    private static final double SAME_METERS = 1;
    private static final double METERS_PER_DEGREE = 111_320;

    private final GdalCrsEngine gdal = new GdalCrsEngine();
    private final Random random = new Random(20_261_127);

    private record Named(String name, SpatialReference system, double longitude, double latitude) {}

    @Test
    void definitionsAreWhereProjHasThemOrRefused() {
        List<String> wrong = new ArrayList<>();
        int located = 0;
        for (int i = 0; i < SYSTEMS; i++) {
            Optional<Named> system = i % 2 == 0 ? defined() : registered();
            for (String form : FORMS) {
                String text = system.map(each -> write(each.system(), form)).orElse("");
                double error = text.isEmpty() ? Double.NaN : error(text, system.orElseThrow());
                located += Double.isNaN(error) ? 0 : 1;
                if (error > SAME_METERS) {
                    wrong.add("%s as %s is off by %.1f m: %s"
                            .formatted(system.orElseThrow().name(), form, error, text));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(located).isGreaterThan(SYSTEMS * FORMS.size() / 2);
    }

    /** Returns the distance in meters in the middle; not a number where the text is refused or reported as doubtful. */
    private double error(String text, Named system) {
        CrsDefinition own =
                DefinitionText.read(text, new NoEngine(), new ArrayList<>()).orElse(null);
        Wgs84Transform exact = gdal.read(text).flatMap(gdal::transform).orElse(null);
        double[] xy = new double[2];
        if (own == null || exact == null || !exact.fromLonLat(system.longitude(), system.latitude(), xy)) {
            return Double.NaN;
        }
        try {
            Wgs84Transform transform = Wgs84Transforms.of(own).at(xy[0], xy[1]);
            if (ReferenceSystems.doubts(own, transform).isPresent()) {
                return Double.NaN;
            }
            double[] mine = new double[2];
            double[] theirs = new double[2];
            boolean there = exact.toLonLat(xy[0], xy[1], theirs);
            boolean here = transform.toLonLat(xy[0], xy[1], mine);
            return there && here ? distance(mine, theirs) : there ? Double.POSITIVE_INFINITY : Double.NaN;
        } catch (StacGeneratorException e) {
            return Double.NaN;
        }
    }

    private static double distance(double[] a, double[] b) {
        double east = Math.IEEEremainder(a[0] - b[0], 360) * Math.cos(Math.toRadians(b[1]));
        return Math.hypot(east, a[1] - b[1]) * METERS_PER_DEGREE;
    }

    private Optional<Named> defined() {
        double latitude = 20 + random.nextInt(50);
        double longitude = random.nextInt(300) - 150;
        String proj = "+proj="
                + METHODS.get(random.nextInt(METHODS.size())).formatted(latitude, longitude, latitude - 5, latitude + 7)
                + " " + DATUMS.get(random.nextInt(DATUMS.size()))
                + " " + UNITS.get(random.nextInt(UNITS.size()))
                + " +no_defs";
        SpatialReference system = new SpatialReference();
        system.ImportFromProj4(proj);
        return Optional.of(
                new Named(proj, system, longitude + random.nextDouble() * 4, latitude + random.nextDouble() * 4));
    }

    private Optional<Named> registered() {
        int[] codes = CrsTable.codes().filter(code -> code < 32768).toArray();
        CrsEntry entry = CrsTable.find(codes[random.nextInt(codes.length)]).orElseThrow();
        if (!entry.parts().isEmpty() || entry.east() < entry.west()) {
            return Optional.empty();
        }
        SpatialReference system = new SpatialReference();
        system.ImportFromEPSG(entry.code());
        return Optional.of(new Named(
                entry.authorityCode(), system, (entry.west() + entry.east()) / 2, (entry.south() + entry.north()) / 2));
    }

    /** Writes a system without its codes, as if the file had defined it; empty where the form cannot hold it. */
    @SuppressWarnings("JdkObsolete") // the bindings ask for a Vector
    private static String write(SpatialReference system, String form) {
        String[] out = new String[1];
        try {
            system.ExportToWkt(out, new Vector<>(List.of("FORMAT=" + form)));
        } catch (RuntimeException e) {
            return "";
        }
        return out[0] == null ? "" : out[0].replaceAll("(?s),\\s*(?:AUTHORITY|ID)\\[\"[A-Z]+\",\\s*\"?\\d+\"?\\]", "");
    }
}

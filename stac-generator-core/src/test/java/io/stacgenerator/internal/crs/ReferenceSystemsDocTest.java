package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.proj.Wgs84Transform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of methods in docs/reference-systems.md; {@code -Dstacgenerator.writeDocs=true} writes it. */
final class ReferenceSystemsDocTest {

    private static final Path PAGE = Path.of("..", "docs", "reference-systems.md");
    private static final String BEGIN = "<!-- methods -->\n";
    private static final String END = "<!-- end of methods -->";
    private static final String WGS84 = " +a=6378137 +b=6356752.314245179";
    private static final String SPHERE = " +a=6371000 +b=6371000";
    private static final String BESSEL = " +ellps=bessel";

    @Test
    void pageListsTheMethods() throws IOException {
        String page = Files.readString(PAGE);
        String expected =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + table() + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("stacgenerator.writeDocs")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(page).isEqualTo(expected);
    }

    private static String table() {
        return Arrays.stream(ProjectionMethod.values())
                .map(ReferenceSystemsDocTest::row)
                .collect(Collectors.joining("", "| method | GeoKey | PROJ | without GDAL |\n|---|---|---|---|\n", ""));
    }

    private static String row(ProjectionMethod method) {
        String proj = method.proj().replaceFirst("\\+proj=", "");
        String geoKey = method.geoKey() == 0 ? "" : String.valueOf(method.geoKey());
        return "| %s | %s | `%s` | %s |%n"
                .formatted(method.title(), geoKey, proj, support(method))
                .replace("\r", "");
    }

    private static String support(ProjectionMethod method) {
        if (isComputed(method, WGS84)) {
            return "yes";
        }
        return isComputed(method, SPHERE) ? "on a sphere" : isComputed(method, BESSEL) ? "on that of Bessel" : "";
    }

    private static boolean isComputed(ProjectionMethod method, String figure) {
        String parameters = method.parameters().stream()
                .map(parameter -> parameter.proj(sample(parameter)))
                .collect(Collectors.joining(" "));
        try {
            Wgs84Transform.of(method.proj() + " " + parameters + figure);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static double sample(ProjectionParameter parameter) {
        return switch (parameter) {
            case FIRST_PARALLEL, POLAR_PARALLEL, FIRST_LATITUDE -> 40;
            case SECOND_PARALLEL, SECOND_LATITUDE -> 50;
            case AZIMUTH, RECTIFIED_ANGLE -> 30;
            case LATITUDE_OF_CENTER, PARALLEL_OF_ORIGIN -> 45;
            case SATELLITE_HEIGHT -> 35_785_831;
            case SCALE_AT_ORIGIN, SCALE_ON_LINE -> 1;
            default -> 0;
        };
    }
}

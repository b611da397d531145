package io.stacgenerator.internal.geotiff;

import io.stacgenerator.spi.raster.GroundControlPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table of MapInfo that registers an image: control points, and the system of their coordinates. It is read as GDAL
 * does.
 *
 * @param points the points; two are completed to the rectangle of which they are opposite corners
 * @param coordSys the clause {@code CoordSys}, or null
 */
record MapInfoTable(
        List<GroundControlPoint> points, @Nullable String coordSys) {

    private static final Pattern RASTER = Pattern.compile("(?im)^\\h*+Type\\h++\"?RASTER\"?\\h*+$");
    private static final Pattern COORD_SYS = Pattern.compile("(?im)^\\h*+(CoordSys\\h.*)$");
    private static final Pattern DEGREES = Pattern.compile("(?im)^\\h*+Units\\h++\"degree\"\\h*+$");
    private static final Pattern PROJECTED =
            Pattern.compile("(?i)(?<clause>CoordSys\\s+Earth\\s+Projection\\s+)\\d+\\s*,\\s*(\\d{1,3})\\s*,.*");
    private static final Pattern POINT = Pattern.compile(
            "(?im)^\\h*+\\(\\h*+([^\\s,()]++)\\h*+,\\h*+([^\\s,()]++)\\h*+\\)\\h*+\\(\\h*+([^\\s,()]++)\\h*+,\\h*+([^\\s,()]++)\\h*+\\)\\h*+,?\\h*+Label\\b");

    /** GDAL reads no more. */
    private static final int MAX_POINTS = 256;

    /** Reads a table; it says nothing where it does not register an image. */
    static MapInfoTable parse(String text) {
        if (!RASTER.matcher(text).find()) {
            return new MapInfoTable(List.of(), null);
        }
        List<GroundControlPoint> points = new ArrayList<>();
        Matcher matcher = POINT.matcher(text);
        while (points.size() < MAX_POINTS && matcher.find()) {
            point(matcher, points);
        }
        return new MapInfoTable(rectangle(points), coordSys(text));
    }

    private static void point(Matcher matcher, List<GroundControlPoint> points) {
        double[] numbers = new double[4];
        for (int i = 0; i < numbers.length; i++) {
            Double number = GdalNumber.parse(matcher.group(i + 1));
            if (number == null || !Double.isFinite(number)) {
                return;
            }
            numbers[i] = number;
        }
        points.add(new GroundControlPoint(numbers[2], numbers[3], numbers[0], numbers[1], 0));
    }

    private static List<GroundControlPoint> rectangle(List<GroundControlPoint> points) {
        if (points.size() != 2) {
            return points;
        }
        GroundControlPoint one = points.get(0);
        GroundControlPoint other = points.get(1);
        return List.of(
                one,
                other,
                new GroundControlPoint(one.column(), other.row(), one.x(), other.y(), 0),
                new GroundControlPoint(other.column(), one.row(), other.x(), one.y(), 0));
    }

    /** Vertical Mapper has written projected systems next to points in degrees; only their datum counts. */
    private static @Nullable String coordSys(String text) {
        Matcher matcher = COORD_SYS.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        String clause = matcher.group(1).strip();
        return DEGREES.matcher(text).find() ? PROJECTED.matcher(clause).replaceFirst("${clause}1, $2") : clause;
    }
}

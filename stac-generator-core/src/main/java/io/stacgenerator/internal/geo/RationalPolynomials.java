package io.stacgenerator.internal.geo;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;

/**
 * Locates pixels by rational polynomial coefficients, at the height that they are given for (NIMA STDI-0002, volume 1,
 * appendix E, extension RPC00B). They lead from places to pixels and are inverted by Newton's method.
 */
final class RationalPolynomials implements PixelLocator {

    private static final String DOMAIN = "RPC:";
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int COEFFICIENTS = 20;

    /** Positions count from the center of the first pixel, ours from its corner. */
    private static final double HALF_PIXEL = 0.5;

    /** Newton's method doubles the digits in each step; five do from anywhere in an image. */
    private static final int STEPS = 20;

    private static final double DELTA = 1e-6;

    /** Of the scale; a thousandth of a pixel of an image of 100,000 of them. */
    private static final double CONVERGED = 1e-8;

    /** Images end at 1, where the coefficients were fitted; twice as far these may lead anywhere. */
    private static final double FARTHEST = 2;

    private final double[] lines;
    private final double[] lineDenominator;
    private final double[] samples;
    private final double[] sampleDenominator;
    private final Axis line;
    private final Axis sample;
    private final Axis latitude;
    private final Axis longitude;
    private final double height;

    private RationalPolynomials(Map<String, String> metadata) {
        lines = numbers(metadata, "LINE_NUM_COEFF");
        lineDenominator = numbers(metadata, "LINE_DEN_COEFF");
        samples = numbers(metadata, "SAMP_NUM_COEFF");
        sampleDenominator = numbers(metadata, "SAMP_DEN_COEFF");
        line = axis(metadata, "LINE");
        sample = axis(metadata, "SAMP");
        latitude = axis(metadata, "LAT");
        longitude = axis(metadata, "LONG");
        height = numbers(metadata, "HEIGHT_OFF")[0];
    }

    /**
     * Reads coefficients.
     *
     * @param metadata tags, those by the names of GDAL's domain {@code RPC}
     * @return the coefficients; empty where they are missing or malformed
     */
    static Optional<RationalPolynomials> of(Map<String, String> metadata) {
        try {
            return metadata.containsKey(DOMAIN + "LINE_NUM_COEFF")
                    ? Optional.of(new RationalPolynomials(metadata))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double[] numbers(Map<String, String> metadata, String name) {
        String text = metadata.get(DOMAIN + name);
        if (text == null) {
            throw new NumberFormatException(name + " is missing");
        }
        String[] words = BLANKS.split(text.strip(), COEFFICIENTS + 1);
        int expected = name.endsWith("COEFF") ? COEFFICIENTS : 1;
        double[] numbers = new double[expected];
        for (int i = 0; i < expected; i++) {
            numbers[i] = i < words.length ? Double.parseDouble(words[i]) : Double.NaN;
        }
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw new NumberFormatException(name + " is " + text);
        }
        return numbers;
    }

    private static Axis axis(Map<String, String> metadata, String name) {
        Axis axis = new Axis(numbers(metadata, name + "_OFF")[0], numbers(metadata, name + "_SCALE")[0]);
        if (axis.scale() == 0) {
            throw new NumberFormatException(name + "_SCALE is 0");
        }
        return axis;
    }

    /** Returns the height that places are for, in meters above the ellipsoid. */
    double height() {
        return height;
    }

    @Override
    public boolean locate(double column, double row, double[] lonLat) {
        double wantedSample = (column - HALF_PIXEL - sample.offset()) / sample.scale();
        double wantedLine = (row - HALF_PIXEL - line.offset()) / line.scale();
        double x = 0;
        double y = 0;
        for (int i = 0; i < STEPS; i++) {
            Coordinate at = image(x, y);
            double ds = wantedSample - at.x;
            double dl = wantedLine - at.y;
            if (Math.hypot(ds, dl) < CONVERGED) {
                lonLat[0] = longitude.offset() + x * longitude.scale();
                lonLat[1] = latitude.offset() + y * latitude.scale();
                return Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST && Math.abs(lonLat[1]) <= 90;
            }
            Coordinate byX = image(x + DELTA, y);
            Coordinate byY = image(x, y + DELTA);
            double sx = (byX.x - at.x) / DELTA;
            double lx = (byX.y - at.y) / DELTA;
            double sy = (byY.x - at.x) / DELTA;
            double ly = (byY.y - at.y) / DELTA;
            double determinant = sx * ly - sy * lx;
            x += (ds * ly - dl * sy) / determinant;
            y += (dl * sx - ds * lx) / determinant;
        }
        return false;
    }

    /** Longitudes are counted from that of the image and never jump. */
    @Override
    public boolean continuous() {
        return true;
    }

    private Coordinate image(double x, double y) {
        return new Coordinate(
                value(samples, x, y) / value(sampleDenominator, x, y),
                value(lines, x, y) / value(lineDenominator, x, y));
    }

    /** The terms of longitude x and latitude y; those with height are 0 at the height of the offset. */
    private static double value(double[] c, double x, double y) {
        return c[0]
                + c[1] * x
                + c[2] * y
                + c[4] * x * y
                + c[7] * x * x
                + c[8] * y * y
                + c[11] * x * x * x
                + c[12] * x * y * y
                + c[14] * x * x * y
                + c[15] * y * y * y;
    }

    private record Axis(double offset, double scale) {}
}

package io.stacgenerator.internal.projection;

import java.util.List;

/**
 * Goode's homolosine of a sphere: sinusoidal lobes up to the latitude where these are as wide as those of Mollweide,
 * which follow: Goode (1925). Interrupted for the lands or the oceans, or whole.
 */
final class Homolosine implements MapProjection {

    private static final double SEAM = Math.toRadians(40 + 44.0 / 60 + 11.8 / 3600);
    private static final Sinusoidal LOW = new Sinusoidal(0);
    private static final Mollweide HIGH = new Mollweide();

    /** Goode's own rounding, which PROJ and Snyder have for the whole map. */
    private static final double ROUNDED_OFFSET = 0.0528;

    private final List<Lobe> north;
    private final List<Lobe> south;
    private final double offset;

    /** Mollweide's lobes are moved towards the equator by an offset. */
    private Homolosine(List<Lobe> north, List<Lobe> south, double offset) {
        this.north = north;
        this.south = south;
        this.offset = offset;
    }

    /** A part between two meridians, with its central one, in degrees. */
    private record Lobe(double west, double east, double center) {

        boolean holds(double longitude) {
            return longitude >= Math.toRadians(west) && longitude <= Math.toRadians(east);
        }

        double middle() {
            return Math.toRadians(center);
        }
    }

    static Homolosine ofLands() {
        return new Homolosine(
                List.of(new Lobe(-180, -40, -100), new Lobe(-40, 180, 30)),
                List.of(
                        new Lobe(-180, -100, -160),
                        new Lobe(-100, -20, -60),
                        new Lobe(-20, 80, 20),
                        new Lobe(80, 180, 140)),
                seam());
    }

    static Homolosine ofOceans() {
        return new Homolosine(
                List.of(new Lobe(-180, -90, -140), new Lobe(-90, 60, -10), new Lobe(60, 180, 130)),
                List.of(new Lobe(-180, -60, -110), new Lobe(-60, 90, 20), new Lobe(90, 180, 150)),
                seam());
    }

    static Homolosine whole() {
        List<Lobe> world = List.of(new Lobe(-180, 180, 0));
        return new Homolosine(world, world, ROUNDED_OFFSET);
    }

    private static double seam() {
        double[] low = {0, SEAM};
        double[] high = {0, SEAM};
        LOW.project(low);
        HIGH.project(high);
        return high[1] - low[1];
    }

    @Override
    public boolean project(double[] p) {
        for (Lobe lobe : lobes(p[1])) {
            if (lobe.holds(p[0])) {
                boolean high = Math.abs(p[1]) > SEAM;
                double moved = high ? Math.copySign(offset, p[1]) : 0;
                p[0] -= lobe.middle();
                part(high).project(p);
                p[0] += lobe.middle();
                p[1] -= moved;
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean unproject(double[] p) {
        double x = p[0];
        boolean high = Math.abs(p[1]) > SEAM;
        double y = high ? p[1] + Math.copySign(offset, p[1]) : p[1];
        for (Lobe lobe : lobes(y)) {
            p[0] = x - lobe.middle();
            p[1] = y;
            if (part(high).unproject(p) && lobe.holds(p[0] + lobe.middle())) {
                p[0] += lobe.middle();
                return true;
            }
        }
        return false;
    }

    private List<Lobe> lobes(double northing) {
        return northing < 0 ? south : north;
    }

    private static MapProjection part(boolean high) {
        return high ? HIGH : LOW;
    }
}

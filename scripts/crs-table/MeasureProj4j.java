import io.stacgenerator.internal.proj.Wgs84Transform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Measures how far proj4j is from PROJ, and that it leads back. Each line of the standard input holds a key, a PROJ string, its datum
 * shifts and points "x,y,lon,lat;" computed by PROJ, separated by tabs. Each line of the standard output holds the key, the largest distance
 * in meters and, where there is none, why.
 */
final class MeasureProj4j {

    private static final double METRES_PER_DEGREE = 111_320;

    private MeasureProj4j() {}

    public static void main(String[] args) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] cells = line.split("\t");
            System.out.println(cells[0] + "\t" + measure(cells[1], cells[2], cells[3]));
        }
    }

    private static String measure(String projString, String shifts, String points) {
        try {
            return Double.toString(largest(Wgs84Transform.of(projString, shifts), points)) + "\t";
        } catch (IllegalArgumentException e) {
            return "\t" + e.getMessage();
        }
    }

    private static double largest(Wgs84Transform transform, String points) {
        double largest = 0;
        for (String point : points.split(";")) {
            String[] n = point.split(",");
            double[] p = new double[2];
            boolean inside = transform.toLonLat(Double.parseDouble(n[0]), Double.parseDouble(n[1]), p);
            double distance = inside ? distance(p, Double.parseDouble(n[2]), Double.parseDouble(n[3])) : Double.POSITIVE_INFINITY;
            inside = transform.toLonLatAndBack(Double.parseDouble(n[0]), Double.parseDouble(n[1]), p);
            distance = inside ? distance : Double.POSITIVE_INFINITY;
            largest = Math.max(largest, distance);
        }
        return largest;
    }

    private static double distance(double[] p, double longitude, double latitude) {
        double east = Math.IEEEremainder(p[0] - longitude, 360) * Math.cos(Math.toRadians(latitude));
        return Math.hypot(east, p[1] - latitude) * METRES_PER_DEGREE;
    }
}

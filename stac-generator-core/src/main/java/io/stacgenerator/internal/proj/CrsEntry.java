package io.stacgenerator.internal.proj;

/**
 * What the table knows of an EPSG system.
 *
 * @param code the EPSG code
 * @param name the name of the system
 * @param deprecated whether EPSG has withdrawn it
 * @param west the western limit of its area of use in degrees, greater than {@code east} across the antimeridian
 * @param south the southern limit
 * @param east the eastern limit
 * @param north the northern limit
 * @param error the largest distance in metres between this library and PROJ, measured on a grid of points in the area
 *     of use; infinite when proj4j cannot transform the system at all
 * @param projString the definition without its datum shift
 * @param shifts the datum shifts, as {@link Wgs84Transform#of(String, String)} takes them
 * @since 0.1.0
 */
public record CrsEntry(
        int code,
        String name,
        boolean deprecated,
        double west,
        double south,
        double east,
        double north,
        double error,
        String projString,
        String shifts) {

    static CrsEntry parse(String line) {
        String[] cell = line.split("\t", -1);
        return new CrsEntry(
                Integer.parseInt(cell[0]),
                cell[1],
                cell[2].equals("d"),
                Double.parseDouble(cell[3]),
                Double.parseDouble(cell[4]),
                Double.parseDouble(cell[5]),
                Double.parseDouble(cell[6]),
                cell[7].isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(cell[7]),
                cell[8],
                cell[9]);
    }
}

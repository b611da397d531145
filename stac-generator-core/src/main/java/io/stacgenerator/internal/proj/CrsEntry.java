package io.stacgenerator.internal.proj;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the table knows of a system of EPSG or, where the code is above 32767, of ESRI.
 *
 * @param code the code
 * @param name the name of the system
 * @param deprecated whether it has been withdrawn
 * @param west the western limit of its area of use in degrees, greater than {@code east} across the antimeridian
 * @param south the southern limit
 * @param east the eastern limit
 * @param north the northern limit
 * @param error the largest distance in meters between this library and PROJ, measured on a grid of points in the area
 *     of use; infinite when proj4j cannot transform the system at all, or does not lead back
 * @param projString the definition without its datum shift
 * @param shifts the datum shifts, as {@link Wgs84Transform#of(String, String)} takes them
 * @param parts the codes of the parts of a compound system, joined by a plus sign; empty for other systems
 * @param operation the name of the shift of datum that PROJ uses most in the area, empty where none is needed
 * @param accuracy its accuracy in meters; not a number where it is not known
 * @param datum the name of the datum of a geographic system; empty for other systems
 * @param aliases other names, such as those of ESRI
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
        String shifts,
        String parts,
        String operation,
        double accuracy,
        String datum,
        List<String> aliases) {

    private static final int LAST_OF_EPSG = 32767;

    static CrsEntry parse(String line) {
        String[] cell = (line + "\t\t\t\t\t").split("\t", -1);
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
                cell[9],
                cell[10],
                cell[11],
                cell[12].isEmpty() ? Double.NaN : Double.parseDouble(cell[12]),
                cell[13],
                Stream.of(cell[14].split("\\|", -1))
                        .filter(alias -> !alias.isEmpty())
                        .toList());
    }

    /** Returns the names in a line of the table, parted by bars and tabs: of the system, of its datum, and aliases. */
    static String names(String line) {
        int name = line.indexOf('\t') + 1;
        int datum = line.lastIndexOf('\t', line.lastIndexOf('\t') - 1);
        return line.substring(name, line.indexOf('\t', name)) + line.substring(datum);
    }

    /** Returns whether a line of the table is that of a compound system: its parts stand before four other cells. */
    static boolean isCompound(String line) {
        int end = line.length();
        for (int i = 0; i < 4; i++) {
            end = line.lastIndexOf('\t', end - 1);
        }
        return line.charAt(end - 1) != '\t';
    }

    /**
     * Returns the code with its authority.
     *
     * @return such as {@code EPSG:32632}
     */
    public String authorityCode() {
        return (ofEsri() ? "ESRI:" : "EPSG:") + code;
    }

    /** Returns whether the system is one of ESRI. */
    boolean ofEsri() {
        return code > LAST_OF_EPSG;
    }

    /**
     * Returns whether coordinates are longitude and latitude.
     *
     * @return true for a geographic system
     */
    public boolean geographic() {
        return projString.startsWith("+proj=longlat");
    }

    /**
     * Returns the parameters of the definition by their names.
     *
     * @return such as {@code proj} and {@code utm}; flags such as {@code south} are empty
     */
    public Map<String, String> parameters() {
        return Stream.of(projString.split(" ", -1))
                .filter(token -> token.startsWith("+"))
                .map(token -> (token.substring(1) + "=").split("=", -1))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /**
     * Returns whether a place is in the area of use.
     *
     * @param longitude longitude in degrees
     * @param latitude latitude in degrees
     * @return true inside and on the limits
     */
    public boolean contains(double longitude, double latitude) {
        double fromWest = (longitude - west) - 360 * Math.floor((longitude - west) / 360);
        return fromWest <= width() && latitude >= south && latitude <= north;
    }

    /**
     * Returns the width of the area of use.
     *
     * @return degrees from west to east, across the antimeridian where that is the way
     */
    public double width() {
        return east - west + (east < west ? 360 : 0);
    }

    /**
     * Returns whether PROJ knows no shift between the datum and WGS 84, so that positions may be off by hundreds of
     * meters.
     *
     * @return true where longitude and latitude are taken as they are though the datum is another one
     */
    public boolean ballpark() {
        return operation.contains("Ballpark");
    }
}

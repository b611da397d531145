package io.stacgenerator.internal.crs;

import io.stacgenerator.internal.proj.CrsTable;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The clause {@code CoordSys} of MapInfo (MapBasic reference): the number of a projection, that of a datum, a unit and
 * parameters. The systems in wide use are known by their codes; GDAL knows the others.
 */
final class MapInfoCoordSys {

    private static final Pattern CLAUSE = Pattern.compile("(?i)\\s*CoordSys\\s+(.*)", Pattern.DOTALL);
    private static final Pattern EARTH =
            Pattern.compile("(?i)Earth\\s+Projection\\s+(\\d++)\\s*,\\s*(\\d++)\\s*(?:,\\s*\"([^\"]*)\"\\s*)?(.*)");
    private static final Pattern BOUNDS = Pattern.compile("(?i)\\bBounds\\s*+\\(.*");

    private static final int LONGITUDES_AND_LATITUDES = 1;
    private static final int TRANSVERSE_MERCATOR = 8;
    private static final int MERCATOR = 10;

    /** Codes of longitudes and latitudes by the number of the datum. */
    private static final Map<Integer, Integer> GEOGRAPHIC =
            Map.of(104, 4326, 74, 4269, 62, 4267, 115, 4258, 116, 4283, 117, 4167, 79, 4277, 28, 4230);

    /** Codes of the zone 0 of UTM in the north, to which the zone is added. */
    private static final Map<Integer, Integer> UTM_NORTH =
            Map.of(104, 32600, 74, 26900, 62, 26700, 115, 25800, 28, 23000);

    private static final Map<Integer, Integer> UTM_SOUTH = Map.of(104, 32700, 116, 28300);
    private static final double[] BRITISH_GRID = {-2, 49, 0.9996012717, 400_000, -100_000};
    private static final double[] NEW_ZEALAND = {173, 0, 0.9996, 1_600_000, 10_000_000};
    private static final double SOUTH = 10_000_000;

    private MapInfoCoordSys() {}

    static boolean matches(String text) {
        return CLAUSE.matcher(text).matches();
    }

    /** Returns the system of a clause, one that has no code by its name alone; empty for other strings. */
    static Optional<CrsDefinition> read(String text) {
        Matcher clause = CLAUSE.matcher(text);
        if (!clause.matches()) {
            return Optional.empty();
        }
        String system = BOUNDS.matcher(clause.group(1)).replaceFirst("").strip();
        Matcher earth = EARTH.matcher(system);
        Integer code = earth.matches() ? code(earth) : null;
        boolean terrestrial = !system.toLowerCase(Locale.ROOT).startsWith("nonearth");
        return Optional.of(
                code == null
                        ? ReferenceSystems.definition(null, system, null, null, null, terrestrial)
                        : DefinitionText.coded("EPSG:" + code));
    }

    private static @Nullable Integer code(Matcher earth) {
        int projection = Integer.parseInt(earth.group(1).length() > 4 ? "0" : earth.group(1));
        int datum = Integer.parseInt(earth.group(2).length() > 4 ? "0" : earth.group(2));
        double[] parameters = parameters(earth.group(4));
        if (projection == LONGITUDES_AND_LATITUDES) {
            return GEOGRAPHIC.get(datum);
        }
        if (!"m".equals(earth.group(3)) || parameters.length == 0) {
            return null;
        }
        if (projection == MERCATOR) {
            return datum == 157 && parameters[0] == 0 ? (Integer) 3857 : null;
        }
        return projection == TRANSVERSE_MERCATOR ? transverse(datum, parameters) : null;
    }

    private static @Nullable Integer transverse(int datum, double[] parameters) {
        if (datum == 79 && Arrays.equals(parameters, BRITISH_GRID)) {
            return 27700;
        }
        if (datum == 117 && Arrays.equals(parameters, NEW_ZEALAND)) {
            return 2193;
        }
        double north = parameters.length == 5 ? parameters[4] : Double.NaN;
        double zone = (parameters[0] + 183) / 6;
        boolean utm = zone == Math.rint(zone)
                && zone >= 1
                && zone <= 60
                && Arrays.equals(parameters, new double[] {parameters[0], 0, 0.9996, 500_000, north});
        Integer base = north == 0 ? UTM_NORTH.get(datum) : north == SOUTH ? UTM_SOUTH.get(datum) : null;
        return utm && base != null ? listed(base + (int) zone) : null;
    }

    private static @Nullable Integer listed(int code) {
        return CrsTable.find(code).isPresent() ? (Integer) code : null;
    }

    /** What follows parameters, such as an affine transform, makes another system of it. */
    private static double[] parameters(String text) {
        try {
            return Arrays.stream(text.strip().replaceFirst("^,", "").split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }
}

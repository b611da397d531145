package io.stacgenerator.internal.crs;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a horizontal system of well-known text; what it does not understand for certain is left to GDAL. */
final class WktReader {

    private static final List<String> GEOGRAPHIC =
            List.of("GEOGCS", "GEOGCRS", "GEODCRS", "BASEGEOGCRS", "BASEGEODCRS");

    /** Wherever the zero of these is, it does nothing. */
    private static final List<String> IDLE = List.of("auxiliaryspheretype", "xyplanerotation", "option");

    private final double @Nullable [] shift;

    /**
     * Creates a reader.
     *
     * @param shift the numbers of {@code +towgs84} that the system is bound to, null for none
     */
    WktReader(double @Nullable [] shift) {
        this.shift = shift;
    }

    Optional<DefinedCrs> read(WktNode node) {
        if (shift != null && !Arrays.stream(shift).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        if (GEOGRAPHIC.contains(node.keyword())) {
            return geographic(node).map(crs -> new DefinedCrs(node.name(), crs, null));
        }
        WktNode base = node.child("GEOGCS", "BASEGEOGCRS", "BASEGEODCRS").orElse(null);
        if (base == null) {
            return Optional.empty();
        }
        return geographic(base).flatMap(crs -> conversion(node, crs).map(map -> new DefinedCrs(node.name(), crs, map)));
    }

    static boolean terrestrial(WktNode node) {
        WktNode figure = find(node, "SPHEROID", "ELLIPSOID");
        double semiMajor = figure == null ? Double.NaN : semiMajor(figure);
        return Double.isNaN(semiMajor) || Ellipsoid.terrestrial(semiMajor);
    }

    /** Returns the semi-major axis in meters; not a number where none is given. */
    private static double semiMajor(WktNode figure) {
        return figure.number(1).orElse(Double.NaN)
                * figure.child("LENGTHUNIT", "UNIT")
                        .map(unit -> unit.number(1).orElse(1))
                        .orElse(1.0);
    }

    static double @Nullable [] toWgs84(WktNode horizontal) {
        WktNode numbers = find(horizontal, "TOWGS84");
        return numbers == null
                ? null
                : numbers.values().stream().mapToDouble(WktReader::parse).toArray();
    }

    /** Reads the parameters of a shift of datum in the order and units of {@code +towgs84}. */
    static double[] parameters(WktNode transformation) {
        return transformation.all("PARAMETER").stream()
                .mapToDouble(parameter -> {
                    double value = parameter.number(1).orElse(Double.NaN);
                    double unit = unit(parameter, 1);
                    return switch (WktMethods.key(parameter.name())) {
                        case "xaxistranslation", "yaxistranslation", "zaxistranslation" -> value * unit;
                        case "xaxisrotation", "yaxisrotation", "zaxisrotation" ->
                            value * (unit == 1 ? 1 : Math.toDegrees(unit) * 3600);
                        // an abridged transformation gives the scale itself: OGC 18-010r7 section 17
                        case "scaledifference" -> unit == 1 && value > 0.5 ? (value - 1) * 1e6 : value * unit * 1e6;
                        default -> Double.NaN;
                    };
                })
                .toArray();
    }

    private Optional<GeographicCrs> geographic(WktNode node) {
        WktNode datum = node.child("DATUM", "ENSEMBLE").orElse(null);
        WktNode figure = find(node, "SPHEROID", "ELLIPSOID");
        if (datum == null || figure == null || figure.values().size() < 3) {
            return Optional.empty();
        }
        double inverse = figure.number(2).orElse(Double.NaN);
        double semiMajor = semiMajor(figure);
        Ellipsoid ellipsoid = Ellipsoid.ofFlattening(figure.name().replace('_', ' '), semiMajor, inverse);
        UnitOfMeasure unit = angular(node);
        WktNode prime = node.child("PRIMEM").orElse(null);
        double meridian = prime == null
                ? 0
                : prime.number(1).orElse(Double.NaN)
                        * prime.child("ANGLEUNIT", "UNIT")
                                .map(each -> Math.toDegrees(each.number(1).orElse(Double.NaN)))
                                .orElse(unit.size());
        // WKT 1 counts a prime meridian in degrees or in the unit of the system, and writers differ
        boolean ambiguous = meridian != 0 && !unit.standard();
        if (ambiguous) {
            return Optional.empty();
        }
        if (!Double.isFinite(semiMajor) || !Double.isFinite(inverse) || !Double.isFinite(meridian)) {
            return Optional.empty();
        }
        GeographicCrs crs =
                new GeographicCrs(0, node.name(), datum.name(), ellipsoid, PrimeMeridian.at(meridian), unit, "");
        if (!crs.valid()) {
            return Optional.empty();
        }
        return shift == null ? crs.onNamedDatum() : Optional.of(crs.shifted(shift));
    }

    private static UnitOfMeasure angular(WktNode node) {
        WktNode unit = node.child("ANGLEUNIT", "UNIT")
                .or(() -> node.all("AXIS").stream().findFirst().flatMap(axis -> axis.child("ANGLEUNIT", "UNIT")))
                .orElse(null);
        if (unit == null) {
            return UnitOfMeasure.DEGREE;
        }
        double degrees = Math.toDegrees(unit.number(1).orElse(Double.NaN));
        // strings round the radian to as few as 10 digits
        return Math.abs(degrees - 1) < 1e-9
                ? UnitOfMeasure.DEGREE
                : UnitOfMeasure.angular(unit.name().toLowerCase(Locale.ROOT), degrees);
    }

    private static Optional<Conversion> conversion(WktNode node, GeographicCrs crs) {
        WktNode map = node.child("CONVERSION").orElse(node);
        String method = method(map, crs);
        UnitOfMeasure unit = linear(node);
        Map<String, Double> given = new HashMap<>();
        for (WktNode parameter : map.all("PARAMETER")) {
            given.put(WktMethods.key(parameter.name()), value(parameter, unit, crs));
        }
        IDLE.forEach(name -> given.remove(name, 0.0));
        return WktMethods.find(method, given)
                .map(found -> oriented(found.named(node.name()), node))
                .filter(found -> hasAxesOf(found, node))
                .flatMap(found -> conversion(found, given, unit));
    }

    private static String method(WktNode map, GeographicCrs crs) {
        String method = map.child("METHOD", "PROJECTION").map(WktNode::name).orElse("");
        // ESRI, whose geographic systems are called so, takes the Earth for a sphere
        if (method.equalsIgnoreCase("Orthographic") && crs.name().startsWith("GCS_")) {
            return ProjectionMethod.ORTHOGRAPHIC_SPHERE.title();
        }
        // WKT 1 of GDAL has no other place for these
        if (extended(map, "+sweep=x")) {
            return ProjectionMethod.GEOSTATIONARY_SWEEP_X.title();
        }
        return extended(map, "+proj=merc ") && extended(map, "+nadgrids=@null")
                ? ProjectionMethod.WEB_MERCATOR.title()
                : method;
    }

    /** Returns whether a PROJ string, which counts for GDAL before what it extends, has a parameter. */
    private static boolean extended(WktNode map, String parameter) {
        return map.child("EXTENSION")
                .filter(extension -> extension.values().stream().anyMatch(value -> value.contains(parameter)))
                .isPresent();
    }

    private static Optional<Conversion> conversion(
            ProjectionMethod method, Map<String, Double> given, UnitOfMeasure unit) {
        Map<ProjectionParameter, Double> values = new EnumMap<>(ProjectionParameter.class);
        for (ProjectionParameter parameter : method.parameters()) {
            Double value = WktMethods.take(parameter, given);
            values.put(parameter, value == null ? parameter.kind().absent() : value);
        }
        if (values.containsKey(ProjectionParameter.RECTIFIED_ANGLE)) {
            values.merge(
                    ProjectionParameter.RECTIFIED_ANGLE,
                    values.getOrDefault(ProjectionParameter.AZIMUTH, Double.NaN),
                    (angle, azimuth) -> Double.isNaN(angle) ? azimuth : angle);
        }
        given.remove("scalefactor", 1.0);
        if (method == ProjectionMethod.WEB_MERCATOR) {
            given.remove("standardparallel1", 0.0);
        }
        ProjectionMethod variant = method.atPole(values.getOrDefault(ProjectionParameter.POLAR_PARALLEL, 0.0));
        return given.isEmpty()
                ? Conversion.of(variant, variant == method ? values : atPole(values), unit)
                : Optional.empty();
    }

    /** The parameters of variant A of the polar stereographic, from those of B with the parallel at the pole. */
    private static Map<ProjectionParameter, Double> atPole(Map<ProjectionParameter, Double> b) {
        Map<ProjectionParameter, Double> values = new EnumMap<>(b);
        values.put(ProjectionParameter.LATITUDE_OF_ORIGIN, values.remove(ProjectionParameter.POLAR_PARALLEL));
        values.put(
                ProjectionParameter.LONGITUDE_OF_ORIGIN_AT_POLE, values.remove(ProjectionParameter.LONGITUDE_OF_POLE));
        values.put(ProjectionParameter.SCALE_AT_ORIGIN, 1.0);
        return values;
    }

    /** Angles in degrees, lengths in the unit of the map. */
    private static double value(WktNode parameter, UnitOfMeasure unit, GeographicCrs crs) {
        double value = parameter.number(1).orElse(Double.NaN);
        WktNode own = parameter.child("ANGLEUNIT", "LENGTHUNIT", "SCALEUNIT").orElse(null);
        if (own == null) {
            boolean angle = WktMethods.isAngle(parameter.name());
            return angle ? value * crs.unit().size() : value;
        }
        double size = own.number(1).orElse(Double.NaN);
        return switch (own.keyword()) {
            case "ANGLEUNIT" -> degrees(value, size);
            case "LENGTHUNIT" -> value * size / unit.size();
            default -> value * size;
        };
    }

    /** The radian of a degree is rounded in strings: a value in degrees is taken as it stands. */
    private static double degrees(double value, double radians) {
        double degrees = Math.toDegrees(radians);
        return Math.abs(degrees - 1) < 1e-9 ? value : value * degrees;
    }

    private static UnitOfMeasure linear(WktNode node) {
        WktNode unit = node.child("LENGTHUNIT", "UNIT")
                .or(() -> node.all("AXIS").stream().findFirst().flatMap(axis -> axis.child("LENGTHUNIT", "UNIT")))
                .orElse(null);
        double meters = unit == null ? 1 : unit.number(1).orElse(Double.NaN);
        return meters == 1 || unit == null
                ? UnitOfMeasure.METER
                : UnitOfMeasure.linear(unit.name().replace('_', ' '), meters);
    }

    /** WKT 1 of GDAL has one name for both variants of Krovak, and tells them apart by the axes. */
    private static ProjectionMethod oriented(ProjectionMethod method, WktNode node) {
        boolean north = method == ProjectionMethod.KROVAK
                && node.keyword().equals("PROJCS")
                && node.all("AXIS").stream().anyMatch(axis -> isDirected(axis, "east", "north"));
        return north ? ProjectionMethod.KROVAK_NORTH : method;
    }

    /** Returns whether x and y grow as those of a method do, or the axes are those of a map around a pole. */
    private static boolean hasAxesOf(ProjectionMethod method, WktNode node) {
        return node.all("AXIS").stream()
                .allMatch(axis -> axis.holds("MERIDIAN")
                        || (method.southWest()
                                ? isDirected(axis, "south", "west")
                                : isDirected(axis, "east", "north")));
    }

    private static boolean isDirected(WktNode axis, String... directions) {
        return Stream.of(directions)
                .anyMatch(direction -> axis.values().stream().anyMatch(direction::equalsIgnoreCase));
    }

    private static double unit(WktNode node, double otherwise) {
        return node.child("ANGLEUNIT", "LENGTHUNIT", "SCALEUNIT")
                .map(unit -> unit.number(1).orElse(Double.NaN))
                .orElse(otherwise);
    }

    private static @Nullable WktNode find(WktNode node, String... keywords) {
        for (WktNode child : node.children()) {
            if (Arrays.asList(keywords).contains(child.keyword())) {
                return child;
            }
            WktNode found = find(child, keywords);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static double parse(String number) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

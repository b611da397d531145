package io.stacgenerator.internal.crs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A unit of GeoKeys: OGC 19-008r4 section 7.5.
 *
 * @param type the type in PROJJSON
 * @param name the name in the EPSG register
 * @param size the size in meters or degrees
 */
record UnitOfMeasure(String type, String name, double size) {

    static final UnitOfMeasure METER = linear("metre", 1);
    static final UnitOfMeasure DEGREE = angular("degree", 1);

    private static final int LINEAR = 3076;
    private static final int LINEAR_SIZE = 3077;
    private static final int ANGULAR = 2054;
    private static final int ANGULAR_SIZE = 2055;
    private static final double ALMOST = 1e-9;
    private static final Map<Integer, UnitOfMeasure> LINEAR_UNITS = Map.ofEntries(
            Map.entry(9001, METER),
            Map.entry(9002, linear("foot", 0.3048)),
            Map.entry(9003, linear("US survey foot", 1200.0 / 3937)),
            Map.entry(9005, linear("Clarke's foot", 0.3047972654)),
            Map.entry(9014, linear("fathom", 1.8288)),
            Map.entry(9030, linear("nautical mile", 1852)),
            Map.entry(9036, linear("kilometre", 1000)),
            Map.entry(9037, linear("Clarke's yard", 0.9143917962)),
            Map.entry(9039, linear("Clarke's link", 0.201166195164)),
            Map.entry(9040, linear("British yard (Sears 1922)", 0.9143984146160288)),
            Map.entry(9041, linear("British foot (Sears 1922)", 0.3047994715386762)),
            Map.entry(9042, linear("British chain (Sears 1922)", 20.116765121552632)),
            Map.entry(9080, linear("Indian foot", 0.30479951024814694)),
            Map.entry(9084, linear("Indian yard", 0.9143985307444408)),
            Map.entry(9093, linear("Statute mile", 1609.344)),
            Map.entry(9094, linear("Gold Coast foot", 0.3047997101815088)));
    private static final Map<Integer, UnitOfMeasure> ANGULAR_UNITS = Map.of(
            9101, angular("radian", Math.toDegrees(1)),
            9102, DEGREE,
            9103, angular("arc-minute", 1 / 60.0),
            9104, angular("arc-second", 1 / 3600.0),
            9105, angular("grad", 0.9),
            9106, angular("gon", 0.9),
            9122, DEGREE);

    /** Returns the unit of map coordinates, meters where nothing is said; empty where it is not known. */
    static Optional<UnitOfMeasure> linear(GeoKeys keys) {
        return find(keys, LINEAR, LINEAR_UNITS, METER, linear("unknown", keys.positive(LINEAR_SIZE)));
    }

    /** Returns the meters of the unit of map coordinates; empty where nothing is said or it is not known. */
    static Optional<Double> linearSize(GeoKeys keys) {
        return keys.has(LINEAR)
                ? linear(keys).map(UnitOfMeasure::size).filter(size -> keys.registered(LINEAR) != 0)
                : Optional.empty();
    }

    /** Returns the unit of longitude and latitude, degrees where nothing is said; empty where it is not known. */
    static Optional<UnitOfMeasure> angular(GeoKeys keys) {
        UnitOfMeasure sized = angular("unknown", Math.toDegrees(keys.positive(ANGULAR_SIZE)));
        return find(keys, ANGULAR, ANGULAR_UNITS, DEGREE, sized);
    }

    private static Optional<UnitOfMeasure> find(
            GeoKeys keys, int key, Map<Integer, UnitOfMeasure> units, UnitOfMeasure standard, UnitOfMeasure sized) {
        int code = keys.registered(key);
        if (code != 0) {
            return Optional.ofNullable(units.get(code));
        }
        boolean usual = sized.size() == 0 || Math.abs(sized.size() - 1) < ALMOST;
        return Optional.of(usual ? standard : sized);
    }

    static UnitOfMeasure linear(String name, double meters) {
        return new UnitOfMeasure("LinearUnit", name, meters);
    }

    static UnitOfMeasure angular(String name, double degrees) {
        return new UnitOfMeasure("AngularUnit", name, degrees);
    }

    boolean standard() {
        return size == 1;
    }

    Object projjson() {
        if (standard()) {
            return name;
        }
        Map<String, Object> unit = new LinkedHashMap<>();
        unit.put("type", type);
        unit.put("name", name);
        unit.put("conversion_factor", type.equals("AngularUnit") ? Math.toRadians(size) : size);
        return unit;
    }
}

package io.stacgenerator.internal.projection;

import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The projections of this package by the names and parameters of PROJ.
 *
 * @since 0.1.0
 */
public final class MapProjections {

    private static final Set<String> NAMES = Set.of(
            "sinu",
            "poly",
            "eqdc",
            "eqc",
            "mill",
            "vandg",
            "ortho",
            "geos",
            "eqearth",
            "col_urban",
            "moll",
            "goode",
            "igh",
            "igh_o",
            "tpeqd");

    private MapProjections() {}

    /**
     * Tells whether a projection is one of these.
     *
     * @param name its name in PROJ
     * @return true where {@link #of} makes it
     */
    public static boolean isKnown(String name) {
        return NAMES.contains(name);
    }

    /**
     * Makes a projection.
     *
     * @param name its name in PROJ
     * @param es the square of the eccentricity of the ellipsoid; projections of a sphere take its semi-major axis for
     *     the radius, as PROJ does
     * @param parameters the parameters by their names in PROJ: angles in degrees, 0 where there is none, and heights in
     *     semi-major axes
     * @param sweepsX whether a geostationary satellite sweeps along x
     * @return the projection; empty where this package has none of this name
     */
    public static Optional<MapProjection> of(
            String name, double es, ToDoubleFunction<String> parameters, boolean sweepsX) {
        ToDoubleFunction<String> angle = parameter -> Math.toRadians(parameters.applyAsDouble(parameter));
        double origin = angle.applyAsDouble("lat_0");
        return Optional.ofNullable(
                switch (name) {
                    case "sinu" -> new Sinusoidal(es);
                    case "poly" -> new Polyconic(es, origin);
                    case "eqdc" ->
                        new EquidistantConic(es, origin, angle.applyAsDouble("lat_1"), angle.applyAsDouble("lat_2"));
                    case "eqc" -> new EquidistantCylindrical(Math.cos(angle.applyAsDouble("lat_ts")), origin);
                    case "mill" -> new Miller();
                    case "vandg" -> new VanDerGrinten();
                    case "ortho" -> new Orthographic(es, origin);
                    case "geos" -> new Geostationary(es, parameters.applyAsDouble("h"), sweepsX);
                    case "eqearth" -> new EqualEarth(es);
                    case "col_urban" -> new ColombiaUrban(es, origin, parameters.applyAsDouble("h_0"));
                    case "moll" -> new Mollweide();
                    case "goode" -> Homolosine.whole();
                    case "igh" -> Homolosine.ofLands();
                    case "igh_o" -> Homolosine.ofOceans();
                    case "tpeqd" ->
                        new TwoPointEquidistant(
                                angle.applyAsDouble("lon_1"),
                                angle.applyAsDouble("lat_1"),
                                angle.applyAsDouble("lon_2"),
                                angle.applyAsDouble("lat_2"));
                    default -> null;
                });
    }
}

package io.stacgenerator.internal.proj;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Coordinates of one reference system to longitude and latitude of WGS 84 and back.
 *
 * <p>Coordinates are x before y, east before north, not in EPSG's order of axes. Safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class Wgs84Transform {

    /** A degree of the equator of WGS 84: no degree of longitude or latitude is longer by more than 0.4 %. */
    public static final double METERS_PER_DEGREE = 111_320;

    private static final double ROUND_TRIP_METERS = 10;

    /**
     * Positions have no height. On the surface of a sphere of 6378137 m they are up to 21 km above WGS 84, along
     * normals that differ by up to 0.19 degrees, so that the way back leads up to 144 m aside in Mercator, and less in
     * others.
     */
    private static final double ROUND_TRIP_OF_SPHERE_METERS = 150;

    /** Beside a pole a shift by some meters turns longitude by any angle. */
    private static final double NO_SHIFT_LATITUDE = 89.999;

    private final boolean geographic;
    private final boolean identity;
    private final double unit;
    private final Meridian meridian;
    private final List<DatumShift> regions;
    private final DatumShift elsewhere;
    private final ShiftQuality quality;
    private final double roundTrip;

    /** The shift that the quality names the operation of; null where it is the only one. */
    private final @Nullable DatumShift named;

    private Wgs84Transform(ProjString definition, List<DatumShift> shifts, ShiftQuality quality) {
        this.quality = quality;
        this.named = null;
        CoordinateReferenceSystem crs = new CRSFactory().createFromParameters("system", definition.computed());
        this.geographic = definition.geographic();
        this.unit = definition.number(geographic ? "to_degree" : "to_meter", 1);
        this.meridian = Meridian.of(crs, definition);
        this.regions = shifts.subList(0, shifts.size() - 1);
        this.elsewhere = shifts.get(shifts.size() - 1);
        this.identity = geographic && regions.isEmpty() && elsewhere.identity();
        this.roundTrip =
                definition.spherical() && !elsewhere.identity() ? ROUND_TRIP_OF_SPHERE_METERS : ROUND_TRIP_METERS;
    }

    private Wgs84Transform(boolean geographic, double unit, DatumShift operations, ShiftQuality quality) {
        this.geographic = geographic;
        this.identity = false;
        this.unit = unit;
        this.meridian = geographic ? new Meridian(0, 360 / unit, 0) : Meridian.NONE;
        this.regions = List.of();
        this.elsewhere = operations;
        this.quality = quality;
        this.roundTrip = ROUND_TRIP_METERS;
        this.named = null;
    }

    /**
     * Makes the transform that two operations are, which some other library does.
     *
     * @param geographic whether coordinates are angles
     * @param unit meters per unit of x and y, or degrees in a geographic system
     * @param toWgs84 x and y, of a geographic system in degrees, to longitude and latitude; safe for use by many
     *     threads, as the other one
     * @param fromWgs84 longitude and latitude to x and y, of a geographic system in degrees
     * @return the transform
     */
    public static Wgs84Transform of(
            boolean geographic, double unit, CoordinateOperation toWgs84, CoordinateOperation fromWgs84) {
        return new Wgs84Transform(geographic, unit, DatumShift.of(toWgs84, fromWgs84), ShiftQuality.EXACT);
    }

    /**
     * Returns the transform of a system on a sphere, whose way back leads further aside.
     *
     * @return the transform
     */
    public Wgs84Transform onSphere() {
        return new Wgs84Transform(this, quality, named, ROUND_TRIP_OF_SPHERE_METERS);
    }

    /**
     * Measures how far apart two places are that are close to each other.
     *
     * @param one longitude and latitude in degrees
     * @param other the same of another
     * @return meters
     */
    public static double meters(double[] one, double[] other) {
        double east = Math.IEEEremainder(one[0] - other[0], 360) * Math.cos(Math.toRadians(one[1]));
        return Math.hypot(east, one[1] - other[1]) * METERS_PER_DEGREE;
    }

    /**
     * Makes the transform of a system that a PROJ string defines.
     *
     * @param projString the definition
     * @return the transform
     * @throws IllegalArgumentException when the definition is malformed, or one for which proj4j is not known to give
     *     what PROJ gives
     */
    public static Wgs84Transform of(String projString) {
        return of(projString, "", false);
    }

    /**
     * Makes the transform of a system that was compared with PROJ and whose datum shift depends on the place.
     *
     * @param projString the definition
     * @param shifts numbers of {@code +towgs84}, empty for those of the definition; several are separated by semicolons
     *     and but for the last begin with the rectangle where they hold: {@code minx,miny,maxx,maxy:dx,dy,dz}. The
     *     first rectangle that holds a position counts
     * @return the transform
     * @throws IllegalArgumentException when the definition is malformed, or one for which proj4j is not known to give
     *     what PROJ gives
     */
    public static Wgs84Transform of(String projString, String shifts) {
        return of(projString, shifts, true);
    }

    private static Wgs84Transform of(String projString, String shifts, boolean measured) {
        try {
            ProjString definition = ProjString.parse(projString);
            Optional<CrsEntry> base = CrsTable.find((int) definition.number("base", 0));
            List<DatumShift> all = base.map(entry -> List.of(DatumShift.over(entry, definition, measured)))
                    .orElseGet(() -> DatumShift.parse(definition, shifts));
            ShiftQuality quality = base.map(ShiftQuality::of)
                    .orElse(shifts.isEmpty() && definition.unshifted() ? ShiftQuality.BALLPARK : ShiftQuality.EXACT);
            return new Wgs84Transform(definition, all, quality);
        } catch (Proj4jException e) {
            throw new IllegalArgumentException("proj4j refuses " + projString + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the transform with the shift of datum of one place, which then holds everywhere: one raster has one. Its
     * quality says whether none is known for the place, though there are some for others.
     *
     * @param x x east of the place
     * @param y y north
     * @return the transform; this one where it has one shift only
     */
    public Wgs84Transform at(double x, double y) {
        DatumShift here = chosen(x, y);
        boolean one = regions.isEmpty() && elsewhere.choice() == null;
        Wgs84Transform local = one ? this : new Wgs84Transform(this, here);
        return switch (here.kind()) {
            case MEASURED -> local;
            case BY_GRID -> local.with(quality.byProj(false));
            case UNKNOWN -> local.with(quality.withoutShift());
        };
    }

    /** Returns how the shift of datum of a place compares with that of PROJ. */
    ShiftKind kindAt(double x, double y) {
        return shiftAt(meridian.reduce(x), y).kind();
    }

    /** Returns the transform of a system with a grid, and with this one's last shift of datum outside of it. */
    Wgs84Transform by(Ntv2Grid grid, String projString) {
        DatumShift gridded = DatumShift.byGrid(grid, ProjString.parse(projString), elsewhere);
        return new Wgs84Transform(this, gridded).with(quality);
    }

    /** Returns the transform with a quality that names the operation of a place, given by longitude and latitude. */
    Wgs84Transform with(ShiftQuality quality, double longitude, double latitude) {
        double[] xy = new double[2];
        return fromLonLat(longitude, latitude, xy)
                ? new Wgs84Transform(this, quality, chosen(xy[0], xy[1]), roundTrip)
                : with(quality.unnamed());
    }

    private DatumShift chosen(double x, double y) {
        double reduced = meridian.reduce(x);
        return shiftAt(reduced, y).at(reduced, y);
    }

    private Wgs84Transform(Wgs84Transform other, DatumShift shift) {
        this.geographic = other.geographic;
        this.identity = other.geographic && shift.identity();
        this.unit = other.unit;
        this.meridian = other.meridian;
        this.regions = List.of();
        this.elsewhere = shift;
        this.named = null;
        this.roundTrip = other.roundTrip;
        this.quality = shift.equals(other.named) ? other.quality : other.quality.unnamed();
    }

    private Wgs84Transform(Wgs84Transform other, ShiftQuality quality, @Nullable DatumShift named, double roundTrip) {
        this.geographic = other.geographic;
        this.identity = other.identity;
        this.unit = other.unit;
        this.meridian = other.meridian;
        this.regions = other.regions;
        this.elsewhere = other.elsewhere;
        this.quality = quality;
        this.named = named;
        this.roundTrip = roundTrip;
    }

    /**
     * Returns the transform with another statement on its shift of datum.
     *
     * @param quality how well the shift is known
     * @return the transform
     */
    public Wgs84Transform with(ShiftQuality quality) {
        return new Wgs84Transform(this, quality, named, roundTrip);
    }

    /**
     * Returns how well the shift of datum is known.
     *
     * @return the operation and how far it is off
     */
    public ShiftQuality quality() {
        return quality;
    }

    /**
     * Returns whether coordinates are angles.
     *
     * @return true for longitude and latitude, false for map projections
     */
    public boolean geographic() {
        return geographic;
    }

    /**
     * Returns the size of the unit of x and y.
     *
     * @return meters per unit, or degrees per unit in a geographic system
     */
    public double unit() {
        return unit;
    }

    /**
     * Returns whether longitude grows with x without end, as in geographic and in cylindrical systems: x beyond the
     * antimeridian then gives a longitude beyond 180 degrees rather than one that jumps by 360.
     *
     * @return true when longitudes of neighbors never jump
     */
    public boolean cyclic() {
        return meridian.cyclic();
    }

    /**
     * Transforms a position to WGS 84. Beyond the edge of its domain a projection may give a place anyway, but not one
     * that leads back to the position.
     *
     * @param x x east
     * @param y y north
     * @param lonLat receives longitude and latitude in degrees
     * @return false when the projection has no place for the position; {@code lonLat} then holds none
     */
    public boolean toLonLat(double x, double y, double[] lonLat) {
        if (isUnshifted(y)) {
            lonLat[0] = meridian.longitude(x);
            lonLat[1] = y * unit;
            return inRange(lonLat);
        }
        double reduced = meridian.reduce(x);
        return toLonLat(x, reduced, y, shiftAt(reduced, y), lonLat);
    }

    /**
     * Transforms a position to WGS 84 and back, to see whether it is in the domain of the projection.
     *
     * @param x x east
     * @param y y north
     * @param lonLat receives longitude and latitude in degrees
     * @return false when the position is outside the domain; {@code lonLat} then holds no place
     */
    public boolean toLonLatAndBack(double x, double y, double[] lonLat) {
        if (isUnshifted(y)) {
            return toLonLat(x, y, lonLat);
        }
        double reduced = meridian.reduce(x);
        DatumShift shift = shiftAt(reduced, y);
        double[] back = new double[2];
        return toLonLat(x, reduced, y, shift, lonLat)
                && fromLonLat(lonLat[0], lonLat[1], shift, back)
                && isSame(x, y, back);
    }

    private boolean isUnshifted(double y) {
        return identity || (geographic && Math.abs(y * unit) > NO_SHIFT_LATITUDE);
    }

    private boolean isSame(double x, double y, double[] xy) {
        double meters = geographic ? unit * METERS_PER_DEGREE : unit;
        return Math.abs(meridian.distance(x, xy[0])) * meters < roundTrip && Math.abs(y - xy[1]) * meters < roundTrip;
    }

    private boolean toLonLat(double x, double reduced, double y, DatumShift shift, double[] lonLat) {
        ProjCoordinate p = geographic ? new ProjCoordinate(reduced * unit, y * unit) : new ProjCoordinate(reduced, y);
        if (!shift.toWgs84().apply(p)) {
            return false;
        }
        lonLat[0] = meridian.restore(x, p.x);
        lonLat[1] = p.y;
        return inRange(lonLat);
    }

    private static boolean inRange(double[] lonLat) {
        return Double.isFinite(lonLat[0]) && Math.abs(lonLat[1]) <= 90;
    }

    /**
     * Transforms a position of WGS 84 to this system.
     *
     * @param longitude longitude in degrees
     * @param latitude latitude in degrees
     * @param xy receives x east and y north
     * @return false when the system has no coordinates for the position
     */
    public boolean fromLonLat(double longitude, double latitude, double[] xy) {
        if (identity) {
            xy[0] = meridian.x(longitude);
            xy[1] = latitude / unit;
            return true;
        }
        return fromLonLat(longitude, latitude, elsewhere, xy)
                && (regions.isEmpty() || fromLonLat(longitude, latitude, shiftAt(xy[0], xy[1]), xy));
    }

    private boolean fromLonLat(double longitude, double latitude, DatumShift shift, double[] xy) {
        ProjCoordinate p = new ProjCoordinate(Math.IEEEremainder(longitude, 360), latitude);
        if (!shift.fromWgs84().apply(p)) {
            return false;
        }
        xy[0] = geographic ? p.x / unit : p.x;
        xy[1] = geographic ? p.y / unit : p.y;
        return Double.isFinite(xy[0]) && Double.isFinite(xy[1]);
    }

    private DatumShift shiftAt(double x, double y) {
        for (DatumShift region : regions) {
            if (region.area().contains(x, y)) {
                return region;
            }
        }
        return elsewhere;
    }
}

package io.stacgenerator.internal.proj;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A shift of datum to WGS 84, with the rectangle of coordinates where it holds.
 *
 * @param area where it holds
 * @param identity whether it leaves longitude and latitude as they are
 * @param toWgs84 coordinates to WGS 84
 * @param fromWgs84 WGS 84 to coordinates
 * @param kind how it compares with that of PROJ
 * @param choice finds the one of a place among those that this one consists of; null where it is one
 */
record DatumShift(
        Envelope area,
        boolean identity,
        Proj4jStep toWgs84,
        Proj4jStep fromWgs84,
        ShiftKind kind,
        @Nullable Choice choice) {

    /** A choice by place. */
    interface Choice {

        DatumShift at(double x, double y);
    }

    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final Envelope EVERYWHERE = new Envelope(-INFINITE, INFINITE, -INFINITE, INFINITE);
    private static final CoordinateReferenceSystem WGS84 =
            new CRSFactory().createFromParameters("WGS 84", "+proj=longlat +datum=WGS84");

    /** Reads the shifts of a system; the last one holds everywhere. */
    static List<DatumShift> parse(ProjString definition, String shifts) {
        return Arrays.stream(shifts.split(";", -1))
                .map(shift -> parseOne(definition, shift, kind(definition.unshifted() && isUnknown(shift, shifts))))
                .toList();
    }

    private static ShiftKind kind(boolean unknown) {
        return unknown ? ShiftKind.UNKNOWN : ShiftKind.MEASURED;
    }

    /** Outside of all areas the shift of one of them is the best guess. */
    private static boolean isUnknown(String shift, String all) {
        return all.contains(";") && (shift.isEmpty() || shift.endsWith(":") || all.contains(":" + shift + ";"));
    }

    /** Wraps two operations that hold everywhere. */
    static DatumShift of(CoordinateOperation toWgs84, CoordinateOperation fromWgs84) {
        return of(toWgs84, fromWgs84, ShiftKind.MEASURED, null);
    }

    private static DatumShift of(
            CoordinateOperation toWgs84, CoordinateOperation fromWgs84, ShiftKind kind, @Nullable Choice choice) {
        return new DatumShift(EVERYWHERE, false, Proj4jStep.of(toWgs84), Proj4jStep.of(fromWgs84), kind, choice);
    }

    /**
     * Leads over the longitude and latitude of a listed geographic system, whose datum the system is on.
     *
     * @param measured whether the system has been compared with PROJ, so that it may lie outside of the area of its
     *     datum
     */
    static DatumShift over(CrsEntry base, ProjString definition, boolean measured) {
        ProjString geographic = ProjString.parse(base.projString());
        Wgs84Transform shift = Wgs84Transform.of(base.projString(), base.shifts());
        DatumShift own = of(definition, EVERYWHERE, "", ShiftKind.MEASURED);
        double unit = geographic.number("to_degree", 1);
        double meridian = geographic.number("pm", 0);
        Choice choice = (x, y) -> {
            ProjCoordinate c = new ProjCoordinate(x, y);
            if (!own.toWgs84.apply(c)) {
                return over(geographic, shift, own, ShiftKind.MEASURED, null);
            }
            double east = (c.x - meridian) / unit;
            double north = c.y / unit;
            ShiftKind kind = measured || base.contains(c.x, c.y) ? shift.kindAt(east, north) : ShiftKind.UNKNOWN;
            return over(geographic, shift.at(east, north), own, kind, null);
        };
        return over(geographic, shift, own, ShiftKind.MEASURED, choice);
    }

    /** Leads over longitude and latitude by a grid, and outside of it by another shift. */
    static DatumShift byGrid(Ntv2Grid grid, ProjString definition, DatumShift outside) {
        DatumShift own = of(definition, EVERYWHERE, "", ShiftKind.MEASURED);
        Proj4jStep toWgs84 = p -> {
            ProjCoordinate c = new ProjCoordinate(p.x, p.y);
            own.toWgs84.transform(c);
            grid.shift(c.x, c.y).ifPresentOrElse(shifted -> shifted.copyTo(p), () -> outside.toWgs84.transform(p));
        };
        Proj4jStep fromWgs84 = p -> grid.unshift(p.x, p.y)
                .ifPresentOrElse(
                        back -> {
                            back.copyTo(p);
                            own.fromWgs84.transform(p);
                        },
                        () -> outside.fromWgs84.transform(p));
        DatumShift inside = new DatumShift(EVERYWHERE, false, toWgs84, fromWgs84, ShiftKind.BY_GRID, null);
        Choice choice = (x, y) -> {
            ProjCoordinate c = new ProjCoordinate(x, y);
            return own.toWgs84.apply(c) && grid.contains(c.x, c.y) ? inside : outside;
        };
        return new DatumShift(EVERYWHERE, false, toWgs84, fromWgs84, ShiftKind.MEASURED, choice);
    }

    private static DatumShift over(
            ProjString geographic, Wgs84Transform shift, DatumShift own, ShiftKind kind, @Nullable Choice choice) {
        double unit = geographic.number("to_degree", 1);
        double meridian = geographic.number("pm", 0);
        return of(
                p -> {
                    ProjCoordinate c = new ProjCoordinate(p[0], p[1]);
                    return own.toWgs84.apply(c) && shift.toLonLat((c.x - meridian) / unit, c.y / unit, p);
                },
                p -> {
                    if (!shift.fromLonLat(p[0], p[1], p)) {
                        return false;
                    }
                    ProjCoordinate c = new ProjCoordinate(p[0] * unit + meridian, p[1] * unit);
                    boolean inside = own.fromWgs84.apply(c);
                    p[0] = c.x;
                    p[1] = c.y;
                    return inside;
                },
                kind,
                choice);
    }

    /** Returns the shift of a place. */
    DatumShift at(double x, double y) {
        return choice == null ? this : choice.at(x, y);
    }

    private static DatumShift parseOne(ProjString definition, String text, ShiftKind kind) {
        int colon = text.indexOf(':');
        Envelope area =
                colon < 0 ? EVERYWHERE : rectangle(text.substring(0, colon).split(","));
        return of(definition, area, text.substring(colon + 1), kind);
    }

    private static Envelope rectangle(String[] n) {
        return new Envelope(
                Double.parseDouble(n[0]), Double.parseDouble(n[2]), Double.parseDouble(n[1]), Double.parseDouble(n[3]));
    }

    private static DatumShift of(ProjString definition, Envelope area, String parameters, ShiftKind kind) {
        Optional<OwnMap> map = OwnMap.of(definition);
        String shifted = definition.computed() + (parameters.isEmpty() ? "" : " +towgs84=" + parameters);
        CoordinateReferenceSystem crs = new CRSFactory().createFromParameters("system", shifted);
        Proj4jStep toWgs84 = Proj4jStep.of(definition, new BasicCoordinateTransform(crs, WGS84));
        Proj4jStep fromWgs84 = Proj4jStep.of(definition, new BasicCoordinateTransform(WGS84, crs));
        return new DatumShift(
                area,
                !crs.getDatum().hasTransformToWGS84(),
                map.map(own -> own.unprojection().then(toWgs84)).orElse(toWgs84),
                map.map(own -> fromWgs84.then(own.projection())).orElse(fromWgs84),
                kind,
                null);
    }
}

package io.stacgenerator.internal.crs;

import io.stacgenerator.internal.proj.CrsEntry;
import io.stacgenerator.internal.proj.CrsTable;
import io.stacgenerator.internal.proj.NamedSystems;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A geographic system, which a projected one is based on.
 *
 * @param code its EPSG code, 0 when it has none
 * @param name its name
 * @param datum the name of its datum
 * @param ellipsoid the figure
 * @param meridian where longitudes count from
 * @param unit the unit of longitude and latitude
 * @param shift how its datum is shifted to WGS 84, as a parameter of a PROJ string: {@code +towgs84} with numbers of
 *     the file, or {@code +base} with the code of the system in the table that has the same datum; empty for no shift
 */
record GeographicCrs(
        int code,
        String name,
        String datum,
        Ellipsoid ellipsoid,
        PrimeMeridian meridian,
        UnitOfMeasure unit,
        String shift) {

    private static final int DATUM = 2050;
    private static final String OWN_SHIFT = "+towgs84=";

    /** The datums of these codes have one geographic system each, of a code that is less by 2000. */
    private static final int FIRST_DATUM = 6201;

    private static final int LAST_DATUM = 6326;
    private static final int DATUM_TO_CRS = 2000;
    private static final Ellipsoid WGS_84 = Ellipsoid.ofFlattening("WGS 84", 6_378_137, 298.257223563);
    private static final Map<Integer, String> DATUMS = Map.of(
            4258, "European Terrestrial Reference System 1989",
            4267, "North American Datum 1927",
            4269, "North American Datum 1983",
            4326, "World Geodetic System 1984");

    /** Reads the system: by its code, else by its parts; empty where a part is missing or not known. */
    static Optional<GeographicCrs> of(GeoKeys keys) {
        int code = keys.registered(GeoKeys.GEODETIC_CRS);
        Optional<Ellipsoid> figure = Ellipsoid.of(keys);
        Optional<GeographicCrs> crs = ofCode(code)
                .filter(listed ->
                        figure.filter(own -> !own.near(listed.ellipsoid)).isEmpty())
                .or(() -> assembled(keys))
                .filter(GeographicCrs::valid);
        double[] shift = keys.numbers(GeoKeys.TO_WGS84);
        return shift.length == 3 || shift.length == 7 ? crs.map(each -> each.shifted(shift)) : crs;
    }

    /** Returns whether all numbers are such as a system can have. */
    boolean valid() {
        return Double.isFinite(unit.size())
                && unit.size() > 0
                && Double.isFinite(meridian.longitude())
                && Double.isFinite(ellipsoid.semiMajor())
                && !Double.isNaN(ellipsoid.inverseFlattening());
    }

    /** Finds the system of a code; empty where the table has none, or one that is not a geographic system. */
    static Optional<GeographicCrs> ofCode(int code) {
        return CrsTable.find(code).filter(CrsEntry::geographic).map(entry -> listed(entry, code));
    }

    private static GeographicCrs listed(CrsEntry entry, int code) {
        Map<String, String> proj = entry.parameters();
        double unit = Double.parseDouble(proj.getOrDefault("to_degree", "1"));
        return new GeographicCrs(
                code,
                entry.name(),
                DATUMS.getOrDefault(entry.code(), entry.datum().isEmpty() ? entry.name() : entry.datum()),
                Ellipsoid.ofProj(entry),
                PrimeMeridian.at(Double.parseDouble(proj.getOrDefault("pm", "0"))),
                unit == 1 ? UnitOfMeasure.DEGREE : UnitOfMeasure.angular("unknown", unit),
                entry.shifts().isEmpty() ? "" : "+base=" + entry.code());
    }

    private static Optional<GeographicCrs> assembled(GeoKeys keys) {
        Optional<GeographicCrs> ofDatum = ofDatum(keys.registered(DATUM));
        Optional<Ellipsoid> figure = Ellipsoid.of(keys).or(() -> ofDatum.map(GeographicCrs::ellipsoid));
        Optional<UnitOfMeasure> unit = UnitOfMeasure.angular(keys);
        Optional<PrimeMeridian> meridian = unit.flatMap(known -> PrimeMeridian.of(keys, known));
        if (figure.isEmpty() || unit.isEmpty() || meridian.isEmpty()) {
            return Optional.empty();
        }
        Citation citation = Citation.of(keys, GeoKeys.GEODETIC_CITATION);
        String name = citation.name("GCS Name").orElse("unknown");
        if (ofDatum.isPresent()) {
            GeographicCrs known = ofDatum.get();
            String shift = known.ellipsoid.near(figure.get()) ? known.shift : "";
            return Optional.of(new GeographicCrs(0, name, known.datum, figure.get(), meridian.get(), unit.get(), shift))
                    .filter(crs -> !crs.contradicts(known));
        }
        String datum = citation.part("Datum").orElse("unknown");
        return new GeographicCrs(0, name, datum, figure.get(), meridian.get(), unit.get(), "").onNamedDatum();
    }

    private static Optional<GeographicCrs> ofDatum(int datum) {
        return datum < FIRST_DATUM || datum > LAST_DATUM
                ? Optional.empty()
                : CrsTable.find(datum - DATUM_TO_CRS).map(entry -> listed(entry, 0));
    }

    /**
     * Returns the system with the shift of the listed one that has the same name, or a datum of the same name; empty
     * where that has another figure, as {@link #contradicts} says.
     */
    Optional<GeographicCrs> onNamedDatum() {
        Optional<String> known = NamedSystems.geographic(
                        entry -> listed(entry, 0).ellipsoid.same(ellipsoid), name, datum)
                .map(entry -> listed(entry, 0).shift);
        if (known.isPresent()) {
            return known.map(each -> new GeographicCrs(code, name, datum, ellipsoid, meridian, unit, each));
        }
        return NamedSystems.geographic(entry -> contradicts(listed(entry, 0)), name, datum)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(this);
    }

    /**
     * Returns whether an old datum is given on the figure of WGS 84, which is not shifted; on any other figure than its
     * own its shift is reported as unknown.
     */
    private boolean contradicts(GeographicCrs listed) {
        return ellipsoid.near(WGS_84) && !listed.shift.isEmpty() && !listed.ellipsoid.near(ellipsoid);
    }

    /** Returns the system with a shift of its own: three or seven numbers, as {@code +towgs84} has them. */
    GeographicCrs shifted(double[] numbers) {
        String text = Arrays.stream(numbers).mapToObj(ProjNumber::text).collect(Collectors.joining(",", OWN_SHIFT, ""));
        return new GeographicCrs(0, name, datum, ellipsoid, meridian, unit, text);
    }

    /** Returns whether the file itself gives the shift. */
    boolean bound() {
        return shift.startsWith(OWN_SHIFT);
    }

    double[] toWgs84() {
        return Arrays.stream(shift.substring(OWN_SHIFT.length()).split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    GeographicCrs onSphere() {
        return new GeographicCrs(code, name, datum, ellipsoid.sphere(), meridian, unit, "");
    }

    /** Returns what a PROJ string says of the datum. */
    String proj() {
        return ellipsoid.proj() + meridian.proj() + (shift.isEmpty() ? "" : " " + shift);
    }

    Map<String, Object> projjson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "GeographicCRS");
        json.put("name", name);
        json.put("datum", datumJson());
        json.put(
                "coordinate_system",
                ProjJson.axes(
                        "ellipsoidal",
                        ProjJson.axis("Geodetic latitude", "Lat", "north", unit),
                        ProjJson.axis("Geodetic longitude", "Lon", "east", unit)));
        if (code != 0) {
            json.put("id", ProjJson.id(code));
        }
        return json;
    }

    private Map<String, Object> datumJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "GeodeticReferenceFrame");
        json.put("name", datum);
        json.put("ellipsoid", ellipsoid.projjson());
        if (meridian.longitude() != 0) {
            json.put("prime_meridian", meridian.projjson());
        }
        return json;
    }
}

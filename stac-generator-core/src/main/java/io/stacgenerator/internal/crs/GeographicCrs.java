package io.stacgenerator.internal.crs;

import io.stacgenerator.internal.proj.CrsEntry;
import io.stacgenerator.internal.proj.CrsTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The geographic system of GeoKeys, which a projected one is based on: OGC 19-008r4 section 7.5.
 *
 * @param code its EPSG code, 0 when it has none
 * @param name its name
 * @param datum the name of its datum
 * @param ellipsoid the figure
 * @param meridian where longitudes count from
 * @param unit the unit of longitude and latitude
 * @param shift the numbers of {@code +towgs84}, empty for none; null where one set does not hold everywhere
 */
record GeographicCrs(
        int code,
        String name,
        String datum,
        Ellipsoid ellipsoid,
        PrimeMeridian meridian,
        UnitOfMeasure unit,
        @Nullable String shift) {

    private static final int DATUM = 2050;

    /** The datums of these codes have one geographic system each, of a code that is less by 2000. */
    private static final int FIRST_DATUM = 6201;

    private static final int LAST_DATUM = 6326;
    private static final int DATUM_TO_CRS = 2000;
    private static final Map<Integer, String> DATUMS = Map.of(
            4258, "European Terrestrial Reference System 1989",
            4267, "North American Datum 1927",
            4269, "North American Datum 1983",
            4326, "World Geodetic System 1984");

    /** Reads the system: by its code, else by its parts; empty where a part is missing or not known. */
    static Optional<GeographicCrs> of(GeoKeys keys) {
        int code = keys.registered(GeoKeys.GEODETIC_CRS);
        return CrsTable.find(code)
                .filter(entry -> entry.projString().startsWith("+proj=longlat"))
                .map(entry -> listed(entry, code))
                .or(() -> assembled(keys));
    }

    private static GeographicCrs listed(CrsEntry entry, int code) {
        Map<String, String> proj = parameters(entry.projString());
        Ellipsoid ellipsoid = Ellipsoid.ofProj(proj);
        double unit = Double.parseDouble(proj.getOrDefault("to_degree", "1"));
        return new GeographicCrs(
                code,
                entry.name(),
                DATUMS.getOrDefault(entry.code(), entry.name()),
                ellipsoid,
                PrimeMeridian.at(Double.parseDouble(proj.getOrDefault("pm", "0"))),
                unit == 1 ? UnitOfMeasure.DEGREE : UnitOfMeasure.angular("unknown", unit),
                shift(entry, ellipsoid));
    }

    private static Map<String, String> parameters(String proj) {
        return Arrays.stream(proj.split(" ", -1))
                .map(token -> token.substring(1).split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static @Nullable String shift(CrsEntry entry, Ellipsoid ellipsoid) {
        if (!entry.shifts().contains(";")) {
            return entry.shifts();
        }
        return ellipsoid.geocentric() ? "" : null;
    }

    private static Optional<GeographicCrs> assembled(GeoKeys keys) {
        Optional<GeographicCrs> ofDatum = ofDatum(keys.registered(DATUM));
        Optional<Ellipsoid> figure = Ellipsoid.of(keys).or(() -> ofDatum.map(GeographicCrs::ellipsoid));
        Optional<UnitOfMeasure> unit = UnitOfMeasure.angular(keys);
        Optional<PrimeMeridian> meridian = unit.flatMap(known -> PrimeMeridian.of(keys, known));
        if (figure.isEmpty() || unit.isEmpty() || meridian.isEmpty()) {
            return Optional.empty();
        }
        String datum = ofDatum.map(GeographicCrs::datum)
                .orElse(Citation.of(keys, GeoKeys.GEODETIC_CITATION)
                        .part("Datum")
                        .orElse("unknown"));
        String shift = ofDatum.isPresent() ? ofDatum.get().shift() : "";
        String name =
                Citation.of(keys, GeoKeys.GEODETIC_CITATION).name("GCS Name").orElse("unknown");
        return Optional.of(new GeographicCrs(0, name, datum, figure.get(), meridian.get(), unit.get(), shift));
    }

    private static Optional<GeographicCrs> ofDatum(int datum) {
        return datum < FIRST_DATUM || datum > LAST_DATUM
                ? Optional.empty()
                : CrsTable.find(datum - DATUM_TO_CRS).map(entry -> listed(entry, 0));
    }

    GeographicCrs onSphere() {
        return new GeographicCrs(code, name, datum, ellipsoid.sphere(), meridian, unit, "");
    }

    /** Returns what a PROJ string says of the datum; null where no one string can. */
    @Nullable String proj() {
        if (shift == null) {
            return null;
        }
        return ellipsoid.proj() + meridian.proj() + (shift.isEmpty() ? "" : " +towgs84=" + shift);
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

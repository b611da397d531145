package io.stacgenerator.internal.crs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The meridian that longitudes count from.
 *
 * @param code its code in the EPSG register, 0 when it has none
 * @param name its name there
 * @param longitude its longitude from Greenwich in degrees
 */
record PrimeMeridian(int code, String name, double longitude) {

    static final PrimeMeridian GREENWICH = new PrimeMeridian(8901, "Greenwich", 0);

    private static final int CODE = 2051;
    private static final int LONGITUDE = 2061;
    private static final Map<Integer, PrimeMeridian> NAMED = Map.ofEntries(
            Map.entry(8901, GREENWICH),
            Map.entry(8902, new PrimeMeridian(8902, "Lisbon", -9.131906111111112)),
            Map.entry(8903, new PrimeMeridian(8903, "Paris", 2.33722917)),
            Map.entry(8904, new PrimeMeridian(8904, "Bogota", -74.08091666666667)),
            Map.entry(8905, new PrimeMeridian(8905, "Madrid", -3.687938888888889)),
            Map.entry(8906, new PrimeMeridian(8906, "Rome", 12.452333333333332)),
            Map.entry(8907, new PrimeMeridian(8907, "Bern", 7.439583333333333)),
            Map.entry(8908, new PrimeMeridian(8908, "Jakarta", 106.80771944444444)),
            Map.entry(8909, new PrimeMeridian(8909, "Ferro", -17.666666666666668)),
            Map.entry(8910, new PrimeMeridian(8910, "Brussels", 4.367975)),
            Map.entry(8911, new PrimeMeridian(8911, "Stockholm", 18.05827777777778)),
            Map.entry(8912, new PrimeMeridian(8912, "Athens", 23.7163375)),
            Map.entry(8913, new PrimeMeridian(8913, "Oslo", 10.722916666666666)));

    /** Reads the meridian, Greenwich where nothing is said; empty where its code is not known. */
    static Optional<PrimeMeridian> of(GeoKeys keys, UnitOfMeasure unit) {
        int code = keys.registered(CODE);
        return code != 0
                ? Optional.ofNullable(NAMED.get(code))
                : Optional.of(at(keys.number(LONGITUDE).orElse(0) * unit.size()));
    }

    static PrimeMeridian at(double longitude) {
        return longitude == 0 ? GREENWICH : new PrimeMeridian(0, "unknown", longitude);
    }

    String proj() {
        return longitude == 0 ? "" : " +pm=" + ProjNumber.text(longitude);
    }

    Map<String, Object> projjson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("longitude", longitude);
        if (code != 0) {
            json.put("id", ProjJson.id(code));
        }
        return json;
    }
}

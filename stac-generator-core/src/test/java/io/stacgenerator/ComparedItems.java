package io.stacgenerator;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.model.GeoJson;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * Two Items of one product, field by field. Assets are matched by the names of their files, and both Items are brought
 * to one form: what STAC 1.0 called {@code eo:bands} and {@code raster:bands} are bands, and what all bands of an asset
 * share is a field of the asset.
 */
final class ComparedItems {

    private static final double TOLERANCE = 1e-5;

    /** Outlines that others rounded or simplified still cover the same ground. */
    private static final double SAME_GROUND = 0.98;

    private static final double BBOX_DEGREES = 0.01;
    private static final List<String> OF_EO =
            List.of("common_name", "center_wavelength", "full_width_half_max", "solar_illumination");
    private static final List<String> OF_RASTER =
            List.of("scale", "offset", "spatial_resolution", "sampling", "bits_per_sample", "histogram");

    private final Map<String, Object> expected;
    private final Map<String, Object> actual;

    private ComparedItems(Map<String, Object> expected, Map<String, Object> actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /** Compares an Item with the one that others made. */
    static ComparedItems of(Map<String, Object> expected, Map<String, Object> actual) {
        return new ComparedItems(fields(expected), fields(actual));
    }

    int fields() {
        return expected.size();
    }

    /** Lists each field that is missing or differs. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        expected.forEach((place, value) -> {
            Optional<Object> found = found(place);
            if (found.isEmpty()) {
                differences.add("%s: missing, expected %s".formatted(place, value));
            } else if (!same(place, value, found.get())) {
                differences.add("%s: %s, expected %s".formatted(place, found.get(), value));
            }
        });
        return differences;
    }

    /** A field of an asset that is not there is that of the Item. */
    private Optional<Object> found(String place) {
        Object own = actual.get(place);
        String ofItem = place.replaceFirst("^assets/[^/]+/", "properties/");
        return Optional.ofNullable(own == null && place.startsWith("assets/") ? actual.get(ofItem) : own);
    }

    private static boolean same(String place, Object wanted, Object found) {
        if (wanted instanceof Geometry one && found instanceof Geometry other) {
            double shared = one.intersection(other).getArea();
            return shared / (one.getArea() + other.getArea() - shared) > SAME_GROUND;
        }
        if (wanted instanceof Number one && found instanceof Number other) {
            double tolerance =
                    place.startsWith("bbox/") ? BBOX_DEGREES : TOLERANCE * Math.max(1e-3, Math.abs(one.doubleValue()));
            return Math.abs(one.doubleValue() - other.doubleValue()) <= tolerance;
        }
        if (place.matches("properties/([a-z_:]*_)?datetime")) {
            return Duration.between(time(wanted), time(found)).abs().toMillis() < 1000;
        }
        return wanted.toString().equals(found.toString());
    }

    private static OffsetDateTime time(Object value) {
        String text = value.toString();
        return OffsetDateTime.parse(text.contains("T") ? text : text + "T00:00:00Z");
    }

    private static Map<String, Object> fields(Map<String, Object> item) {
        Map<String, Object> fields = new TreeMap<>();
        add("id", item.get("id"), fields);
        fields.put("geometry", GeoJson.geometry(object(item.get("geometry"))));
        add("bbox", item.get("bbox"), fields);
        Map<String, Object> properties = object(item.get("properties"));
        renamed(properties).forEach((name, value) -> add("properties/" + name, value, fields));
        object(item.get("assets")).forEach((key, asset) -> asset(key, object(asset), fields));
        return fields;
    }

    private static void asset(String key, Map<String, Object> asset, Map<String, Object> to) {
        String place = "assets/" + fileName(asset) + "/";
        to.put(place + "key", key);
        Map<String, Object> members = renamed(asset);
        members.remove("href");
        List<Map<String, Object>> bands = bands(members);
        shared(bands).forEach(members::putIfAbsent);
        bands.forEach(band -> band.keySet().removeAll(members.keySet()));
        members.put("bands", bands);
        members.forEach((name, value) -> add(place + name, value, to));
    }

    /** AWS has one name in several folders. */
    private static String fileName(Map<String, Object> asset) {
        String href = String.valueOf(asset.get("href"));
        String folder = href.replaceFirst("/[^/]*$", "").replaceFirst(".*/", "");
        return (folder.matches("R[126]0m") ? folder + "-" : "") + Hrefs.fileName(href);
    }

    /** The fields of STAC 1.0 and of old extensions by the names that they have now. */
    private static Map<String, Object> renamed(Map<String, Object> members) {
        Map<String, Object> renamed = new LinkedHashMap<>(members);
        if (renamed.remove("proj:epsg") instanceof Number code) {
            renamed.put("proj:code", "EPSG:" + code);
        }
        return renamed;
    }

    private static List<Map<String, Object>> bands(Map<String, Object> members) {
        List<Map<String, Object>> bands = new ArrayList<>();
        for (String name : List.of("bands", "eo:bands", "raster:bands")) {
            List<?> list = members.remove(name) instanceof List<?> those ? those : List.of();
            for (int i = 0; i < list.size(); i++) {
                if (bands.size() <= i) {
                    bands.add(new LinkedHashMap<>());
                }
                bands.get(i).putAll(band(list.get(i)));
            }
        }
        return bands;
    }

    private static Map<String, Object> band(Object band) {
        Map<String, Object> members = new LinkedHashMap<>();
        object(band)
                .forEach((name, value) -> members.put(
                        OF_EO.contains(name) ? "eo:" + name : OF_RASTER.contains(name) ? "raster:" + name : name,
                        value));
        return members;
    }

    private static Map<String, Object> shared(List<Map<String, Object>> bands) {
        Map<String, Object> shared = new LinkedHashMap<>();
        if (!bands.isEmpty()) {
            bands.get(0).forEach((name, value) -> {
                if (bands.stream().allMatch(band -> value.equals(band.get(name))) && !name.equals("name")) {
                    shared.put(name, value);
                }
            });
        }
        return shared;
    }

    private static void add(String place, Object value, Map<String, Object> fields) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> add(place + "/" + name, member, fields));
        } else if (value instanceof List<?> elements && elements.stream().anyMatch(e -> !(e instanceof String))) {
            for (int i = 0; i < elements.size(); i++) {
                add(place + "/" + i, elements.get(i), fields);
            }
        } else if (value != null && !value.equals(List.of())) {
            fields.put(place, value);
        }
    }

    @SuppressWarnings("unchecked") // an object of JSON
    private static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}

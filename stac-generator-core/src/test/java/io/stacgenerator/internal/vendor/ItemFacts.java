package io.stacgenerator.internal.vendor;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.registry.ServiceRegistry;
import io.stacgenerator.spi.vendor.Vendor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an Item of any version of STAC says that does not depend on its id, in words of one form. */
final class ItemFacts {

    private static final Vendors VENDORS =
            new Vendors(ServiceRegistry.discovered().all(Vendor.class));
    private static final Set<String> PROPERTIES = Set.of(
            "datetime",
            "platform",
            "instruments",
            "constellation",
            "gsd",
            "eo:cloud_cover",
            "eo:snow_cover",
            "view:off_nadir",
            "view:incidence_angle",
            "view:azimuth",
            "view:sun_azimuth",
            "view:sun_elevation");
    private static final Map<String, String> OLD = Map.of(
            "eo:platform", "platform",
            "eo:instrument", "instruments",
            "eo:off_nadir", "view:off_nadir",
            "eo:sun_azimuth", "view:sun_azimuth",
            "eo:sun_elevation", "view:sun_elevation");

    private final Map<String, String> facts = new LinkedHashMap<>();

    private ItemFacts() {}

    static Map<String, String> of(Map<String, Object> item) {
        ItemFacts facts = new ItemFacts();
        object(item.get("properties")).forEach(facts::property);
        object(item.get("assets")).forEach((key, asset) -> facts.asset(key, object(asset), item));
        return facts.facts;
    }

    static List<String> fileNames(Map<String, Object> item) {
        return object(item.get("assets")).values().stream()
                .map(asset -> Hrefs.fileName(String.valueOf(object(asset).get("href"))))
                .distinct()
                .toList();
    }

    /** Numbers are the same within a rounding error, also after whole turns. */
    static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            double apart = Math.abs(Double.parseDouble(one) - Double.parseDouble(other));
            return apart < 1e-4 || Math.abs(apart - 360) < 1e-4;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void property(String name, Object value) {
        String field = OLD.getOrDefault(name, name);
        if (PROPERTIES.contains(field)) {
            facts.put(field, text(field, value));
        }
    }

    private static String text(String field, Object value) {
        return switch (field) {
            case "datetime" -> time(value.toString());
            case "platform" -> value.toString().toLowerCase(Locale.ROOT).replace('_', '-');
            case "instruments" ->
                value.toString()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[\\[\\]]", "")
                        .replace("_", ", ");
            default -> value.toString();
        };
    }

    private static String time(String text) {
        return text.contains("T") ? Instant.parse(text.replace("+00:00", "Z")).toString() : text;
    }

    /** An asset with an href goes by the key that we give its file; files that are not known say nothing. */
    private void asset(String key, Map<String, Object> asset, Map<String, Object> item) {
        String href = (String) asset.get("href");
        if (href == null) {
            facts.put(key + "/key", key);
            described(key, asset, item);
        } else {
            VENDORS.key(Hrefs.fileName(href)).ifPresent(ours -> {
                if (key.matches("[a-z0-9_]+")) {
                    facts.put(ours + "/key", key);
                }
                described(ours, asset, item);
            });
        }
    }

    private void described(String key, Map<String, Object> asset, Map<String, Object> item) {
        List<Map<String, Object>> bands = bands(asset, item);
        for (int i = 0; i < bands.size(); i++) {
            band(key + "/" + i, bands.get(i));
        }
        if (asset.containsKey("roles") && asset.containsKey("title")) {
            facts.put(key + "/title", asset.get("title").toString().replaceFirst(" \\(B\\d\\)$", ""));
            facts.put(key + "/roles", asset.get("roles").toString());
        }
    }

    private static List<Map<String, Object>> bands(Map<String, Object> asset, Map<String, Object> item) {
        List<Map<String, Object>> bands = new ArrayList<>();
        for (Object band : list(asset.getOrDefault("bands", asset.get("eo:bands")))) {
            bands.add(
                    band instanceof Number index
                            ? object(list(object(item.get("properties")).get("eo:bands"))
                                    .get(index.intValue()))
                            : object(band));
        }
        return bands;
    }

    private void band(String place, Map<String, Object> band) {
        band.forEach((name, value) -> {
            if (name.matches("(eo:)?(common_name|center_wavelength|full_width_half_max)")) {
                facts.put(place + "/" + name.replace("eo:", ""), value.toString());
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}

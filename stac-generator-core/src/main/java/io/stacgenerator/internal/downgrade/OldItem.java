package io.stacgenerator.internal.downgrade;

import io.stacgenerator.StacVersion;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A copy of an Item, as deep as the objects that hold fields: they may be changed, the values of the fields not. */
final class OldItem {

    private final Map<String, Object> members;
    private final Map<String, Object> properties;
    private final Map<String, Object> assets;
    private final Set<String> extensions = new TreeSet<>();

    private OldItem(Map<String, Object> members) {
        this.members = members;
        this.properties = JsonValues.members(members.get("properties"));
        this.assets = JsonValues.members(members.get("assets"));
        JsonValues.elements(members.get("stac_extensions")).forEach(uri -> extensions.add(String.valueOf(uri)));
    }

    static OldItem of(Map<String, Object> item) {
        Map<String, Object> members = new LinkedHashMap<>();
        item.forEach((name, value) -> {
            members.put(name, copy(name, value));
            if (name.equals("stac_version")) {
                members.put("stac_extensions", List.of());
            }
        });
        return new OldItem(members);
    }

    private static Object copy(String name, Object value) {
        return switch (name) {
            case "properties" -> withOwnBands(value);
            case "assets" -> {
                Map<String, Object> assets = new LinkedHashMap<>(JsonValues.members(value));
                assets.replaceAll((key, asset) -> withOwnBands(asset));
                yield assets;
            }
            case "links" -> copies(value);
            default -> value;
        };
    }

    private static Map<String, Object> withOwnBands(Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(JsonValues.members(value));
        copy.computeIfPresent("bands", (name, bands) -> copies(bands));
        return copy;
    }

    private static List<Object> copies(Object array) {
        return JsonValues.objects(array).stream()
                .<Object>map(LinkedHashMap::new)
                .toList();
    }

    Map<String, Object> properties() {
        return properties;
    }

    List<Map<String, Object>> assets() {
        return JsonValues.objects(List.copyOf(assets.values()));
    }

    /** Returns all objects that hold fields, which may be changed. */
    List<FieldHolder> holders() {
        return FieldHolder.allOf(members);
    }

    void declare(String uri) {
        extensions.add(uri);
    }

    void undeclare(String uri) {
        extensions.remove(uri);
    }

    /** Declares another URI in place of one, where that is declared. */
    void redeclare(String from, String to) {
        if (extensions.remove(from)) {
            declare(to);
        }
    }

    Map<String, Object> toMap() {
        members.put("stac_version", StacVersion.V1_0_0.text());
        members.put("stac_extensions", List.copyOf(extensions));
        return members;
    }
}

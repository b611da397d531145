package io.stacgenerator.internal.pipeline;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.ItemDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Remembers who wrote each member of an Item: the first to do so. */
final class Origins {

    private static final Pattern INDEX = Pattern.compile("\\d{1,6}");

    private final Map<String, String> byPointer = new LinkedHashMap<>();

    /** Attributes what is new in a draft. */
    void attribute(ItemDraft item, String origin) {
        attribute("/properties", item.properties(), origin);
        item.assets().forEach((key, asset) -> attribute(key, asset, origin));
    }

    /** Attributes what is new in an asset. */
    void attribute(String key, AssetDraft asset, String origin) {
        String pointer = asset(key);
        attribute(pointer, asset.fields(), origin);
        List<Map<String, Object>> bands = asset.bands();
        for (int i = 0; i < bands.size(); i++) {
            attribute(pointer + "/bands/" + i, bands.get(i), origin);
        }
    }

    private void attribute(String parent, Map<String, Object> members, String origin) {
        members.keySet().forEach(name -> attribute(JsonPointer.to(parent, name), origin));
    }

    void attribute(String pointer, String origin) {
        byPointer.putIfAbsent(pointer, origin);
    }

    void replace(String pointer, String origin) {
        byPointer.put(pointer, origin);
    }

    /** Follows members of bands that moved up to their asset. */
    void folded(String key, Map<String, Object> shared, int bands) {
        String asset = asset(key);
        for (String name : shared.keySet()) {
            String member = JsonPointer.to("", name);
            for (int i = 0; i < bands; i++) {
                String origin = byPointer.remove(asset + "/bands/" + i + member);
                if (origin != null) {
                    byPointer.putIfAbsent(asset + member, origin);
                }
            }
        }
    }

    /** Follows an asset whose key a metadata document changed. */
    void renamed(String from, String to) {
        String prefix = asset(from) + "/";
        for (String pointer : List.copyOf(byPointer.keySet())) {
            if (pointer.startsWith(prefix)) {
                String origin = requireNonNull(byPointer.remove(pointer));
                byPointer.put(asset(to) + "/" + pointer.substring(prefix.length()), origin);
            }
        }
    }

    /** Lets metadata files replace earlier origins, and drops pointers to members that are no longer there. */
    Map<String, String> merged(Map<String, String> files, Map<String, Object> item) {
        Map<String, String> merged = new LinkedHashMap<>(byPointer);
        files.forEach((pointer, href) -> merged.put(pointer, "metadata:" + href));
        merged.keySet().removeIf(pointer -> !exists(item, pointer));
        return merged;
    }

    private static boolean exists(Map<String, Object> item, String pointer) {
        Object value = item;
        for (String token : pointer.substring(1).split("/", -1)) {
            String name = token.replace("~1", "/").replace("~0", "~");
            if (value instanceof Map<?, ?> map && map.containsKey(name)) {
                value = map.get(name);
            } else if (value instanceof List<?> list
                    && INDEX.matcher(name).matches()
                    && Integer.parseInt(name) < list.size()) {
                value = list.get(Integer.parseInt(name));
            } else {
                return false;
            }
        }
        return true;
    }

    private static String asset(String key) {
        return JsonPointer.to("/assets", key);
    }
}

package io.stacgenerator.internal.downgrade;

import java.util.List;
import java.util.Map;

/**
 * Writes the first storage scheme that an asset refers to into the asset itself, as the storage extension 1.0.0 has it.
 * That version names platforms instead of describing them, and knows no storage of links.
 */
final class StorageFields {

    private static final Map<String, String> PLATFORMS = Map.of("aws-s3", "AWS", "ms-azure", "AZURE");

    private StorageFields() {}

    static void downgrade(OldItem item) {
        Map<String, Object> schemes = Json.object(item.properties().remove("storage:schemes"));
        for (Map<String, Object> asset : item.assets()) {
            downgrade(asset, schemes);
            asset.computeIfPresent("alternate", (name, alternates) -> downgradeAll(Json.copy(alternates), schemes));
        }
        item.links().forEach(link -> link.remove("storage:refs"));
        item.redeclare("storage", "v2.0.0", "v1.0.0");
    }

    private static Object downgradeAll(Map<String, Object> alternates, Map<String, Object> schemes) {
        alternates.replaceAll((key, alternate) -> {
            Map<String, Object> copy = Json.copy(alternate);
            downgrade(copy, schemes);
            return copy;
        });
        return alternates;
    }

    private static void downgrade(Map<String, Object> members, Map<String, Object> schemes) {
        List<?> refs = Json.list(members.remove("storage:refs"));
        if (refs.isEmpty() || !(schemes.get(refs.get(0)) instanceof Map<?, ?> scheme)) {
            return;
        }
        members.put("storage:platform", PLATFORMS.getOrDefault(String.valueOf(scheme.get("type")), "OTHER"));
        for (String name : List.of("region", "requester_pays")) {
            if (scheme.containsKey(name)) {
                members.put("storage:" + name, scheme.get(name));
            }
        }
    }
}

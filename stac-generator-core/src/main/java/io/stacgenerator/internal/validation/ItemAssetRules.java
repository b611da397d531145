package io.stacgenerator.internal.validation;

import io.stacgenerator.model.JsonPointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a Collection says of the assets of its Items (STAC Collection specification, "Item Asset Definition"). */
final class ItemAssetRules {

    private static final int FEWEST_MEMBERS = 2;

    private ItemAssetRules() {}

    static void check(Map<String, Object> collection, Faults faults) {
        if (collection.get("item_assets") instanceof Map<?, ?> definitions) {
            definitions.forEach((key, definition) ->
                    check(JsonPointer.to("/item_assets", String.valueOf(key)), definition, faults));
        } else if (collection.containsKey("item_assets")) {
            faults.unexpected("/item_assets", collection.get("item_assets"), "an object");
        }
    }

    private static void check(String pointer, @Nullable Object value, Faults faults) {
        if (!(value instanceof Map<?, ?> definition) || definition.size() < FEWEST_MEMBERS) {
            faults.unexpected(pointer, value, "an object with at least %d members".formatted(FEWEST_MEMBERS));
        } else if (definition.containsKey("href")) {
            faults.add(pointer + "/href", "stands in a definition of assets, which has none");
        }
    }
}

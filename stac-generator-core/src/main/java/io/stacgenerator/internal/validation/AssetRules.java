package io.stacgenerator.internal.validation;

import io.stacgenerator.model.JsonPointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members that make an object an asset (STAC Asset specification). */
final class AssetRules {

    private AssetRules() {}

    static void check(Map<String, Object> item, Faults faults) {
        if (item.get("assets") instanceof Map<?, ?> assets) {
            assets.forEach((key, asset) -> check(JsonPointer.to("/assets", String.valueOf(key)), asset, faults));
        }
    }

    private static void check(String pointer, @Nullable Object value, Faults faults) {
        if (value instanceof Map<?, ?> asset) {
            HrefRules.check(pointer, asset, faults);
        } else {
            faults.unexpected(pointer, value, "an object");
        }
    }
}

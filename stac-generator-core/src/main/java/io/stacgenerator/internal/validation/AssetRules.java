package io.stacgenerator.internal.validation;

import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members that make an object an asset (STAC Asset specification). */
final class AssetRules {

    private AssetRules() {}

    static void check(Map<String, Object> item, Faults faults) {
        JsonValues.members(item.get("assets"))
                .forEach((key, asset) -> check(JsonPointer.to("/assets", key), asset, faults));
    }

    private static void check(String pointer, @Nullable Object value, Faults faults) {
        JsonValues.object(value)
                .ifPresentOrElse(
                        asset -> HrefRules.check(pointer, asset, faults),
                        () -> faults.unexpected(pointer, value, "an object"));
    }
}

package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.field.FieldLevel;
import io.stacgenerator.internal.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of an Item that holds fields: its properties, an asset, a link or a band.
 *
 * @param pointer where it is
 * @param level what it is
 * @param members its members
 */
record Holder(String pointer, FieldLevel level, Map<?, ?> members) {

    /** Finds the holders of an Item; what is no object or array where one should be is passed over. */
    static List<Holder> allOf(Map<String, Object> item) {
        List<Holder> holders = new ArrayList<>();
        add(holders, "/properties", FieldLevel.ITEM, item.get("properties"));
        if (item.get("assets") instanceof Map<?, ?> assets) {
            assets.forEach((key, asset) ->
                    add(holders, JsonPointer.to("/assets", String.valueOf(key)), FieldLevel.ASSET, asset));
        }
        addAll(holders, "/links", FieldLevel.LINK, item.get("links"));
        return holders;
    }

    private static void addAll(List<Holder> holders, String pointer, FieldLevel level, @Nullable Object values) {
        if (values instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(holders, pointer + "/" + i, level, list.get(i));
            }
        }
    }

    private static void add(List<Holder> holders, String pointer, FieldLevel level, @Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            holders.add(new Holder(pointer, level, members));
            if (level == FieldLevel.ITEM || level == FieldLevel.ASSET) {
                addAll(holders, pointer + "/bands", FieldLevel.BAND, members.get("bands"));
            }
        }
    }

    String pointerTo(String member) {
        return JsonPointer.to(pointer, member);
    }
}

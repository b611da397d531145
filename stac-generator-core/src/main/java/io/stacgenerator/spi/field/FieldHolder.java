package io.stacgenerator.spi.field;

import io.stacgenerator.model.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of an Item that holds fields: its properties, an asset, a link or a band.
 *
 * @param pointer where it is, as a JSON pointer
 * @param level what it is
 * @param members its members, those of the Item itself
 * @since 0.1.0
 */
public record FieldHolder(String pointer, FieldLevel level, Map<String, Object> members) {

    /**
     * Finds the holders of an Item, or of a part of one. What is no object or array where one should be is passed over.
     *
     * @param item the members of an Item
     * @return the properties and their bands, the assets each followed by its bands, and the links
     */
    public static List<FieldHolder> allOf(Map<String, Object> item) {
        List<FieldHolder> holders = new ArrayList<>();
        add(holders, "/properties", FieldLevel.ITEM, item.get("properties"));
        if (item.get("assets") instanceof Map<?, ?> assets) {
            assets.forEach((key, asset) ->
                    add(holders, JsonPointer.to("/assets", String.valueOf(key)), FieldLevel.ASSET, asset));
        }
        addAll(holders, "/links", FieldLevel.LINK, item.get("links"));
        return holders;
    }

    private static void addAll(List<FieldHolder> holders, String pointer, FieldLevel level, @Nullable Object values) {
        if (values instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(holders, JsonPointer.to(pointer, i), level, list.get(i));
            }
        }
    }

    @SuppressWarnings("unchecked") // the names of JSON objects are text
    private static void add(List<FieldHolder> holders, String pointer, FieldLevel level, @Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            holders.add(new FieldHolder(pointer, level, (Map<String, Object>) members));
            if (level == FieldLevel.ITEM || level == FieldLevel.ASSET) {
                addAll(holders, pointer + "/bands", FieldLevel.BAND, members.get("bands"));
            }
        }
    }

    /**
     * Points to a member.
     *
     * @param member its name
     * @return a JSON pointer
     */
    public String pointerTo(String member) {
        return JsonPointer.to(pointer, member);
    }
}

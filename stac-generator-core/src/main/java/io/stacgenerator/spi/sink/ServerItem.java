package io.stacgenerator.spi.sink;

import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An Item as a server takes it.
 *
 * @param item the Item
 * @param collection the id of the Collection that it goes to
 * @param json what is sent: the Item in its Collection, without the links that a server writes itself
 * @since 0.1.0
 */
public record ServerItem(StacItem item, String collection, String json) {

    /**
     * Makes it of an Item.
     *
     * @param item the Item
     * @param collection the id of the Collection that it goes to
     * @return what is sent
     */
    public static ServerItem of(StacItem item, String collection) {
        Map<String, Object> members = ServerLinks.without(item.toMap());
        members.put("collection", collection);
        return new ServerItem(item, collection, JsonText.compact(members));
    }

    /**
     * Returns whether a server has this Item: it adds members, and may write times in another form.
     *
     * @param served the JSON of an Item of the server
     * @return true when it has the same assets, and each property of this Item
     */
    public boolean isSameAs(String served) {
        try {
            StacItem other = StacItem.of(JsonText.parse(served));
            return hrefs(item).equals(hrefs(other))
                    && item.properties().entrySet().stream()
                            .allMatch(property -> isSame(
                                    property.getValue(), other.properties().get(property.getKey())));
        } catch (IllegalArgumentException e) {
            return false; // no Item
        }
    }

    private static Map<String, Optional<String>> hrefs(StacItem item) {
        return item.assets().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        asset -> JsonValues.string(asset.getValue().toMap().get("href"))));
    }

    private static boolean isSame(@Nullable Object value, @Nullable Object other) {
        return JsonValues.same(value, other)
                || (instant(value).isPresent() && instant(value).equals(instant(other)));
    }

    private static Optional<Instant> instant(@Nullable Object value) {
        try {
            return JsonValues.string(value).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty(); // no time
        }
    }
}

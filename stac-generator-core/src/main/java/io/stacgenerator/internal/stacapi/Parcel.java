package io.stacgenerator.internal.stacapi;

import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ServerLinks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An Item as it is sent.
 *
 * @param item the Item
 * @param collection the Collection that it goes to
 * @param json what is sent
 */
record Parcel(StacItem item, String collection, String json) {

    static Parcel of(StacItem item, String collection) {
        return new Parcel(item, collection, ServerLinks.json(item, collection));
    }

    /** Returns whether a server has this Item: it adds members, and may write times in another form. */
    boolean isSameAs(String served) {
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
        return UtcTime.read(value).map(UtcTime::instant);
    }

    /** Puts several into an ItemCollection. */
    static String together(List<Parcel> parcels) {
        return parcels.stream()
                .map(Parcel::json)
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    }
}

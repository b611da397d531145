package io.stacgenerator.job;

import io.stacgenerator.Asset;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.internal.json.WrittenMembers;
import io.stacgenerator.model.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people recognize a job by.
 *
 * @param itemId the id that the request gives its Item, and once the job is finished that of the Item; null before it
 *     is known
 * @param asset the href of the first asset, without credentials; null when the request has none
 * @param provider the provider that the request names; null when it names none
 * @since 0.1.0
 */
public record JobSubject(
        @Nullable String itemId,
        @Nullable String asset,
        @Nullable String provider) implements JsonObject {

    static final JobSubject UNKNOWN = new JobSubject(null, null, null);

    /** Hides credentials. */
    public JobSubject {
        asset = asset == null ? null : Secrets.published(asset);
    }

    /**
     * Returns what is known of a job before it runs.
     *
     * @param request its request
     * @return its subject
     */
    public static JobSubject of(GenerationRequest request) {
        return new JobSubject(
                request.itemId().orElse(null),
                request.assets().stream().findFirst().map(Asset::href).orElse(null),
                request.provider().orElse(null));
    }

    static JobSubject fromMap(WrittenMembers members) {
        return new JobSubject(
                members.readOrNull("item_id", text -> text),
                members.readOrNull("asset", text -> text),
                members.readOrNull("provider", text -> text));
    }

    /**
     * Returns the subject of a job whose Item is known.
     *
     * @param itemId the id of the Item
     * @return a copy with this id
     */
    public JobSubject withItemId(String itemId) {
        return new JobSubject(itemId, asset, provider);
    }

    /** Returns {@code item_id}, {@code asset} and {@code provider}, as far as they are known. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "item_id", itemId);
        put(map, "asset", asset);
        put(map, "provider", provider);
        return map;
    }

    private static void put(Map<String, Object> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}

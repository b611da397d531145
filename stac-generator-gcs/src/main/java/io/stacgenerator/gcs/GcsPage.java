package io.stacgenerator.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing.
 *
 * @param objects the names of objects in their order, then the prefixes
 * @param next what continues it, or null at the end
 */
record GcsPage(List<ListedObject> objects, @Nullable String next) {

    /**
     * Reads the answer to {@code objects.list} of the JSON API.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static GcsPage parse(ByteBuffer document) {
        try {
            JsonObject answer =
                    JsonParser.parseString(UTF_8.decode(document).toString()).getAsJsonObject();
            List<ListedObject> objects = new ArrayList<>();
            for (JsonElement item : array(answer, "items")) {
                objects.add(new ListedObject(item.getAsJsonObject().get("name").getAsString(), false));
            }
            for (JsonElement prefix : array(answer, "prefixes")) {
                objects.add(new ListedObject(prefix.getAsString(), true));
            }
            JsonElement next = answer.get("nextPageToken");
            return new GcsPage(objects, next == null ? null : next.getAsString());
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new IllegalArgumentException("expected the JSON of objects.list", e);
        }
    }

    private static JsonArray array(JsonObject answer, String name) {
        JsonElement member = answer.get(name);
        return member == null ? new JsonArray() : member.getAsJsonArray();
    }
}

package io.stacgenerator.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.stacgenerator.spi.HttpListing;
import io.stacgenerator.spi.StorageContext;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects whose names start with a prefix ({@code objects.list} of the JSON API). */
record GcsListing(GcsStorage storage, GcsHref prefix) implements HttpListing.Pages {

    HttpListing over(StorageContext context) {
        return new HttpListing(context, storage.publicHref(prefix), storage.access(), this);
    }

    @Override
    public URI url(String delimiter, @Nullable String token) {
        String level = delimiter.isEmpty() ? "" : "&delimiter=" + encoded(delimiter);
        String continuation = token == null ? "" : "&pageToken=" + encoded(token);
        String query = "fields=nextPageToken,prefixes,items/name%s&prefix=%s%s"
                .formatted(level, encoded(prefix.object()), continuation);
        return storage.listUrl(prefix.bucket(), query);
    }

    private static String encoded(String value) {
        return GcsHref.encoded(value).replace("/", "%2F");
    }

    @Override
    public HttpListing.Page parse(ByteBuffer body) {
        try {
            JsonObject answer =
                    JsonParser.parseString(UTF_8.decode(body).toString()).getAsJsonObject();
            List<HttpListing.Entry> entries = new ArrayList<>();
            for (JsonElement item : array(answer, "items")) {
                String name = item.getAsJsonObject().get("name").getAsString();
                entries.add(new HttpListing.Entry(name, false));
            }
            for (JsonElement prefix : array(answer, "prefixes")) {
                entries.add(new HttpListing.Entry(prefix.getAsString(), true));
            }
            JsonElement next = answer.get("nextPageToken");
            return new HttpListing.Page(entries, next == null ? null : next.getAsString());
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new IllegalArgumentException("expected the JSON of objects.list", e);
        }
    }

    @Override
    public String href(String name) {
        return storage.given(prefix.sibling(name));
    }

    private static JsonArray array(JsonObject answer, String name) {
        JsonElement member = answer.get(name);
        return member == null ? new JsonArray() : member.getAsJsonArray();
    }
}

package io.stacgenerator.internal.stacapi;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.PercentEncoding;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.sink.ApiCall;
import io.stacgenerator.spi.sink.ApiReply;
import io.stacgenerator.spi.sink.ServerLinks;
import io.stacgenerator.spi.sink.SinkContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The calls of a STAC API, without judgment of Items. Thread-safe. */
final class StacApi {

    /**
     * The ends of what servers announce: before them stands the version, which some have wrong. The other two are OGC
     * API Features, part 4, which the extension builds on.
     */
    private static final List<String> TRANSACTIONS =
            List.of("/ogcapi-features/extensions/transaction", "/conf/create-replace-delete", "/conf/simpletx");

    /** What a server has created is found after its next refresh, about a second with OpenSearch. */
    private static final List<Duration> UNTIL_SEEN =
            Stream.of(250, 500, 1000, 2000).map(Duration::ofMillis).toList();

    private final SinkContext context;
    private final Set<String> known;
    private final StacApiSink.Pauses pauses;
    private final URI root;
    private final String name;
    private final Set<String> created = ConcurrentHashMap.newKeySet();

    /** @param known what was checked before, of all APIs */
    StacApi(String target, SinkContext context, Set<String> known, StacApiSink.Pauses pauses) {
        this.context = context;
        this.known = known;
        this.pauses = pauses;
        name = Secrets.published(target);
        try {
            root = URI.create(PercentEncoding.encode(target));
        } catch (IllegalArgumentException e) {
            throw new StacGeneratorException(ErrorCode.INVALID_TARGET, "%s is not a URL".formatted(name), e);
        }
    }

    /** The target, for messages. */
    String name() {
        return name;
    }

    /** Asks once whether the API takes Items. */
    void requireTransactions() {
        if (known.contains(url().toString())) {
            return;
        }
        Map<String, Object> landing = document(url());
        boolean announced = conformance(landing).stream()
                .map(uri -> uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri)
                .anyMatch(uri -> TRANSACTIONS.stream().anyMatch(uri::endsWith));
        if (!announced) {
            throw invalid(
                    "%s takes no Items: expected the landing page of a STAC API whose conformsTo has a URI that ends with %s"
                            .formatted(name, TRANSACTIONS.get(0)));
        }
        known.add(url().toString());
    }

    private List<String> conformance(Map<String, Object> landing) {
        return landing.containsKey("conformsTo") || !landing.containsKey("links")
                ? JsonValues.strings(landing.get("conformsTo"))
                : JsonValues.strings(document(url("conformance")).get("conformsTo"));
    }

    private Map<String, Object> document(URI url) {
        ApiReply reply = context.call(ApiCall.get(url));
        if (!reply.isSuccess()) {
            ErrorCode code = Refusal.of(reply).isDenied() ? ErrorCode.ACCESS_DENIED : ErrorCode.INVALID_TARGET;
            throw new StacGeneratorException(
                    code, "%s does not show its landing page: %s".formatted(name, Refusal.of(reply)));
        }
        return JsonReader.object(reply.body(), ErrorCode.INVALID_TARGET, "what %s answers".formatted(name));
    }

    /** Creates a Collection, unless it is there. */
    void create(String id, Map<String, Object> collection) {
        if (isThere(id)) {
            return;
        }
        ApiReply reply = context.call(
                ApiCall.json("POST", url("collections"), JsonText.compact(ServerLinks.without(collection))));
        if (!reply.isSuccess() && reply.status() != Refusal.EXISTS) {
            ErrorCode code = Refusal.of(reply).isDenied() ? ErrorCode.ACCESS_DENIED : ErrorCode.INVALID_TARGET;
            throw new StacGeneratorException(
                    code, "%s does not take Collection %s: %s".formatted(name, id, Refusal.of(reply)));
        }
        created.add(id);
        known.add(url("collections", id).toString());
    }

    /** Returns whether a Collection is there, which is asked once. */
    boolean isThere(String collection) {
        URI url = url("collections", collection);
        if (known.contains(url.toString())) {
            return true;
        }
        ApiReply reply = context.call(ApiCall.get(url));
        if (reply.status() == Refusal.MISSING) {
            return false;
        }
        if (!reply.isSuccess()) {
            ErrorCode code = Refusal.of(reply).isDenied() ? ErrorCode.ACCESS_DENIED : ErrorCode.STORAGE_UNAVAILABLE;
            throw new StacGeneratorException(
                    code, "%s does not show Collection %s: %s".formatted(name, collection, Refusal.of(reply)));
        }
        known.add(url.toString());
        return true;
    }

    ApiReply post(String collection, String json) {
        Supplier<ApiReply> call =
                () -> context.call(ApiCall.json("POST", url("collections", collection, "items"), json));
        return created.contains(collection) ? onceSeen(call) : call.get();
    }

    ApiReply put(String collection, String id, String json) {
        return onceSeen(() -> context.call(ApiCall.json("PUT", url("collections", collection, "items", id), json)));
    }

    ApiReply get(String collection, String id) {
        return onceSeen(() -> context.call(ApiCall.get(url("collections", collection, "items", id))));
    }

    /** Repeats a call while what it is about, which the server has, is not found. */
    private ApiReply onceSeen(Supplier<ApiReply> call) {
        Predicate<ApiReply> missing = reply -> reply.status() == Refusal.MISSING;
        ApiReply reply = call.get();
        for (int i = 0; i < UNTIL_SEEN.size() && missing.test(reply); i++) {
            pause(UNTIL_SEEN.get(i));
            reply = call.get();
        }
        return reply;
    }

    private void pause(Duration time) {
        try {
            pauses.pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StacGeneratorException(ErrorCode.CANCELED, "publishing to %s was interrupted".formatted(name), e);
        }
    }

    private URI url(String... segments) {
        String path = Objects.requireNonNullElse(root.getRawPath(), "");
        StringBuilder url = new StringBuilder(root.getScheme()).append("://").append(root.getRawAuthority());
        url.append(path.endsWith("/") && segments.length > 0 ? path.substring(0, path.length() - 1) : path);
        for (String segment : segments) {
            url.append('/').append(PercentEncoding.encodePath(segment).replace("/", "%2F"));
        }
        return URI.create(root.getRawQuery() == null ? url.toString() : url + "?" + root.getRawQuery());
    }

    private static StacGeneratorException invalid(String message) {
        return new StacGeneratorException(ErrorCode.INVALID_TARGET, message);
    }
}

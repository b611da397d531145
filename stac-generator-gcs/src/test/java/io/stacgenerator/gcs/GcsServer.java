package io.stacgenerator.gcs;

import com.sun.net.httpserver.HttpExchange;
import io.stacgenerator.testkit.ObjectServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * As much of Google Cloud Storage as is used here: it checks tokens, reads ranges under conditions by the XML API,
 * lists page by page by the JSON API, and has buckets whose requester pays.
 */
final class GcsServer extends ObjectServer {

    static final String TOKEN = "ya29.hunter2-Token";

    private final Map<String, ByteArrayOutputStream> uploads = new ConcurrentHashMap<>();

    @Override
    protected int answer(HttpExchange call, byte[] body) throws IOException {
        String path = call.getRequestURI().getPath();
        if (path.equals("/token")) {
            call.getResponseHeaders().set("Content-Type", "application/json");
            return send(
                    call,
                    200,
                    "{\"access_token\": \"%s\", \"expires_in\": 3600, \"token_type\": \"Bearer\"}".formatted(TOKEN));
        }
        boolean list = path.startsWith("/storage/v1/b/") && path.endsWith("/o");
        boolean upload = path.startsWith("/upload/storage/v1/b/");
        String bucket = list || upload ? path.split("/", -1)[upload ? 5 : 4] : path.replaceFirst("^/([^/]*).*", "$1");
        int failure = takeFault();
        if (failure != 0) {
            return error(call, failure, "Fault");
        }
        String authorization = header(call, "Authorization");
        if (!authorization.equals("Bearer " + TOKEN) && !isOpen(bucket)) {
            return authorization.isEmpty() ? error(call, 403, "AccessDenied") : error(call, 401, "InvalidToken");
        }
        if (isPaidByRequester(bucket) && header(call, "x-goog-user-project").isEmpty()) {
            return error(call, 400, "UserProjectMissing");
        }
        return upload ? upload(call, bucket, body) : list ? list(call, bucket) : read(call, path);
    }

    private int upload(HttpExchange call, String bucket, byte[] body) throws IOException {
        String query = call.getRequestURI().getRawQuery();
        String id = parameter(query, "upload_id");
        String range = header(call, "Content-Range");
        if (call.getRequestMethod().equals("DELETE")) {
            uploads.remove(id);
            return send(call, 499, "");
        }
        if (query.contains("uploadType=resumable") && id.isEmpty()) {
            String session = "session" + uploads.size();
            uploads.put(session, new ByteArrayOutputStream());
            call.getResponseHeaders().set("Location", endpoint() + call.getRequestURI() + "&upload_id=" + session);
            return send(call, 200, "");
        }
        byte[] content = body;
        if (!id.isEmpty()) {
            assertRange(range, uploads.get(id).size(), body.length);
            uploads.get(id).write(body);
            if (range.endsWith("/*")) {
                call.getResponseHeaders()
                        .set("Range", "bytes=0-" + (uploads.get(id).size() - 1));
                return send(call, 308, "");
            }
            content = uploads.remove(id).toByteArray();
        }
        String name = parameter(query, "name");
        String match = parameter(query, "ifGenerationMatch");
        String generation = String.valueOf(version(path(bucket, name)));
        if (!match.isEmpty() && !match.equals(generation)) {
            return error(call, 412, "PreconditionFailed");
        }
        put(bucket, name, content);
        if (takeLostAnswer()) {
            return error(call, 503, "Lost");
        }
        return send(call, 200, "{}");
    }

    private static void assertRange(String range, int start, int length) {
        if (!range.startsWith("bytes %d-%d/".formatted(start, start + length - 1))) {
            throw new IllegalArgumentException(range);
        }
    }

    /** Returns how many uploads are neither complete nor given up. */
    int uploads() {
        return uploads.size();
    }

    private int read(HttpExchange call, String path) throws IOException {
        String generation = String.valueOf(version(path));
        call.getResponseHeaders().set("x-goog-generation", generation);
        return read(call, path, '"' + generation + '"');
    }

    private int list(HttpExchange call, String bucket) throws IOException {
        String query = call.getRequestURI().getRawQuery();
        Page page = list(
                bucket, parameter(query, "prefix"), parameter(query, "pageToken"), query.contains("delimiter=%2F"));
        String json = "{\"items\": [%s], \"prefixes\": [%s]%s}"
                .formatted(
                        joined(page.names(), "{\"name\": \"%s\"}"),
                        joined(page.folders(), "\"%s\""),
                        page.next().isEmpty() ? "" : ", \"nextPageToken\": \"%s\"".formatted(page.next()));
        return send(call, 200, json);
    }

    private static String joined(List<String> names, String form) {
        return names.stream().map(form::formatted).collect(Collectors.joining(", "));
    }
}

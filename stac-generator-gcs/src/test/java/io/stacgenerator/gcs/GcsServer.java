package io.stacgenerator.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of Google Cloud Storage as is used here: it checks tokens, reads ranges under conditions by the XML API,
 * lists page by page by the JSON API, and has buckets whose requester pays.
 */
final class GcsServer implements AutoCloseable {

    static final String TOKEN = "ya29.hunter2-Token";

    private static final int PAGE = 3;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TreeMap<String, byte[]> objects = new TreeMap<>();
    private final Map<String, Integer> generations = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Set<String> requesterPays = ConcurrentHashMap.newKeySet();
    private final Map<String, ByteArrayOutputStream> uploads = new ConcurrentHashMap<>();
    private final Queue<Integer> faults = new ConcurrentLinkedQueue<>();
    private boolean losesNextAnswer;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** A request and the status of its answer. */
    record Call(String target, String authorization, String project, int status) {}

    GcsServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:%d".formatted(server.getAddress().getPort());
    }

    /** Stores an object, or replaces it. */
    synchronized void put(String bucket, String name, byte[] content) {
        String path = "/" + bucket + "/" + name;
        objects.put(path, content.clone());
        generations.merge(path, 1, Integer::sum);
    }

    void openToAll(String bucket) {
        open.add(bucket);
    }

    void requesterPays(String bucket) {
        requesterPays.add(bucket);
    }

    /** Answers the next requests with these statuses. */
    void failNext(Integer... statuses) {
        faults.addAll(List.of(statuses));
    }

    /** Writes the next object, and answers with a failure, as a proxy does that has lost the answer. */
    synchronized void loseNextAnswer() {
        losesNextAnswer = true;
    }

    /** Returns all calls that are answered; one whose answer has been read is among them. */
    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    private static String header(HttpExchange call, String name) {
        String value = call.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private synchronized void answer(HttpExchange call) throws IOException {
        int status;
        try (call) {
            status = status(call, call.getRequestBody().readAllBytes());
        }
        calls.add(new Call(
                call.getRequestURI().toString(),
                header(call, "Authorization"),
                header(call, "x-goog-user-project"),
                status));
    }

    private synchronized int status(HttpExchange call, byte[] body) throws IOException {
        String path = call.getRequestURI().getPath();
        if (path.equals("/token")) {
            call.getResponseHeaders().set("Content-Type", "application/json");
            return send(
                    call,
                    200,
                    "{\"access_token\": \"%s\", \"expires_in\": 3600, \"token_type\": \"Bearer\"}"
                            .formatted(TOKEN)
                            .getBytes(UTF_8));
        }
        boolean list = path.startsWith("/storage/v1/b/") && path.endsWith("/o");
        boolean upload = path.startsWith("/upload/storage/v1/b/");
        String bucket = list || upload ? path.split("/", -1)[upload ? 5 : 4] : path.replaceFirst("^/([^/]*).*", "$1");
        Integer failure = faults.poll();
        if (failure != null) {
            return error(call, failure, "Fault");
        }
        String authorization = header(call, "Authorization");
        if (!authorization.equals("Bearer " + TOKEN) && !open.contains(bucket)) {
            return authorization.isEmpty() ? error(call, 403, "AccessDenied") : error(call, 401, "InvalidToken");
        }
        if (requesterPays.contains(bucket)
                && header(call, "x-goog-user-project").isEmpty()) {
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
            return send(call, 499, new byte[0]);
        }
        if (query.contains("uploadType=resumable") && id.isEmpty()) {
            String session = "session" + uploads.size();
            uploads.put(session, new ByteArrayOutputStream());
            call.getResponseHeaders().set("Location", endpoint() + call.getRequestURI() + "&upload_id=" + session);
            return send(call, 200, new byte[0]);
        }
        byte[] content = body;
        if (!id.isEmpty()) {
            assertRange(range, uploads.get(id).size(), body.length);
            uploads.get(id).write(body);
            if (range.endsWith("/*")) {
                call.getResponseHeaders()
                        .set("Range", "bytes=0-" + (uploads.get(id).size() - 1));
                return send(call, 308, new byte[0]);
            }
            content = uploads.remove(id).toByteArray();
        }
        String name = parameter(query, "name");
        String match = parameter(query, "ifGenerationMatch");
        String generation = String.valueOf(generations.getOrDefault("/" + bucket + "/" + name, 0));
        if (!match.isEmpty() && !match.equals(generation)) {
            return error(call, 412, "PreconditionFailed");
        }
        put(bucket, name, content);
        if (losesNextAnswer) {
            losesNextAnswer = false;
            return error(call, 503, "Lost");
        }
        return send(call, 200, "{}".getBytes(UTF_8));
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
        byte[] content = objects.get(path);
        if (content == null) {
            return error(call, 404, "NoSuchKey");
        }
        String tag = "\"%s\"".formatted(generations.get(path));
        call.getResponseHeaders().set("ETag", tag);
        call.getResponseHeaders().set("x-goog-generation", String.valueOf(generations.get(path)));
        call.getResponseHeaders().set("Last-Modified", "Mon, 01 Jun 2026 00:00:00 GMT");
        if (!header(call, "If-Match").isEmpty() && !header(call, "If-Match").equals(tag)) {
            return error(call, 412, "PreconditionFailed");
        }
        Matcher range = RANGE.matcher(header(call, "Range"));
        if (!range.matches()) {
            return send(call, 200, content);
        }
        int start = Integer.parseInt(range.group(1));
        if (start >= content.length) {
            return error(call, 416, "InvalidRange");
        }
        int end = Math.min(Integer.parseInt(range.group(2)) + 1, content.length);
        call.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(start, end - 1, content.length));
        return send(call, 206, Arrays.copyOfRange(content, start, end));
    }

    private int list(HttpExchange call, String bucket) throws IOException {
        String query = call.getRequestURI().getRawQuery();
        String prefix = parameter(query, "prefix");
        String after = parameter(query, "pageToken");
        TreeSet<String> folders = new TreeSet<>();
        List<String> names = new ArrayList<>();
        String next = "";
        String last = "";
        for (String path : objects.keySet()) {
            String name = path.substring(Math.min(path.length(), bucket.length() + 2));
            if (!path.startsWith("/" + bucket + "/" + prefix) || (!after.isEmpty() && name.compareTo(after) <= 0)) {
                continue;
            }
            int slash = query.contains("delimiter=%2F") ? name.indexOf('/', prefix.length()) : -1;
            String folder = slash < 0 ? "" : name.substring(0, slash + 1);
            if (names.size() + folders.size() == PAGE && !folders.contains(folder)) {
                next = last;
                break;
            }
            last = name;
            if (slash < 0) {
                names.add("{\"name\": \"%s\"}".formatted(name));
            } else {
                folders.add(folder);
            }
        }
        String json = "{\"items\": [%s], \"prefixes\": [%s]%s}"
                .formatted(
                        String.join(", ", names),
                        String.join(
                                ", ",
                                folders.stream().map(each -> '"' + each + '"').toList()),
                        next.isEmpty() ? "" : ", \"nextPageToken\": \"%s\"".formatted(next));
        return send(call, 200, json.getBytes(UTF_8));
    }

    private static String parameter(String query, String name) {
        return Arrays.stream(query.split("&", -1))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> URLDecoder.decode(each.substring(name.length() + 1), UTF_8))
                .findFirst()
                .orElse("");
    }

    private static int error(HttpExchange call, int status, String code) throws IOException {
        return send(
                call, status, "<Error><Code>%s</Code></Error>".formatted(code).getBytes(UTF_8));
    }

    private static int send(HttpExchange call, int status, byte[] body) throws IOException {
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        return status;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}

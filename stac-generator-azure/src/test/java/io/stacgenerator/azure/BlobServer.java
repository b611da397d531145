package io.stacgenerator.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Azure's Blob service as writing and listing by folders needs; any signature of a URL will do. */
final class BlobServer implements AutoCloseable {

    private static final Pattern BLOCK = Pattern.compile("<Latest>([^<]*)</Latest>");

    private final HttpServer server;
    private final Map<String, byte[]> blocks = new ConcurrentHashMap<>();
    private final TreeMap<String, byte[]> blobs = new TreeMap<>();
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final Map<String, String> committed = new ConcurrentHashMap<>();
    private boolean losesNextAnswer;

    BlobServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:%d/archive".formatted(server.getAddress().getPort());
    }

    synchronized void put(String name) {
        blobs.put("/archive/" + name, new byte[0]);
    }

    /** Commits the next blob, and answers with a failure, as a proxy does that has lost the answer. */
    synchronized void loseNextAnswer() {
        losesNextAnswer = true;
    }

    private synchronized void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        String query = String.valueOf(call.getRequestURI().getQuery());
        byte[] body = call.getRequestBody().readAllBytes();
        if (!query.contains("sig=")) {
            send(call, 403, "AuthorizationFailure");
        } else if (query.contains("comp=list")) {
            list(call, path, query);
        } else if (query.contains("comp=blocklist") && call.getRequestMethod().equals("GET")) {
            blockList(call, path);
        } else if (query.contains("comp=blocklist")) {
            commit(call, path, new String(body, UTF_8));
        } else if (query.contains("comp=block")) {
            blocks.put(blockId(query), body);
            call.sendResponseHeaders(201, -1);
        } else if (blobs.containsKey(path)) {
            describe(call, path);
            call.sendResponseHeaders(200, blobs.get(path).length);
            call.getResponseBody().write(blobs.get(path));
        } else {
            send(call, 404, "BlobNotFound");
        }
        call.close();
    }

    private void blockList(HttpExchange call, String path) throws IOException {
        byte[] answer = "<?xml version=\"1.0\"?><BlockList><CommittedBlocks>%s</CommittedBlocks></BlockList>"
                .formatted(committed.get(path))
                .getBytes(UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/xml");
        call.sendResponseHeaders(200, answer.length);
        call.getResponseBody().write(answer);
    }

    private static String blockId(String query) {
        return query.replaceFirst(".*blockid=([^&]*).*", "$1");
    }

    private void commit(HttpExchange call, String path, String list) throws IOException {
        String expected = call.getRequestHeaders().getFirst("If-Match");
        boolean fresh = "*".equals(call.getRequestHeaders().getFirst("If-None-Match"));
        if (fresh && blobs.containsKey(path)) {
            send(call, 409, "BlobAlreadyExists");
        } else if (expected != null && !expected.replace("\"", "").equals(version(path))) {
            send(call, 412, "ConditionNotMet");
        } else {
            ByteArrayOutputStream blob = new ByteArrayOutputStream();
            Matcher matcher = BLOCK.matcher(list);
            StringBuilder names = new StringBuilder();
            while (matcher.find()) {
                names.append("<Block><Name>%s</Name><Size>1</Size></Block>".formatted(matcher.group(1)));
                blob.write(blocks.get(matcher.group(1)));
            }
            blobs.put(path, blob.toByteArray());
            versions.merge(path, 1, Integer::sum);
            committed.put(path, names.toString());
            describe(call, path);
            call.sendResponseHeaders(losesNextAnswer ? 503 : 201, -1);
            losesNextAnswer = false;
        }
    }

    private void list(HttpExchange call, String path, String query) throws IOException {
        String start = query.contains("prefix=") ? query.replaceFirst(".*prefix=([^&]*).*", "$1") : "";
        StringBuilder names = new StringBuilder();
        String last = "";
        String first = path + "/" + start;
        for (String blob : blobs.subMap(first, first + Character.MAX_VALUE).keySet()) {
            String name = blob.substring(path.length() + 1);
            int slash = name.indexOf('/', start.length());
            if (slash < 0) {
                names.append("<Blob><Name>%s</Name><Properties/></Blob>".formatted(name));
            } else if (!last.equals(name.substring(0, slash + 1))) {
                last = name.substring(0, slash + 1);
                names.append("<BlobPrefix><Name>%s</Name></BlobPrefix>".formatted(last));
            }
        }
        byte[] answer = "<?xml version=\"1.0\"?><EnumerationResults><Blobs>%s</Blobs><NextMarker/></EnumerationResults>"
                .formatted(names)
                .getBytes(UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/xml");
        call.sendResponseHeaders(200, answer.length);
        call.getResponseBody().write(answer);
    }

    private String version(String path) {
        return Integer.toString(versions.getOrDefault(path, 0));
    }

    private void describe(HttpExchange call, String path) {
        call.getResponseHeaders().set("ETag", "\"%s\"".formatted(version(path)));
        call.getResponseHeaders().set("Last-Modified", "Mon, 01 Jun 2026 00:00:00 GMT");
        call.getResponseHeaders().set("x-ms-blob-type", "BlockBlob");
    }

    private static void send(HttpExchange call, int status, String code) throws IOException {
        call.getResponseHeaders().set("x-ms-error-code", code);
        call.sendResponseHeaders(status, -1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

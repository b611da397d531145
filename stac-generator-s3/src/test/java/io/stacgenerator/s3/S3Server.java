package io.stacgenerator.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.utils.BinaryUtils;
import software.amazon.awssdk.utils.Md5Utils;

/**
 * As much of S3 as is used here, by path-style URLs: it checks signatures and regions, reads ranges under conditions,
 * lists page by page, and has buckets whose requester pays.
 */
final class S3Server implements AutoCloseable {

    static final String KEY_ID = "AKIDEXAMPLE";
    static final String SECRET = "hunter2/SecretAccessKey+Example";
    static final String TOKEN = "t0kenOfTheSession==";
    static final String REGION = "eu-central-1";

    private static final int PAGE = 3;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TreeMap<String, byte[]> objects = new TreeMap<>();
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Set<String> requesterPays = ConcurrentHashMap.newKeySet();
    private final Map<String, List<byte[]>> uploads = new ConcurrentHashMap<>();
    private final Queue<Integer> faults = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private boolean losesNextAnswer;
    private volatile SignatureCheck check = new SignatureCheck(KEY_ID, SECRET, "", REGION);

    /** A request, with what is not a header of each. */
    record Call(String method, String target, Map<String, List<String>> headers, int status) {

        String header(String name) {
            List<String> values = headers.get(name.substring(0, 1).toUpperCase(Locale.ROOT)
                    + name.substring(1).toLowerCase(Locale.ROOT));
            return values == null ? "" : values.get(0);
        }
    }

    S3Server() {
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

    /** Returns options that it accepts. */
    S3Options.Builder options() {
        return S3Options.builder().endpoint(endpoint()).region(REGION).credentials(KEY_ID, SECRET, null);
    }

    /** Stores an object, or replaces it. */
    synchronized void put(String bucket, String key, byte[] content) {
        String path = "/" + bucket + "/" + key;
        objects.put(path, content.clone());
        versions.merge(path, 1, Integer::sum);
        tags.remove(path);
    }

    void expectToken() {
        check = new SignatureCheck(KEY_ID, SECRET, TOKEN, REGION);
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

    private synchronized void answer(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        int status;
        try (call) {
            status = answer(call, body);
        }
        calls.add(new Call(
                call.getRequestMethod(),
                call.getRequestURI().toString(),
                Map.copyOf(call.getRequestHeaders()),
                status));
    }

    private synchronized int answer(HttpExchange call, byte[] body) throws IOException {
        URI uri = call.getRequestURI();
        String path = uri.getPath();
        String bucket = path.replaceFirst("^/([^/]*).*", "$1");
        Integer failure = faults.poll();
        if (failure != null) {
            return error(call, failure, failure == 503 ? "SlowDown" : "Fault");
        }
        String fault = open.contains(bucket) ? "" : check.fault(call, body);
        if (fault.equals("AuthorizationHeaderMalformed")) {
            return send(
                    call,
                    400,
                    "<Error><Code>%s</Code><Region>%s</Region></Error>"
                            .formatted(fault, REGION)
                            .getBytes(UTF_8));
        }
        if (!fault.isEmpty()) {
            return error(call, 403, fault);
        }
        if (requesterPays.contains(bucket)
                && !"requester".equals(call.getRequestHeaders().getFirst("x-amz-request-payer"))) {
            return error(call, 403, "AccessDenied");
        }
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return switch (call.getRequestMethod()) {
            case "HEAD", "GET" -> query.contains("list-type=2") ? list(call, bucket, query) : read(call, path);
            case "PUT" -> query.isEmpty() ? write(call, path, body) : part(call, query, body);
            case "POST" -> query.equals("uploads=") ? begin(call) : complete(call, path, query);
            default -> {
                uploads.remove(parameter(query, "uploadId"));
                yield send(call, 204, new byte[0]);
            }
        };
    }

    private int write(HttpExchange call, String path, byte[] content) throws IOException {
        String match = call.getRequestHeaders().getFirst("If-Match");
        boolean fresh = "*".equals(call.getRequestHeaders().getFirst("If-None-Match"));
        String tag = tag(path);
        if ((fresh && objects.containsKey(path)) || (match != null && !match.equals(tag))) {
            return error(call, 412, "PreconditionFailed");
        }
        put(path.split("/", 3)[1], path.split("/", 3)[2], content);
        if (losesNextAnswer) {
            losesNextAnswer = false;
            return error(call, 503, "Lost");
        }
        call.getResponseHeaders().set("ETag", tag(path));
        return send(call, 200, new byte[0]);
    }

    private int begin(HttpExchange call) throws IOException {
        String id = "upload+" + uploads.size();
        uploads.put(id, new ArrayList<>());
        return send(
                call,
                200,
                "<InitiateMultipartUploadResult><UploadId>%s</UploadId></InitiateMultipartUploadResult>"
                        .formatted(id)
                        .getBytes(UTF_8));
    }

    private int part(HttpExchange call, String query, byte[] content) throws IOException {
        uploads.get(parameter(query, "uploadId")).add(content);
        call.getResponseHeaders().set("ETag", "\"%s\"".formatted(digest(content)));
        return send(call, 200, new byte[0]);
    }

    private int complete(HttpExchange call, String path, String query) throws IOException {
        List<byte[]> parts = uploads.remove(parameter(query, "uploadId"));
        if (parts == null) {
            return error(call, 404, "NoSuchUpload");
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ByteArrayOutputStream digests = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.write(part);
            digests.write(BinaryUtils.fromHex(digest(part)));
        }
        int status = write(call, path, content.toByteArray());
        if (status != 412) {
            tags.put(path, "\"%s-%d\"".formatted(digest(digests.toByteArray()), parts.size()));
        }
        return status;
    }

    private static String digest(byte[] content) {
        return BinaryUtils.toHex(Md5Utils.computeMD5Hash(content));
    }

    private String tag(String path) {
        return tags.getOrDefault(path, "\"%s\"".formatted(versions.get(path)));
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
        String tag = tag(path);
        call.getResponseHeaders().set("ETag", tag);
        call.getResponseHeaders().set("Last-Modified", "Mon, 01 Jun 2026 00:00:00 GMT");
        String match = call.getRequestHeaders().getFirst("If-Match");
        if (match != null && !match.equals(tag)) {
            return error(call, 412, "PreconditionFailed");
        }
        Matcher range = RANGE.matcher(String.valueOf(call.getRequestHeaders().getFirst("Range")));
        if (!range.matches()) {
            return send(call, 200, call.getRequestMethod().equals("HEAD") ? new byte[0] : content);
        }
        int start = Integer.parseInt(range.group(1));
        if (start >= content.length) {
            return error(call, 416, "InvalidRange");
        }
        int end = Math.min(Integer.parseInt(range.group(2)) + 1, content.length);
        call.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(start, end - 1, content.length));
        return send(call, 206, Arrays.copyOfRange(content, start, end));
    }

    private int list(HttpExchange call, String bucket, String query) throws IOException {
        String prefix = parameter(query, "prefix");
        String after = URLDecoder.decode(parameter(query, "continuation-token"), UTF_8);
        boolean byFolder = query.contains("delimiter=%2F");
        StringBuilder page = new StringBuilder();
        Set<String> folders = new HashSet<>();
        String last = "";
        int count = 0;
        boolean truncated = false;
        for (String path : objects.keySet()) {
            String key = path.substring(Math.min(path.length(), bucket.length() + 2));
            if (!path.startsWith("/" + bucket + "/" + prefix) || (!after.isEmpty() && key.compareTo(after) <= 0)) {
                continue;
            }
            int slash = key.indexOf('/', prefix.length());
            String folder = byFolder && slash >= 0 ? key.substring(0, slash + 1) : "";
            if (count == PAGE && !folders.contains(folder)) {
                truncated = true;
                break;
            }
            last = key;
            if (folder.isEmpty()) {
                count++;
                page.append("<Contents><Key>%s</Key><Size>1</Size></Contents>".formatted(encoded(key)));
            } else if (folders.add(folder)) {
                count++;
                page.append("<CommonPrefixes><Prefix>%s</Prefix></CommonPrefixes>".formatted(encoded(folder)));
            }
        }
        String next = truncated ? "<NextContinuationToken>%s</NextContinuationToken>".formatted(encoded(last)) : "";
        call.getResponseHeaders().set("Content-Type", "application/xml");
        return send(
                call,
                200,
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                                + "<Name>%s</Name><Prefix>%s</Prefix><EncodingType>url</EncodingType><IsTruncated>%s</IsTruncated>%s%s</ListBucketResult>")
                        .formatted(bucket, encoded(prefix), truncated, next, page)
                        .getBytes(UTF_8));
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
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

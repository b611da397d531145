package io.stacgenerator.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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

/**
 * What servers of object storages have in common, on the loopback address: objects by their path, which are read by
 * ranges under conditions and listed in pages of three, and faults on demand. A subclass knows the requests of a
 * storage, and who may make them. Thread-safe: one request is answered after the other.
 *
 * @since 0.1.0
 */
public abstract class ObjectServer implements AutoCloseable {

    private static final int PAGE = 3;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TreeMap<String, byte[]> objects = new TreeMap<>();
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Set<String> requesterPays = ConcurrentHashMap.newKeySet();
    private final Queue<Integer> faults = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private boolean losesNextAnswer;

    /**
     * A request and the status of its answer.
     *
     * @param method the method
     * @param target path and query, as they were sent
     * @param headers the headers
     * @param status the status of the answer
     * @since 0.1.0
     */
    public record Call(String method, String target, Map<String, List<String>> headers, int status) {

        /**
         * Returns the first value of a header.
         *
         * @param name its name, in any case
         * @return its value; empty where it was not sent
         */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * A page of a listing.
     *
     * @param names the names of objects
     * @param folders what the names of several objects start with, up to a slash
     * @param next the name that the next page comes after; empty at the end
     * @since 0.1.0
     */
    protected record Page(List<String> names, List<String> folders, String next) {}

    /** Starts the server at a free port. */
    // Nobody knows the port, and sends requests, before the constructor of the subclass is done.
    @SuppressWarnings("this-escape")
    protected ObjectServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private synchronized void handle(HttpExchange call) throws IOException {
        int status;
        try (call) {
            status = answer(call, call.getRequestBody().readAllBytes());
        }
        calls.add(new Call(
                call.getRequestMethod(),
                call.getRequestURI().toString(),
                Map.copyOf(call.getRequestHeaders()),
                status));
    }

    /**
     * Answers a request, by {@link #send}.
     *
     * @param call the request
     * @param body its body
     * @return the status of the answer
     * @throws IOException when it cannot be sent
     */
    protected abstract int answer(HttpExchange call, byte[] body) throws IOException;

    /**
     * Returns where the server is.
     *
     * @return its URL, without a slash at the end
     */
    public final String endpoint() {
        return "http://127.0.0.1:%d".formatted(server.getAddress().getPort());
    }

    /**
     * Stores an object, or replaces it.
     *
     * @param bucket its bucket
     * @param name its name
     * @param content its content
     */
    public synchronized void put(String bucket, String name, byte[] content) {
        String path = path(bucket, name);
        objects.put(path, content.clone());
        versions.merge(path, 1, Integer::sum);
    }

    /**
     * Lets a bucket be read without credentials.
     *
     * @param bucket the bucket
     */
    public final void openToAll(String bucket) {
        open.add(bucket);
    }

    /**
     * Lets the requester pay for a bucket.
     *
     * @param bucket the bucket
     */
    public final void requesterPays(String bucket) {
        requesterPays.add(bucket);
    }

    /**
     * Answers the next requests with failures.
     *
     * @param statuses their statuses, one a request
     */
    public final void failNext(Integer... statuses) {
        faults.addAll(List.of(statuses));
    }

    /** Writes the next object, and answers with a failure, as a proxy does that has lost the answer. */
    public final synchronized void loseNextAnswer() {
        losesNextAnswer = true;
    }

    /**
     * Returns all calls that are answered; one whose answer has been read is among them.
     *
     * @return the calls, in their order
     */
    public final synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /**
     * Returns whether a bucket is read without credentials.
     *
     * @param bucket the bucket
     * @return true after {@link #openToAll}
     */
    protected final boolean isOpen(String bucket) {
        return open.contains(bucket);
    }

    /**
     * Returns whether the requester pays for a bucket.
     *
     * @param bucket the bucket
     * @return true after {@link #requesterPays}
     */
    protected final boolean isPaidByRequester(String bucket) {
        return requesterPays.contains(bucket);
    }

    /**
     * Takes the failure of this request.
     *
     * @return its status; 0 for none
     */
    protected final int takeFault() {
        Integer fault = faults.poll();
        return fault == null ? 0 : fault;
    }

    /**
     * Takes the loss of the answer to this request.
     *
     * @return whether it is lost
     */
    protected final boolean takeLostAnswer() {
        boolean lost = losesNextAnswer;
        losesNextAnswer = false;
        return lost;
    }

    /**
     * Returns the path of an object.
     *
     * @param bucket its bucket
     * @param name its name
     * @return both, with slashes before them
     */
    protected static String path(String bucket, String name) {
        return "/" + bucket + "/" + name;
    }

    /**
     * Returns the version of an object.
     *
     * @param path its path
     * @return how often it was stored; 0 for one that is not there
     */
    protected final int version(String path) {
        return versions.getOrDefault(path, 0);
    }

    /**
     * Sends an object, or the range that is asked for.
     *
     * @param call the request
     * @param path the path of the object
     * @param tag its entity tag
     * @return the status of the answer
     * @throws IOException when it cannot be sent
     */
    protected final int read(HttpExchange call, String path, String tag) throws IOException {
        byte[] content = objects.get(path);
        if (content == null) {
            return error(call, 404, "NoSuchKey");
        }
        call.getResponseHeaders().set("ETag", tag);
        call.getResponseHeaders().set("Last-Modified", "Mon, 01 Jun 2026 00:00:00 GMT");
        String match = header(call, "If-Match");
        if (!match.isEmpty() && !match.equals(tag)) {
            return error(call, 412, "PreconditionFailed");
        }
        Matcher range = RANGE.matcher(header(call, "Range"));
        if (!range.matches()) {
            return send(call, 200, call.getRequestMethod().equals("HEAD") ? new byte[0] : content);
        }
        long start = Long.parseLong(range.group(1));
        if (start >= content.length) {
            return error(call, 416, "InvalidRange");
        }
        int end = (int) Math.min(Long.parseLong(range.group(2)) + 1, content.length);
        call.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(start, end - 1, content.length));
        return send(call, 206, Arrays.copyOfRange(content, (int) start, end));
    }

    /**
     * Lists a bucket.
     *
     * @param bucket the bucket
     * @param prefix what the names start with
     * @param after the name that the page comes after; empty for the first page
     * @param byFolder whether names with a slash behind the prefix are listed by what is before it
     * @return the page
     */
    protected final Page list(String bucket, String prefix, String after, boolean byFolder) {
        List<String> names = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String last = "";
        for (String path : objects.keySet()) {
            String name = path.substring(Math.min(path.length(), bucket.length() + 2));
            if (!path.startsWith(path(bucket, prefix)) || (!after.isEmpty() && name.compareTo(after) <= 0)) {
                continue;
            }
            int slash = byFolder ? name.indexOf('/', prefix.length()) : -1;
            String listed = slash < 0 ? name : name.substring(0, slash + 1);
            if (seen.size() == PAGE && !seen.contains(listed)) {
                return new Page(names, folders, last);
            }
            if (seen.add(listed)) {
                (slash < 0 ? names : folders).add(listed);
            }
            last = name;
        }
        return new Page(names, folders, "");
    }

    /**
     * Returns the first value of a header of a request.
     *
     * @param call the request
     * @param name the name of the header
     * @return its value; empty where it was not sent
     */
    protected static String header(HttpExchange call, String name) {
        String value = call.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    /**
     * Returns the first value of a parameter.
     *
     * @param query the query of a URL, encoded
     * @param name the name of the parameter
     * @return its value, decoded; empty where it is not there
     */
    protected static String parameter(String query, String name) {
        return Arrays.stream(query.split("&", -1))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> URLDecoder.decode(each.substring(name.length() + 1), UTF_8))
                .findFirst()
                .orElse("");
    }

    /**
     * Sends an error in XML.
     *
     * @param call the request
     * @param status the status of the answer
     * @param code the code of the error
     * @return the status
     * @throws IOException when it cannot be sent
     */
    protected static int error(HttpExchange call, int status, String code) throws IOException {
        return send(call, status, "<Error><Code>%s</Code></Error>".formatted(code));
    }

    /**
     * Sends text.
     *
     * @param call the request
     * @param status the status of the answer
     * @param body its body
     * @return the status
     * @throws IOException when it cannot be sent
     */
    protected static int send(HttpExchange call, int status, String body) throws IOException {
        return send(call, status, body.getBytes(UTF_8));
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

package io.stacgenerator.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A STAC API with the Transaction extension, on the loopback address, that does what servers in use do: an Item is
 * found some calls after it was created, a batch with one Item that exists creates the others and answers 409, and what
 * is no Item has no answer. Spoils calls on demand. Thread-safe.
 *
 * @since 0.1.0
 */
public final class StacApiServer implements AutoCloseable {

    private static final String COLLECTIONS = "/collections";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Map<String, Object>> collections = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> items = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> unseen = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> writes = new ConcurrentHashMap<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<String> calls = new ArrayList<>();
    private final Random random = new Random(17);
    private volatile double share;
    private volatile int callsUntilSeen;
    private volatile boolean takesBatches = true;
    private volatile String conformance = "https://api.stacspec.org/v1.0.0-rc.3/ogcapi-features/extensions/transaction";
    private volatile @Nullable String token;

    /**
     * What is done to a call.
     *
     * @since 0.1.0
     */
    public enum Fault {
        /** Does nothing and never answers. */
        SILENT,
        /** Does what was asked and never answers. */
        SILENT_AFTERWARDS,
        /** Does nothing and closes the connection. */
        RESET,
        /** Does what was asked and closes the connection. */
        RESET_AFTERWARDS,
        /** Does nothing and answers 429, with {@code Retry-After}. */
        BUSY,
        /** Does nothing and answers 503. */
        UNAVAILABLE
    }

    private StacApiServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts a server on a free port.
     *
     * @return the server; the caller closes it
     */
    public static StacApiServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
            StacApiServer server = new StacApiServer(http);
            http.setExecutor(server.threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns where the landing page is.
     *
     * @return the URL
     */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /**
     * Adds a Collection.
     *
     * @param id its id
     * @return this
     */
    public StacApiServer collection(String id) {
        collections.put(id, Map.of("type", "Collection", "id", id));
        return this;
    }

    /**
     * Announces another conformance class.
     *
     * @param uri its URI
     * @return this
     */
    public StacApiServer conformsTo(String uri) {
        conformance = uri;
        return this;
    }

    /**
     * Asks callers for a token, which it repeats in its refusal, as careless servers do.
     *
     * @param expected the value of {@code Authorization}; null for any caller
     * @return this
     */
    public StacApiServer token(@Nullable String expected) {
        token = expected;
        return this;
    }

    /**
     * Lets Items be found late.
     *
     * @param count how many calls find no Item after it was created
     * @return this
     */
    public StacApiServer seenAfter(int count) {
        callsUntilSeen = count;
        return this;
    }

    /**
     * Takes no batches, as old servers.
     *
     * @return this
     */
    public StacApiServer withoutBatches() {
        takesBatches = false;
        return this;
    }

    /**
     * Refuses an Item, alone and in a batch.
     *
     * @param id its id
     * @param status what is answered
     * @return this
     */
    public StacApiServer refuse(String id, int status) {
        refused.put(id, status);
        return this;
    }

    /**
     * Spoils the next calls.
     *
     * @param next a fault for each
     */
    public void failNext(Fault... next) {
        faults.addAll(List.of(next));
    }

    /**
     * Spoils some of all calls, by all faults in turn.
     *
     * @param some 0 to 1
     * @return this
     */
    public StacApiServer fail(double some) {
        share = some;
        return this;
    }

    /**
     * Returns the Items that it has.
     *
     * @return their members by id
     */
    public Map<String, Map<String, Object>> items() {
        return Map.copyOf(items);
    }

    /**
     * Returns a Collection.
     *
     * @param id its id
     * @return its members; null when it is not there
     */
    public @Nullable Map<String, Object> collectionOf(String id) {
        return collections.get(id);
    }

    /**
     * Returns how often an Item was created or replaced.
     *
     * @param id its id
     * @return 0 when it is not there
     */
    public int writes(String id) {
        AtomicInteger count = writes.get(id);
        return count == null ? 0 : count.get();
    }

    /**
     * Returns what was asked.
     *
     * @return method and path of each call, in their order
     */
    public List<String> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            synchronized (calls) {
                calls.add(method + " " + exchange.getRequestURI());
            }
            Fault fault = nextFault();
            if (fault == Fault.SILENT) {
                closed.await();
            } else if (fault == Fault.BUSY) {
                exchange.getResponseHeaders().set("Retry-After", "0");
                send(exchange, new Reply(429, "slow down"));
            } else if (fault == Fault.UNAVAILABLE) {
                send(exchange, new Reply(503, ""));
            } else if (fault != Fault.RESET) {
                Reply reply = authorized(exchange) ? answer(method, exchange, body) : denied(exchange);
                if (reply == null || fault == Fault.SILENT_AFTERWARDS) {
                    closed.await();
                } else if (fault == null) {
                    send(exchange, reply);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Fault nextFault() {
        Fault next = faults.poll();
        if (next != null) {
            return next;
        }
        synchronized (random) {
            return random.nextDouble() < share ? Fault.values()[random.nextInt(Fault.values().length)] : null;
        }
    }

    private record Reply(int status, String body) {

        static Reply json(int status, Map<String, Object> json) {
            return new Reply(status, JsonText.compact(json));
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private boolean authorized(HttpExchange exchange) {
        String expected = token;
        return expected == null || expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static Reply denied(HttpExchange exchange) {
        return new Reply(401, "no access with " + exchange.getRequestHeaders().getFirst("Authorization"));
    }

    /** Returns null for what has no answer. */
    private @Nullable Reply answer(String method, HttpExchange exchange, String body) {
        String[] path = exchange.getRequestURI().getRawPath().split("/", -1);
        for (int i = 0; i < path.length; i++) {
            path[i] = URLDecoder.decode(path[i].replace("+", "%2B"), UTF_8);
        }
        return switch (method + " " + (path.length > 1 && path[1].isEmpty() ? 1 : path.length)) {
            case "GET 1" -> Reply.json(200, Map.of("type", "Catalog", "id", "api", "conformsTo", List.of(conformance)));
            case "POST 2" -> createCollection(JsonText.parse(body));
            case "GET 3" -> found(collections.get(path[2]));
            case "POST 4" -> post(path[2], JsonText.parse(body));
            case "GET 5" -> found(isSeen(path[4]) ? items.get(path[4]) : null);
            case "PUT 5" -> put(path[2], path[4], JsonText.parse(body));
            default -> new Reply(405, "");
        };
    }

    private static Reply found(@Nullable Map<String, Object> document) {
        return document == null
                ? new Reply(404, "{\"code\":404,\"description\":\"not found\"}")
                : Reply.json(200, document);
    }

    private Reply createCollection(Map<String, Object> collection) {
        String id = String.valueOf(collection.get("id"));
        return collections.putIfAbsent(id, collection) == null
                ? Reply.json(201, collection)
                : new Reply(409, "Conflict");
    }

    private @Nullable Reply post(String collection, Map<String, Object> document) {
        if (!collections.containsKey(collection)) {
            return new Reply(404, COLLECTIONS + "/" + collection + " not found");
        }
        if ("Feature".equals(document.get("type"))) {
            return create(collection, document);
        }
        if (!"FeatureCollection".equals(document.get("type"))) {
            return null;
        }
        if (!takesBatches) {
            return new Reply(400, "expected a Feature");
        }
        int worst = 201;
        for (Map<String, Object> item : JsonValues.objects(document.get("features"))) {
            worst = Math.max(worst, create(collection, item).status());
        }
        return new Reply(worst, worst == 409 ? "Conflict: [object Object]" : "");
    }

    private Reply create(String collection, Map<String, Object> item) {
        String id = String.valueOf(item.get("id"));
        Integer status = refused.get(id);
        if (status != null) {
            return new Reply(status, "{\"detail\":\"item %s is not wanted\"}".formatted(id));
        }
        Map<String, Object> served = served(collection, item);
        if (!collection.equals(served.get("collection"))) {
            return new Reply(400, "{\"detail\":\"another Collection\"}");
        }
        unseen.putIfAbsent(id, new AtomicInteger(callsUntilSeen));
        if (items.putIfAbsent(id, served) != null) {
            return new Reply(409, "Conflict");
        }
        countWrite(id);
        return Reply.json(201, served);
    }

    private static Map<String, Object> served(String collection, Map<String, Object> item) {
        Map<String, Object> served = new LinkedHashMap<>(item);
        served.putIfAbsent("collection", collection);
        return served;
    }

    private Reply put(String collection, String id, Map<String, Object> item) {
        if (!id.equals(item.get("id"))) {
            return new Reply(400, "{\"detail\":\"another id\"}");
        }
        if (!items.containsKey(id) || !isSeen(id)) {
            return new Reply(404, "Not Found");
        }
        items.put(id, served(collection, item));
        countWrite(id);
        return new Reply(204, "");
    }

    private boolean isSeen(String id) {
        AtomicInteger left = unseen.get(id);
        return left == null || left.getAndDecrement() <= 0;
    }

    private void countWrite(String id) {
        writes.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
    }
}

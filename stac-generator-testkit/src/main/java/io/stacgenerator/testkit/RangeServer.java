package io.stacgenerator.testkit;

import io.stacgenerator.testkit.HttpReply.Fault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A small HTTP/1.1 server of files on the loopback address: ranges, strong entity tags, preconditions, kept-alive
 * connections. It counts requests and bytes, and spoils its answers on demand. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RangeServer implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final ServerSocket listener;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Map<String, Stored> files = new ConcurrentHashMap<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<HttpCall> calls = new CopyOnWriteArrayList<>();
    private final AtomicLong bytesSent = new AtomicLong();
    private final AtomicLong versions = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Fault always = reply -> {};

    private RangeServer(ServerSocket listener) {
        this.listener = listener;
    }

    /**
     * Starts a server on a free port.
     *
     * @return the server; the caller closes it
     */
    public static RangeServer start() {
        try {
            RangeServer server = new RangeServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            server.inBackground(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stores a file, or replaces it by another version.
     *
     * @param name the name, not encoded, without leading slash
     * @param content the bytes
     * @return the URL
     */
    public String put(String name, byte[] content) {
        files.put("/" + name, new Stored(content.clone(), versions.incrementAndGet()));
        return url(path(name));
    }

    /**
     * Returns a URL of this server.
     *
     * @param path the path, encoded, with leading slash
     * @return the URL
     */
    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /**
     * Returns where the server listens.
     *
     * @return the port
     */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * Spoils the answers to the next requests, one fault for each.
     *
     * @param next the faults, in order
     */
    public void failNext(Fault... next) {
        faults.addAll(List.of(next));
    }

    /**
     * Spoils all answers from now on.
     *
     * @param fault the fault
     */
    public void failAlways(Fault fault) {
        always = fault;
    }

    /**
     * Returns what was asked for so far.
     *
     * @return the requests in order
     */
    public List<HttpCall> calls() {
        return List.copyOf(calls);
    }

    /**
     * Returns how much was sent so far, without the heads of answers.
     *
     * @return bytes
     */
    public long bytesSent() {
        return bytesSent.get();
    }

    @Override
    public void close() {
        closed.countDown();
        close(listener);
        connections.forEach(RangeServer::close);
    }

    private void accept() throws IOException {
        while (closed.getCount() > 0) {
            Socket connection = listener.accept();
            connections.add(connection);
            inBackground(() -> serve(connection));
        }
    }

    private void serve(Socket connection) throws IOException {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            boolean goesOn = true;
            while (goesOn) {
                HttpCall call = readCall(in);
                goesOn = call != null && answer(call, connection);
            }
        } finally {
            connections.remove(connection);
        }
    }

    private boolean answer(HttpCall call, Socket connection) throws IOException {
        calls.add(call);
        HttpReply reply = reply(call);
        always.spoil(reply);
        Fault fault = faults.poll();
        if (fault != null) {
            fault.spoil(reply);
        }
        bytesSent.addAndGet(reply.sentBytes());
        reply.send(connection.getOutputStream());
        if (reply.isSilent()) {
            awaitClose();
        }
        return !reply.isCut();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpReply reply(HttpCall call) {
        Stored file = files.get(URI.create(call.path()).getPath());
        if (file == null) {
            return new HttpReply(404, new byte[0], new byte[0]);
        }
        HttpReply reply = isOtherVersion(call, file)
                ? file.reply(412, new byte[0])
                : isKnown(call, file) ? file.reply(304, new byte[0]) : ranged(call, file);
        return reply.header("ETag", file.etag()).header("Last-Modified", file.lastModified());
    }

    private static boolean isOtherVersion(HttpCall call, Stored file) {
        String match = call.header("If-Match");
        String since = call.header("If-Unmodified-Since");
        return (match != null && !match.equals(file.etag())) || (since != null && !since.equals(file.lastModified()));
    }

    /** RFC 9110, section 13.2.2: a date does not count where there is an entity tag. */
    private static boolean isKnown(HttpCall call, Stored file) {
        String tag = call.header("If-None-Match");
        return tag == null ? file.lastModified().equals(call.header("If-Modified-Since")) : tag.equals(file.etag());
    }

    private static HttpReply ranged(HttpCall call, Stored file) {
        String header = call.header("Range");
        Matcher range = RANGE.matcher(header == null ? "" : header);
        int size = file.content.length;
        if (!range.matches()) {
            return file.reply(200, file.content);
        }
        long start = Long.parseLong(range.group(1));
        long end = Math.min(Long.parseLong(range.group(2)) + 1, size);
        return start >= size
                ? file.reply(416, new byte[0]).header("Content-Range", "bytes */" + size)
                : file.reply(206, Arrays.copyOfRange(file.content, (int) start, (int) end))
                        .header("Content-Range", "bytes %d-%d/%d".formatted(start, end - 1, size));
    }

    private static @Nullable HttpCall readCall(InputStream in) throws IOException {
        String[] request = readLine(in).split(" ", 3);
        if (request.length < 3) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            String[] header = line.split(":", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
        }
        return new HttpCall(request[0], request[1], headers);
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static String path(String name) {
        try {
            return new URI(null, null, "/" + name, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Something that ends when its connection does. */
    @FunctionalInterface
    private interface Work {

        void run() throws IOException;
    }

    private void inBackground(Work work) {
        Thread thread = new Thread(() -> untilBroken(work), "range-server");
        thread.setDaemon(true);
        thread.start();
    }

    private static void untilBroken(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Stored {

        private final byte[] content;
        private final long version;

        Stored(byte[] content, long version) {
            this.content = content;
            this.version = version;
        }

        String etag() {
            return "\"v%d\"".formatted(version);
        }

        String lastModified() {
            return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.EPOCH.plusSeconds(version * 60).atOffset(ZoneOffset.UTC));
        }

        HttpReply reply(int status, byte[] body) {
            return new HttpReply(status, body, content);
        }
    }
}

package io.stacgenerator.internal.storage.http;

import static io.stacgenerator.ErrorCode.ACCESS_DENIED;
import static io.stacgenerator.ErrorCode.ASSET_CHANGED;
import static io.stacgenerator.ErrorCode.LIMIT_EXCEEDED;
import static io.stacgenerator.ErrorCode.NOT_FOUND;
import static io.stacgenerator.ErrorCode.STORAGE_UNAVAILABLE;
import static io.stacgenerator.ErrorCode.UNSUPPORTED_HREF;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.CapturedLog;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.HttpOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.storage.Storage;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.testkit.HttpReply;
import io.stacgenerator.testkit.HttpReply.Fault;
import io.stacgenerator.testkit.RangeServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row spoils answers to an opening and a later read, and ends in the right bytes or the right code. */
final class HttpFaultTest {

    private static final int SIZE = 300_000;
    private static final byte[] CONTENT = new byte[SIZE];
    private static final String SECRET = "hunter2";
    private static final String ENCODED_SECRET = "dXNlcjpodW50ZXIy";
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    /**
     * Not listed: the JDK's client asks again by itself when nothing was answered, and a slow machine may be silent.
     */
    private static final int ANY = -1;

    private static final Fault NONE = reply -> {};

    static {
        new Random(1).nextBytes(CONTENT);
    }

    private final RangeServer server = RangeServer.start();
    private final List<Duration> delays = new ArrayList<>();
    private final CapturedLog log = new CapturedLog();
    private final HttpStorageResolver resolver = new HttpStorageResolver(
            HttpOptions.builder().downloadBytes(SIZE).build(), () -> NOW, delays::add, new Random(1));
    private final HttpStorageResolver impatient = new HttpStorageResolver(
            HttpOptions.builder().readTimeout(Duration.ofMillis(400)).build(), () -> NOW, delays::add, new Random(1));

    /**
     * A row of the table.
     *
     * @param name what goes wrong
     * @param next the faults of the first answers
     * @param always the fault of every answer
     * @param expected the code, or null when the bytes arrive
     * @param calls the requests that the server gets
     */
    private record Row(
            String name,
            List<Fault> next,
            Fault always,
            @Nullable ErrorCode expected,
            int calls) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Row once(String name, @Nullable ErrorCode expected, int calls, Fault... next) {
        return new Row(name, List.of(next), NONE, expected, calls);
    }

    private static Row always(String name, @Nullable ErrorCode expected, int calls, Fault fault) {
        return new Row(name, List.of(), fault, expected, calls);
    }

    private static Fault status(int status) {
        return reply -> reply.status(status);
    }

    private static Fault busy(int status, String retryAfter) {
        return reply -> reply.status(status).header("Retry-After", retryAfter);
    }

    private static Fault header(String name, String value) {
        return reply -> reply.header(name, value);
    }

    private static Fault redirect(int status, String location) {
        return reply -> reply.status(status).header("Location", location);
    }

    static Stream<Row> rows() {
        return Stream.of(
                once("nothing goes wrong", null, 2),
                once("connection cut in the body", null, 3, reply -> reply.cutAt(1000)),
                always("connection always cut in the body", STORAGE_UNAVAILABLE, 4, reply -> reply.cutAt(1000)),
                once("connection cut in a later body", null, 3, NONE, reply -> reply.cutAt(10)),
                once("connection broken before the answer", null, ANY, HttpReply::reset),
                always("connection always broken before the answer", STORAGE_UNAVAILABLE, ANY, HttpReply::reset),
                once("Content-Range of another part", null, 3, header("Content-Range", "bytes 5-32772/300000")),
                always(
                        "Content-Range always of another part",
                        STORAGE_UNAVAILABLE,
                        4,
                        header("Content-Range", "bytes 5-32772/300000")),
                always("Content-Range malformed", STORAGE_UNAVAILABLE, 4, header("Content-Range", "chunk 1")),
                always("Content-Range missing", STORAGE_UNAVAILABLE, 4, header("Content-Range", "")),
                once("Content-Range without size", null, 2, header("Content-Range", "bytes 0-32767/*")),
                once("206 with fewer bytes than promised", null, 3, reply -> reply.shorten(1000)),
                always("206 always with fewer bytes", STORAGE_UNAVAILABLE, 4, reply -> reply.shorten(1000)),
                always("206 with more bytes", STORAGE_UNAVAILABLE, 4, reply -> reply.body(CONTENT)),
                always("200 to every range request", null, 1, HttpReply::whole),
                once("200 to a later range request", null, 2, NONE, HttpReply::whole),
                always(
                        "200 beyond the download limit",
                        LIMIT_EXCEEDED,
                        1,
                        reply -> reply.whole().body(new byte[SIZE + 1])),
                once("412 to a later range request", ASSET_CHANGED, 2, NONE, status(412)),
                once("another entity tag in a later answer", ASSET_CHANGED, 2, NONE, header("ETag", "\"other\"")),
                once(
                        "another time in a later answer",
                        ASSET_CHANGED,
                        2,
                        header("ETag", ""),
                        reply -> reply.header("ETag", "").header("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT")),
                once(
                        "another size in a later answer",
                        ASSET_CHANGED,
                        2,
                        NONE,
                        reply -> reply.header("Content-Range", "bytes 200000-232767/300001")),
                always("weak entity tag", null, 2, header("ETag", "W/\"v1\"")),
                always("no entity tag", null, 2, header("ETag", "")),
                always(
                        "no validator",
                        null,
                        2,
                        reply -> reply.header("ETag", "").header("Last-Modified", "")),
                always(
                        "malformed time",
                        null,
                        2,
                        reply -> reply.header("ETag", "").header("Last-Modified", "today")),
                once("416 to the first range request", null, 2, status(416)),
                once("416 to a later range request", ASSET_CHANGED, 2, NONE, status(416)),
                once("429 with seconds", null, 3, busy(429, "7")),
                once("503 with a date", null, 3, busy(503, "Sun, 22 Nov 2026 10:00:09 GMT")),
                once("503 with nonsense", null, 3, busy(503, "soon")),
                always("503 that asks for too long a wait", STORAGE_UNAVAILABLE, 1, busy(503, "3600")),
                always("always 503", STORAGE_UNAVAILABLE, 4, status(503)),
                once("500, 502, 504 in turn", null, 5, status(500), status(502), status(504)),
                always("always 501", STORAGE_UNAVAILABLE, 1, status(501)),
                always("400", STORAGE_UNAVAILABLE, 1, status(400)),
                always("401", ACCESS_DENIED, 1, status(401)),
                always("403", ACCESS_DENIED, 1, status(403)),
                always("404", NOT_FOUND, 1, status(404)),
                always("409", ACCESS_DENIED, 1, status(409)),
                always("410", NOT_FOUND, 1, status(410)),
                always("414", UNSUPPORTED_HREF, 1, status(414)),
                always("431", UNSUPPORTED_HREF, 1, status(431)),
                once("404 to a later range request", NOT_FOUND, 2, NONE, status(404)),
                always("204", STORAGE_UNAVAILABLE, 1, status(204)),
                once("redirect", null, 3, redirect(302, "/other.tif?sig=" + SECRET)),
                once(
                        "redirect that expires",
                        null,
                        5,
                        redirect(307, "/other.tif"),
                        NONE,
                        status(403),
                        redirect(307, "/other.tif")),
                always("redirect without Location", STORAGE_UNAVAILABLE, 1, status(302)),
                always("redirect to itself", STORAGE_UNAVAILABLE, 6, redirect(301, "?token=" + SECRET)),
                always("redirect to a file", UNSUPPORTED_HREF, 1, redirect(302, "file:///etc/passwd?" + SECRET)),
                always("redirect to nowhere", UNSUPPORTED_HREF, 1, redirect(302, "http:///x?sig=" + SECRET)),
                always("compressed", STORAGE_UNAVAILABLE, 1, header("Content-Encoding", "gzip")),
                always("compressed and more", STORAGE_UNAVAILABLE, 1, header("Content-Encoding", "gzip, identity")),
                always("compressed after more", STORAGE_UNAVAILABLE, 1, header("Content-Encoding", "identity ,GZIP")),
                always(
                        "compressed by some grammar",
                        STORAGE_UNAVAILABLE,
                        1,
                        header("Content-Encoding", "\"gzip\";q=1")),
                always("compressed on the way", STORAGE_UNAVAILABLE, 1, header("Transfer-Encoding", "gzip, chunked")),
                always("mislabelled as chunked by a cloud", null, 2, header("Content-Encoding", "aws-chunked")));
    }

    static Stream<Row> silentRows() {
        return Stream.of(
                once("silent before the answer", null, ANY, reply -> reply.silentAt(-1)),
                once("silent in the body", null, ANY, reply -> reply.silentAt(1000)),
                always("always silent in the body", STORAGE_UNAVAILABLE, 4, reply -> reply.silentAt(1000)));
    }

    @AfterEach
    void close() {
        log.close();
        resolver.shutdown();
        impatient.shutdown();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void endsInTheRightBytesOrTheRightCode(Row row) {
        check(row, resolver);
    }

    @ParameterizedTest
    @MethodSource("silentRows")
    void givesUpOnSilence(Row row) {
        check(row, impatient);
    }

    private void check(Row row, HttpStorageResolver resolver) {
        server.put("other.tif", CONTENT);
        String href = signed(server.put("a.tif", CONTENT));
        server.failNext(row.next().toArray(Fault[]::new));
        server.failAlways(row.always());
        Storage storage = new Storage(List.of(resolver), StoragePolicy.open());
        StringWriter told = new StringWriter();
        ErrorCode code = null;
        try (StorageObject object = storage.open(href)) {
            assertThat(object.read(0, 100)).isEqualTo(ByteBuffer.wrap(CONTENT, 0, 100));
            assertThat(object.read(200_000, 1000)).isEqualTo(ByteBuffer.wrap(CONTENT, 200_000, 1000));
            told.append(object.href());
        } catch (StacGeneratorException e) {
            code = e.code();
            e.printStackTrace(new PrintWriter(told));
        } catch (IOException e) {
            throw new AssertionError("the storage throws exceptions with a code only", e);
        }
        assertThat(code).as(told.toString()).isEqualTo(row.expected());
        assertThat(server.calls().size()).matches(calls -> row.calls() == ANY || calls == row.calls());
        assertThat(told.toString()).isNotEmpty().doesNotContain(SECRET, ENCODED_SECRET);
        assertThat(log.text()).doesNotContain(SECRET, ENCODED_SECRET);
    }

    /** By a socket, as the server of the JDK writes lengths itself. */
    @Test
    void anImpossibleLengthIsAFaultOfTheServer() throws IOException {
        HttpStorageResolver resolver =
                new HttpStorageResolver(HttpOptions.builder().attempts(1).build());
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(socket));
            answering.start();
            assertThatThrownBy(() -> new Storage(List.of(resolver), StoragePolicy.open())
                            .open("http://127.0.0.1:%d/a.tif".formatted(socket.getLocalPort())))
                    .hasMessageContaining("an impossible number")
                    .isInstanceOfSatisfying(
                            StacGeneratorException.class,
                            e -> assertThat(e.code()).isEqualTo(STORAGE_UNAVAILABLE));
        } finally {
            resolver.shutdown();
        }
    }

    private static void answer(ServerSocket socket) {
        try (Socket client = socket.accept()) {
            assertThat(client.getInputStream().read()).isPositive();
            client.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n".getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String signed(String url) {
        return url.replace("http://", "http://user:" + SECRET + "@") + "?sv=2024&sig=" + SECRET;
    }
}

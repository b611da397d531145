package io.stacgenerator.internal.storage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.HttpOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.testkit.HttpCall;
import io.stacgenerator.testkit.HttpReply;
import io.stacgenerator.testkit.RangeServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is sent to which server, and how often. */
final class HttpRequestsTest {

    private static final int HEAD = 32 << 10;

    private final RangeServer server = RangeServer.start();
    private final RangeServer other = RangeServer.start();
    private final HttpStorageResolver resolver = new HttpStorageResolver(HttpOptions.builder()
            .header("127.0.0.1", "X-Token", "for 127.0.0.1 alone")
            .build());

    @AfterEach
    void close() {
        resolver.shutdown();
        server.close();
        other.close();
    }

    @Test
    void headerCostsOneRequestOf32KiB() throws IOException {
        try (StorageObject object = open(put(1_000_000))) {
            object.read(0, 16);
            object.read(16, 8192);
            object.read(List.of(new ByteRange(20_000, 100), new ByteRange(8, 8), new ByteRange(HEAD - 1, 1)));
        }
        assertThat(server.calls()).extracting(call -> call.header("Range")).containsExactly("bytes=0-32767");
        assertThat(server.bytesSent()).isEqualTo(HEAD);
    }

    /** The client of the JDK ends what is sent in the background there; from Java 25 on, with two processors too. */
    @Test
    @Timeout(20)
    void readNeedsNoThreadOfTheCommonPool() throws IOException {
        CountDownLatch busy = new CountDownLatch(1);
        IntStream.rangeClosed(0, ForkJoinPool.getCommonPoolParallelism())
                .forEach(number -> ForkJoinPool.commonPool().execute(() -> awaitQuietly(busy)));
        try (StorageObject object = open(put(1000))) {
            assertThat(object.read(0, 16).remaining()).isEqualTo(16);
        } finally {
            busy.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void readBeyondTheHeadGetsTheRestOnly() throws IOException {
        try (StorageObject object = open(put(1_000_000))) {
            object.read(1000, 100_000);
        }
        assertThat(lastRange()).isEqualTo("bytes=32768-100999");
    }

    @Test
    void smallReadIsReadAheadForTheNext() throws IOException {
        try (StorageObject object = open(put(1_000_000))) {
            object.read(500_000, 2);
            object.read(500_002, 2000);
        }
        assertThat(server.calls()).hasSize(2);
        assertThat(lastRange()).isEqualTo("bytes=500000-532767");
    }

    @Test
    void neighborsAreMergedIntoOneRequest() throws IOException {
        try (StorageObject object = open(put(1_000_000))) {
            object.read(List.of(
                    new ByteRange(200_000, 1000), new ByteRange(100_000, 50_000), new ByteRange(900_000, 1_000_000)));
        }
        assertThat(server.calls())
                .extracting(call -> call.header("Range"))
                .containsExactly("bytes=0-32767", "bytes=100000-200999", "bytes=900000-999999");
    }

    @Test
    void emptyRangesCostNothing() throws IOException {
        try (StorageObject object = open(put(1_000_000))) {
            object.read(500_000, 0);
            object.read(List.of(new ByteRange(500_000, 0), new ByteRange(2_000_000, 10)));
        }
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void strongEntityTagIsThePrecondition() throws IOException {
        readTwice(reply -> {});
        assertThat(last().header("If-Match")).isEqualTo("\"v1\"");
        assertThat(last().header("If-Unmodified-Since")).isNull();
    }

    @Test
    void weakEntityTagIsNoPrecondition() throws IOException {
        readTwice(reply -> reply.header("ETag", "W/\"v1\""));
        assertThat(last().header("If-Match")).isNull();
        assertThat(last().header("If-Unmodified-Since")).isEqualTo("Thu, 1 Jan 1970 00:01:00 GMT");
    }

    @Test
    void userInfoIsSentAsBasicAuthorization() throws IOException {
        open(put(10).replace("http://", "http://me:p%40ss@")).close();
        assertThat(last().header("Authorization")).isEqualTo("Basic bWU6cEBzcw==");
        assertThat(last().target()).isEqualTo("/a.tif");
    }

    @Test
    void credentialsAreNotForwardedToAnotherHost() throws IOException {
        String target = other.put("b.tif", new byte[10]).replace("127.0.0.1", "localhost");
        server.failAlways(reply -> reply.status(302).header("Location", target));
        open(put(10).replace("http://", "http://me:secret@") + "?sig=secret").close();
        assertThat(last().headers()).containsKeys("authorization", "x-token");
        assertThat(other.calls()).singleElement().satisfies(call -> {
            assertThat(call.target()).isEqualTo("/b.tif");
            assertThat(call.headers()).doesNotContainKeys("authorization", "x-token", "referer");
        });
    }

    @Test
    void refusalSaysWhatTheServerAndAnExpiredSignatureSay() {
        server.failAlways(reply -> reply.status(403).header("x-ms-error-code", "AuthenticationFailed"));
        String href = put(10);
        assertThatThrownBy(() -> open(href + "?se=2020-01-01T00%3A00%3A00Z&sig=hunter2"))
                .hasMessage(href + " may not be read: its signature expired at 2020-01-01T00:00:00Z"
                        + " (status 403, AuthenticationFailed)");
        for (String query : List.of("?sig=1", "?se=2999-01-01T00:00Z&sig=1", "?se=soon&sig=1")) {
            assertThatThrownBy(() -> open(href + query))
                    .hasMessageContaining("the credential is missing, wrong or expired (status 403");
        }
    }

    @Test
    void authorizationStaysWithinTheOrigin() throws IOException {
        server.put("b.tif", new byte[10]);
        server.failNext(reply -> reply.status(302).header("Location", "/b.tif"));
        open(put(10).replace("http://", "http://me:secret@")).close();
        assertThat(last().target()).isEqualTo("/b.tif");
        assertThat(last().headers()).containsKey("authorization");
    }

    @Test
    void laterReadsGoWhereTheRedirectLed() throws IOException {
        other.put("b.tif", new byte[1_000_000]);
        server.failAlways(reply -> reply.status(302).header("Location", other.url("/b.tif")));
        try (StorageObject object = open(put(10))) {
            object.read(500_000, 10);
        }
        assertThat(server.calls()).hasSize(1);
        assertThat(other.calls()).hasSize(2);
    }

    @Test
    void policyIsAskedForEveryRedirect() {
        StoragePolicy policy = StoragePolicy.builder()
                .schemes("http")
                .hosts("127.0.0.1")
                .privateAddresses(true)
                .build();
        String target = other.put("b.tif", new byte[10]).replace("127.0.0.1", "localhost");
        server.failAlways(reply -> reply.status(302).header("Location", target));
        String href = put(10);
        fails(ErrorCode.ACCESS_REFUSED, () -> resolver.open(href, () -> policy));
        assertThat(server.calls()).hasSize(1);
        assertThat(other.calls()).isEmpty();
    }

    @Test
    void loopbackIsRefusedBeforeItIsConnectedTo() {
        StoragePolicy policy =
                StoragePolicy.builder().schemes("http").hosts("*").build();
        String href = put(10);
        fails(ErrorCode.ACCESS_REFUSED, () -> resolver.open(href, () -> policy));
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void wholeDownloadIsBoundedByThePolicy() {
        StoragePolicy policy = StoragePolicy.builder()
                .schemes("http")
                .hosts("127.0.0.1")
                .privateAddresses(true)
                .requestBytes(1000)
                .build();
        server.failAlways(HttpReply::whole);
        String href = put(2000);
        fails(ErrorCode.LIMIT_EXCEEDED, () -> resolver.open(href, () -> policy));
    }

    @Test
    void deadlineEndsAWaitForASilentServer() {
        server.failAlways(reply -> reply.silentAt(0));
        String href = put(10);
        Instant deadline = Instant.now().plusMillis(200);
        fails(ErrorCode.LIMIT_EXCEEDED, () -> resolver.open(href, until(deadline)));
    }

    @Test
    void interruptCancels() {
        Thread reader = Thread.currentThread();
        server.failAlways(reply -> {
            reply.silentAt(0);
            reader.interrupt();
        });
        String href = put(10);
        fails(ErrorCode.CANCELED, () -> open(href));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void shutdownCancelsWhatIsOnItsWayAndWhatFollows() {
        server.failAlways(reply -> {
            reply.silentAt(0);
            resolver.shutdown();
        });
        String href = put(10);
        fails(ErrorCode.CANCELED, () -> open(href));
        fails(ErrorCode.CANCELED, () -> open(href));
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aRefusedConnectionIsToldFromAnUnknownHost() {
        server.close();
        HttpStorageResolver once = new HttpStorageResolver(
                HttpOptions.builder().attempts(1).build(), Instant::now, time -> {}, new Random(1));
        String refused = put(10);
        assertThatThrownBy(() -> once.open(refused, StoragePolicy::open))
                .hasMessageContaining(":%d refuses connections, or is not reached".formatted(server.port()));
        assertThatThrownBy(() -> once.open("http://no-such-host.invalid/a.tif", StoragePolicy::open))
                .hasMessageContaining("unknown host no-such-host.invalid");
    }

    @Test
    void refusedConnectionIsUnavailable() {
        String href = put(10);
        server.close();
        HttpStorageResolver once = new HttpStorageResolver(
                HttpOptions.builder().attempts(2).build(), Instant::now, time -> {}, new Random(1));
        fails(ErrorCode.STORAGE_UNAVAILABLE, () -> once.open(href, StoragePolicy::open));
    }

    @Test
    void proxyIsAskedForTheUrl() throws IOException {
        HttpStorageResolver proxied = new HttpStorageResolver(HttpOptions.builder()
                .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port())))
                .connectTimeout(Duration.ofSeconds(5))
                .build());
        server.put("a.tif", new byte[10]);
        proxied.open("http://files.example/a.tif", StoragePolicy::open).close();
        assertThat(last().target()).isEqualTo("http://files.example/a.tif");
        proxied.shutdown();
    }

    private StorageObject open(String href) {
        return resolver.open(href, StoragePolicy::open);
    }

    private String put(int size) {
        return server.put("a.tif", new byte[size]);
    }

    private HttpCall last() {
        return server.calls().get(server.calls().size() - 1);
    }

    private String lastRange() {
        return last().header("Range");
    }

    private void readTwice(HttpReply.Fault fault) throws IOException {
        server.failAlways(fault);
        try (StorageObject object = open(put(100_000))) {
            object.read(50_000, 10);
        }
    }

    private static StorageContext until(Instant deadline) {
        return new StorageContext() {
            @Override
            public StoragePolicy policy() {
                return StoragePolicy.open();
            }

            @Override
            public Optional<Instant> deadline() {
                return Optional.of(deadline);
            }
        };
    }

    private static void fails(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        StacGeneratorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}

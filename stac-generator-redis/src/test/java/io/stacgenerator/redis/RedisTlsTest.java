package io.stacgenerator.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobWorker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.exceptions.JedisException;

/** A server with a certificate of its own authority, which asks clients for theirs. */
@Timeout(60)
final class RedisTlsTest {

    @TempDir
    private static Path folder;

    private static Certificates certificates;
    private static @Nullable RedisProcess redis;
    private static int port;

    @BeforeAll
    static void startServer() throws Exception {
        certificates = new Certificates(folder);
        port = RedisProcess.freePort();
        List<String> settings = new ArrayList<>(certificates.serverSettings());
        settings.addAll(List.of("--tls-port", "" + port));
        try {
            redis = RedisProcess.start(settings.toArray(String[]::new));
        } catch (IllegalStateException e) {
            if (required()) {
                throw e;
            }
            assumeThat(e).as("a redis-server that is built with TLS").isNull();
        }
    }

    /** Whether a server without TLS is a failure. */
    private static boolean required() {
        return List.of(System.getProperty("stacgenerator.require", "").split(",", -1))
                .contains("redisTls");
    }

    @AfterAll
    static void stopServer() {
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void runsJobsWithTheCertificatesOfTheHost() throws Exception {
        try (RedisJobQueue queue = open("rediss", certificates.context("ca", "client"));
                JobWorker worker =
                        JobWorker.builder(queue, TrivialJobs::run).threads(1).start()) {
            JobId id = queue.submit(TrivialJobs.request(1));
            assertThat(queue.await(id, Duration.ofSeconds(30)).state()).isEqualTo(JobState.FINISHED);
            assertThat(worker.running()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void refusesAServerWhoseAuthorityIsNotTrusted() throws Exception {
        assertRefused("rediss", certificates.context("other", "client"))
                .hasMessageContainingAll("127.0.0.1:" + port, "not trusted", "sslContext", "javax.net.ssl.trustStore");
    }

    @Test
    void refusesAServerThatThePlatformDoesNotTrust() {
        assertRefused("rediss", null).hasMessageContainingAll("not trusted", "sslContext");
    }

    @Test
    void refusesAServerWhoseCertificateIsOfAnotherName() throws Exception {
        SSLContext ssl = certificates.context("ca", "client");
        assertThatThrownBy(() -> RedisJobQueue.builder("rediss://localhost:" + port)
                        .sslContext(ssl)
                        .open())
                .hasMessageContainingAll("localhost", "not one for this host");
    }

    @Test
    void tellsThatTheServerAsksForACertificate() throws Exception {
        assertRefused("rediss", certificates.context("ca", null))
                .hasMessageContainingAll("certificate of the client", "sslContext", "javax.net.ssl.keyStore");
    }

    @Test
    void tellsThatTheServerRefusesTheCertificate() throws Exception {
        assertRefused("rediss", certificates.context("ca", "stranger"))
                .hasMessageContainingAll("certificate of the client", "sslContext");
    }

    /** A real server without TLS waits for more of what it takes for a command: Jedis gives up after 20 seconds. */
    @Test
    void tellsThatTheServerMayNotSpeakTls() {
        assertThat(Redis.unavailable(RedisUrl.parse("rediss://host"), new JedisException("Retry deadline exceeded.")))
                .hasMessageContaining("redis instead of rediss");
    }

    @Test
    void doesNotBlameTlsForAServerThatIsNotThere() throws Exception {
        SSLContext ssl = certificates.context("ca", "client");
        assertThatThrownBy(() -> RedisJobQueue.builder("rediss://127.0.0.1:" + RedisProcess.freePort())
                        .sslContext(ssl)
                        .open())
                .hasMessageNotContaining("sslContext");
    }

    @Test
    void failsWithoutTls() {
        assertRefused("redis", null).hasMessageContaining("127.0.0.1:" + port);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            String scheme, @Nullable SSLContext ssl) {
        return assertThatThrownBy(() -> open(scheme, ssl).close())
                .satisfies(error -> assertThat(error)
                        .asInstanceOf(type(StacGeneratorException.class))
                        .returns(ErrorCode.QUEUE_UNAVAILABLE, StacGeneratorException::code));
    }

    private static RedisJobQueue open(String scheme, @Nullable SSLContext ssl) {
        RedisJobQueue.Builder builder = RedisJobQueue.builder("%s://127.0.0.1:%d".formatted(scheme, port));
        return (ssl == null ? builder : builder.sslContext(ssl)).open();
    }
}

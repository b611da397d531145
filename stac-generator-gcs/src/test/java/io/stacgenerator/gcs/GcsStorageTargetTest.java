package io.stacgenerator.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import io.stacgenerator.internal.storage.http.HttpStorageResolver;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.testkit.ObjectServer;
import io.stacgenerator.testkit.StorageTargetContract;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a small server in the place of Google's, which checks each token. */
final class GcsStorageTargetTest extends StorageTargetContract {

    private final GcsServer server = new GcsServer();
    private final HttpStorageResolver http = new HttpStorageResolver();
    private final StorageCalls calls = http::send;
    private final GcsStorageTarget target = new GcsStorageTarget(options(GcsServer.TOKEN));

    @AfterEach
    void noPartsAreLeft() {
        assertThat(server.uploads()).isZero();
    }

    @AfterEach
    void stop() {
        http.shutdown();
        server.close();
    }

    private GcsOptions options(String token) {
        Date later = Date.from(Instant.now().plus(Duration.ofHours(1)));
        return GcsOptions.builder()
                .endpoint(server.endpoint())
                .credentials(OAuth2Credentials.create(new AccessToken(token, later)))
                .build();
    }

    @Override
    protected StorageTarget target() {
        return target;
    }

    @Override
    protected String href(String path) {
        return "gs://published/" + path;
    }

    @Override
    protected Optional<StorageTarget> stranger(String secret) {
        return Optional.of(new GcsStorageTarget(options(secret)));
    }

    private static void write(StagedFile file, String text) throws IOException {
        file.stream().write(text.getBytes(UTF_8));
        file.commit();
    }

    private String text(String href) throws IOException {
        return target.read(href, calls).orElseThrow().text();
    }

    @Test
    void aSmallObjectIsOneRequest() throws IOException {
        write(target.create("gs://published/a b/c.geojson", null, calls), "{}");
        assertThat(server.calls())
                .singleElement()
                .extracting(ObjectServer.Call::target)
                .isEqualTo("/upload/storage/v1/b/published/o?name=a%20b%2Fc.geojson&uploadType=media");
        assertThat(text("gs://published/a b/c.geojson")).isEqualTo("{}");
    }

    @Test
    void whatPassesIsTriedAgain() throws IOException {
        server.failNext(503, 429);
        write(target.create("gs://published/a.json", "", calls), "1");
        assertThat(server.calls()).extracting(ObjectServer.Call::status).containsExactly(503, 429, 200);
    }

    @Test
    void ourOwnWriteWhoseAnswerWasLostIsNoConflict() throws IOException {
        server.loseNextAnswer();
        write(target.create("gs://published/a.json", "", calls), "1");
        assertThat(text("gs://published/a.json")).isEqualTo("1");
        assertThat(server.calls()).extracting(ObjectServer.Call::status).contains(412);
    }
}

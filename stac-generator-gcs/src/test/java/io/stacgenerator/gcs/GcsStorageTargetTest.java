package io.stacgenerator.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.internal.storage.http.HttpStorageResolver;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StoredFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a small server in the place of Google's, which checks each token. */
final class GcsStorageTargetTest {

    private final GcsServer server = new GcsServer();
    private final HttpStorageResolver http = new HttpStorageResolver();
    private final StorageCalls calls = http::send;
    private final GcsStorageTarget target = new GcsStorageTarget(options(GcsServer.TOKEN));

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

    private static void write(StagedFile file, String text) throws IOException {
        file.stream().write(text.getBytes(UTF_8));
        file.commit();
    }

    private String text(String href) throws IOException {
        return target.read(href, calls).orElseThrow().text();
    }

    @Test
    void supportsWhatTheResolverReads() {
        assertThat(target.id()).isEqualTo("gcs");
        assertThat(target.supports("gs://published/a.json")).isTrue();
        assertThat(target.supports("published/a.json")).isFalse();
    }

    @Test
    void aSmallObjectIsOneRequest() throws IOException {
        write(target.create("gs://published/a b/c.geojson", null, calls), "{}");
        assertThat(server.calls())
                .singleElement()
                .extracting(GcsServer.Call::target)
                .isEqualTo("/upload/storage/v1/b/published/o?name=a%20b%2Fc.geojson&uploadType=media");
        assertThat(text("gs://published/a b/c.geojson")).isEqualTo("{}");
    }

    @Test
    void anObjectOfSeveralPartsAppearsWhenItIsComplete() throws IOException {
        StagedFile file = target.create("gs://published/a.parquet", "", calls);
        file.stream().write(new byte[9 << 20]);
        file.stream().write(1);
        assertThat(target.read("gs://published/a.parquet", calls)).isEmpty();
        file.commit();
        assertThat(text("gs://published/a.parquet")).hasSize((9 << 20) + 1);
        assertThat(server.uploads()).isZero();
    }

    @Test
    void anObjectThatIsGivenUpNeverAppearsAndLeavesNoParts() throws IOException {
        StagedFile file = target.create("gs://published/a.parquet", null, calls);
        file.stream().write(new byte[9 << 20]);
        file.discard();
        file.discard();
        assertThat(target.read("gs://published/a.parquet", calls)).isEmpty();
        assertThat(server.uploads()).isZero();
    }

    @Test
    void ofTwoWritersTheSecondDoesNotOverwriteTheFirst() throws IOException {
        String href = "gs://published/raced.json";
        StagedFile late = target.create(href, "", calls);
        write(target.create(href, "", calls), "1");
        assertThatThrownBy(() -> write(late, "2")).hasMessageContaining("someone else has changed " + href);
        StoredFile first = target.read(href, calls).orElseThrow();
        write(target.create(href, first.version(), calls), "3");
        assertThatThrownBy(() -> write(target.create(href, first.version(), calls), "4"))
                .hasMessageContaining("someone else has changed");
        assertThat(text(href)).isEqualTo("3");
    }

    @Test
    void ofTwoWritersOfPartsTheSecondDoesNotOverwriteTheFirst() throws IOException {
        StagedFile late = target.create("gs://published/a.parquet", "", calls);
        late.stream().write(new byte[9 << 20]);
        write(target.create("gs://published/a.parquet", "", calls), "1");
        assertThatThrownBy(late::commit).hasMessageContaining("someone else has changed");
        late.discard();
        assertThat(text("gs://published/a.parquet")).isEqualTo("1");
    }

    @Test
    void whatPassesIsTriedAgain() throws IOException {
        server.failNext(503, 429);
        write(target.create("gs://published/a.json", "", calls), "1");
        assertThat(server.calls()).extracting(GcsServer.Call::status).containsExactly(503, 429, 200);
    }

    @Test
    void aRefusalNamesTheObjectAndNoSecret() {
        GcsStorageTarget stranger = new GcsStorageTarget(options("hunter2"));
        assertThatThrownBy(() -> write(stranger.create("gs://published/a.json", null, calls), "1"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("gs://published/a.json");
        assertThatThrownBy(() -> stranger.read("gs://published/a.json", calls))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void itemsArePublishedInACatalog() throws IOException {
        try (StacGenerator generator = StacGenerator.builder()
                .discovery(false)
                .install(new GcsStorageResolver(options(GcsServer.TOKEN)))
                .install(target)
                .build()) {
            generator
                    .openSink(
                            "catalog:gs://published/catalog",
                            SinkOptions.builder().build())
                    .close();
        }
        assertThat(text("gs://published/catalog/catalog.json")).contains("\"type\":");
    }

    @Test
    void withoutAGeneratorNothingIsCalled() {
        assertThatThrownBy(() -> target.read("gs://published/a.json"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> target.create("gs://published/a.json", null))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}

package io.stacgenerator.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.internal.storage.http.HttpStorageResolver;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StoredFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a small server in the place of S3, which checks each signature, that of the content too. */
final class S3StorageTargetTest {

    private final S3Server server = new S3Server();
    private final HttpStorageResolver http = new HttpStorageResolver();
    private final StorageCalls calls = http::send;
    private final S3StorageTarget target = new S3StorageTarget(server.options().build());

    @AfterEach
    void stop() {
        http.shutdown();
        server.close();
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
        assertThat(target.id()).isEqualTo("s3");
        assertThat(target.supports("s3://published/a.json")).isTrue();
        assertThat(target.supports("published/a.json")).isFalse();
    }

    @Test
    void aSmallObjectIsOneRequestWithItsMediaType() throws IOException {
        write(target.create("s3://published/a b.geojson", null, calls), "{}");
        assertThat(server.calls()).singleElement().satisfies(call -> {
            assertThat(call.target()).isEqualTo("/published/a%20b.geojson");
            assertThat(call.header("content-type")).isEqualTo("application/geo+json");
            assertThat(call.header("authorization")).contains("SignedHeaders=content-type;host");
        });
        assertThat(text("s3://published/a b.geojson")).isEqualTo("{}");
    }

    @Test
    void anObjectOfSeveralPartsAppearsWhenItIsComplete() throws IOException {
        StagedFile file = target.create("s3://published/a.parquet", "", calls);
        file.stream().write(new byte[9 << 20]);
        file.stream().write(1);
        assertThat(target.read("s3://published/a.parquet", calls)).isEmpty();
        file.commit();
        assertThat(text("s3://published/a.parquet")).hasSize((9 << 20) + 1);
        assertThat(server.uploads()).isZero();
    }

    @Test
    void anObjectThatIsGivenUpNeverAppearsAndLeavesNoParts() throws IOException {
        StagedFile file = target.create("s3://published/a.parquet", null, calls);
        file.stream().write(new byte[9 << 20]);
        file.discard();
        file.discard();
        assertThat(target.read("s3://published/a.parquet", calls)).isEmpty();
        assertThat(server.uploads()).isZero();
    }

    @Test
    void ofTwoWritersTheSecondDoesNotOverwriteTheFirst() throws IOException {
        String href = "s3://published/raced.json";
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
        StagedFile late = target.create("s3://published/a.parquet", "", calls);
        late.stream().write(new byte[9 << 20]);
        write(target.create("s3://published/a.parquet", "", calls), "1");
        assertThatThrownBy(late::commit).hasMessageContaining("someone else has changed");
        late.discard();
        assertThat(text("s3://published/a.parquet")).isEqualTo("1");
    }

    @Test
    void whatPassesIsTriedAgainAndTheRegionIsLearned() throws IOException {
        S3StorageTarget abroad =
                new S3StorageTarget(server.options().region("us-east-1").build());
        server.failNext(503);
        write(abroad.create("s3://published/a.json", "", calls), "1");
        assertThat(server.calls()).extracting(S3Server.Call::status).containsExactly(503, 400, 200);
    }

    @Test
    void aRefusalNamesTheObjectAndNoSecret() {
        S3StorageTarget stranger = new S3StorageTarget(
                server.options().credentials("AKIDANOTHER", "hunter2", null).build());
        assertThatThrownBy(() -> write(stranger.create("s3://published/a.json", null, calls), "1"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("s3://published/a.json");
        assertThatThrownBy(() -> stranger.read("s3://published/a.json", calls))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void itemsArePublishedInACatalog() throws IOException {
        try (StacGenerator generator = StacGenerator.builder()
                .discovery(false)
                .install(new S3StorageResolver(server.options().build()))
                .install(target)
                .build()) {
            generator
                    .openSink(
                            "catalog:s3://published/catalog",
                            SinkOptions.builder().build())
                    .close();
        }
        assertThat(text("s3://published/catalog/catalog.json")).contains("\"type\":");
    }

    @Test
    void withoutAGeneratorNothingIsCalled() {
        assertThatThrownBy(() -> target.read("s3://published/a.json"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> target.create("s3://published/a.json", null))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}

package io.stacgenerator.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.storage.http.HttpStorageResolver;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.testkit.ObjectServer;
import io.stacgenerator.testkit.StorageTargetContract;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a small server in the place of S3, which checks each signature, that of the content too. */
final class S3StorageTargetTest extends StorageTargetContract {

    private final S3Server server = new S3Server();
    private final HttpStorageResolver http = new HttpStorageResolver();
    private final StorageCalls calls = http::send;
    private final S3StorageTarget target = new S3StorageTarget(server.options().build());

    @AfterEach
    void noPartsAreLeft() {
        assertThat(server.uploads()).isZero();
    }

    @AfterEach
    void stop() {
        http.shutdown();
        server.close();
    }

    @Override
    protected StorageTarget target() {
        return target;
    }

    @Override
    protected String href(String path) {
        return "s3://published/" + path;
    }

    @Override
    protected Optional<StorageTarget> stranger(String secret) {
        return Optional.of(new S3StorageTarget(
                server.options().credentials("AKIDANOTHER", secret, null).build()));
    }

    private static void write(StagedFile file, String text) throws IOException {
        file.stream().write(text.getBytes(UTF_8));
        file.commit();
    }

    private String text(String href) throws IOException {
        return target.read(href, calls).orElseThrow().text();
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
    void whatPassesIsTriedAgainAndTheRegionIsLearned() throws IOException {
        S3StorageTarget abroad =
                new S3StorageTarget(server.options().region("us-east-1").build());
        server.failNext(503);
        write(abroad.create("s3://published/a.json", "", calls), "1");
        assertThat(server.calls()).extracting(ObjectServer.Call::status).containsExactly(503, 400, 200);
    }

    @Test
    void ourOwnWriteWhoseAnswerWasLostIsNoConflict() throws IOException {
        server.loseNextAnswer();
        write(target.create("s3://published/a.json", "", calls), "1");
        String version =
                target.read("s3://published/a.json", calls).orElseThrow().version();
        server.loseNextAnswer();
        write(target.create("s3://published/a.json", version, calls), "2");
        assertThat(text("s3://published/a.json")).isEqualTo("2");
        assertThat(server.calls()).extracting(ObjectServer.Call::status).contains(412);
    }

    @Test
    void ourOwnUploadInPartsWhoseAnswerWasLostIsNoConflict() throws IOException {
        server.loseNextAnswer();
        write(target.create("s3://published/large.parquet", "", calls), "1".repeat(9 << 20));
        assertThat(text("s3://published/large.parquet")).hasSize(9 << 20);
        assertThat(server.calls()).extracting(ObjectServer.Call::status).contains(404);
    }
}

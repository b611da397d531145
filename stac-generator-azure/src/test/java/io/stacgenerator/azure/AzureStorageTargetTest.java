package io.stacgenerator.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.testkit.StorageTargetContract;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a small server in the place of Azure; {@link AzuriteTargetTest} has Azurite there. */
final class AzureStorageTargetTest extends StorageTargetContract {

    /** Blobs are written by the SDK of Azure. */
    private static final StorageCalls NO_CALLS = call -> {
        throw new AssertionError(call);
    };

    private BlobServer server;
    private AzureOptions options;
    private AzureStorageTarget target;

    @BeforeEach
    void start() throws IOException {
        server = new BlobServer();
        options = AzureOptions.builder()
                .account("archive")
                .endpoint(server.endpoint())
                .sasToken("?sv=2024-11-04&sig=hunter2")
                .build();
        target = new AzureStorageTarget(options);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected StorageTarget target() {
        return target;
    }

    @Override
    protected String href(String path) {
        return "az://published/" + path;
    }

    @Override
    protected Optional<StorageTarget> stranger(String secret) {
        return Optional.of(new AzureStorageTarget(AzureOptions.builder()
                .account("archive")
                .endpoint(server.endpoint())
                .accountKey(secret)
                .build()));
    }

    @Test
    void ourOwnWriteWhoseAnswerWasLostIsNoConflict() throws IOException {
        server.loseNextAnswer();
        StagedFile file = target.create("az://published/a.json", "", NO_CALLS);
        file.stream().write('1');
        file.commit();
        assertThat(target.read("az://published/a.json", NO_CALLS).orElseThrow().text())
                .isEqualTo("1");
    }

    @Test
    void aContainerOfFoldersIsListedInParts() {
        server.put("scenes/2026/a/x.tif");
        server.put("scenes/2026/b/x.tif");
        server.put("scenes/2026/b/y.tif");
        server.put("scenes/2027/z.tif");
        try (StacGenerator generator = StacGenerator.builder()
                .install(new AzureStorageResolver(options))
                .build()) {
            assertThat(generator.split("az://scenes/2026/"))
                    .containsExactly("az://scenes/2026/a/", "az://scenes/2026/b/");
            assertThat(generator.split("az://scenes/2027/")).containsExactly("az://scenes/2027/");
        }
    }
}

package io.stacgenerator.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StoredFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a small server in the place of Azure; {@link AzuriteTargetTest} has Azurite there. */
final class AzureStorageTargetTest {

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

    private static void write(StagedFile file, String text) throws IOException {
        file.stream().write(text.getBytes(UTF_8));
        file.commit();
    }

    @Test
    void supportsWhatTheResolverReads() {
        assertThat(target.id()).isEqualTo("azure");
        assertThat(target.supports("az://published/a.json")).isTrue();
        assertThat(target.supports("published/a.json")).isFalse();
    }

    @Test
    void aBlobOfSeveralBlocksAppearsWhenItIsCommitted() throws IOException {
        StagedFile file = target.create("az://published/a.parquet", "");
        file.stream().write(new byte[9 << 20]);
        file.stream().write(1);
        assertThat(target.read("az://published/a.parquet")).isEmpty();
        file.commit();
        assertThat(target.read("az://published/a.parquet").orElseThrow().text()).hasSize((9 << 20) + 1);
    }

    @Test
    void aBlobThatIsGivenUpNeverAppears() throws IOException {
        StagedFile file = target.create("az://published/a.geojson", null);
        file.stream().write(new byte[10]);
        file.discard();
        assertThat(target.read("az://published/a.geojson")).isEmpty();
    }

    @Test
    void ofTwoWritersTheSecondDoesNotOverwriteTheFirst() throws IOException {
        String href = "az://published/raced.json";
        StagedFile late = target.create(href, "");
        write(target.create(href, ""), "1");
        assertThatThrownBy(() -> write(late, "2")).hasMessageContaining("someone else has changed");
        StoredFile first = target.read(href).orElseThrow();
        write(target.create(href, first.version()), "3");
        assertThatThrownBy(() -> write(target.create(href, first.version()), "4"))
                .hasMessageContaining("someone else has changed");
        assertThat(target.read(href).orElseThrow().text()).isEqualTo("3");
    }

    @Test
    void aRefusalNamesTheBlobWithoutItsSignature() {
        assertThatThrownBy(() -> write(target.create("az://closed/a.json", null), "1"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("closed/a.json")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> target.read("az://closed/a.json")).isInstanceOf(AccessDeniedException.class);
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

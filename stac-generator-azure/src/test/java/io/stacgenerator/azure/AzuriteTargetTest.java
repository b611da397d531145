package io.stacgenerator.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StoredFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Writes to Azurite. */
@EnabledIfSystemProperty(
        named = Azurite.PROPERTY,
        matches = ".+",
        disabledReason = "the profile azurite sets the property " + Azurite.PROPERTY)
final class AzuriteTargetTest {

    private static Azurite azurite;

    @BeforeAll
    static void start() throws IOException {
        azurite = Azurite.start();
        azurite.container("published", false);
    }

    @AfterAll
    static void stop() {
        azurite.close();
    }

    private static AzureStorageTarget target(String key) {
        return new AzureStorageTarget(AzureOptions.builder()
                .account(Emulator.ACCOUNT)
                .endpoint(azurite.endpoint())
                .accountKey(key)
                .build());
    }

    private static void write(StagedFile file, String text) throws IOException {
        file.stream().write(text.getBytes(UTF_8));
        file.commit();
    }

    private static StoredFile read(String href) throws IOException {
        return target(Emulator.KEY).read(href).orElseThrow();
    }

    @Test
    void aBlobAppearsWhenItIsCommitted() throws IOException {
        AzureStorageTarget target = target(Emulator.KEY);
        String href = "az://published/a b/\u00fc.json";
        StagedFile file = target.create(href, "");
        file.stream().write(new byte[9 << 20]);
        assertThat(target.read(href)).isEmpty();
        file.commit();
        assertThat(read(href).text()).hasSize(9 << 20);
        target.create("az://published/given-up.json", null).discard();
        assertThat(target.read("az://published/given-up.json")).isEmpty();
    }

    @Test
    void ofTwoWritersTheSecondDoesNotOverwriteTheFirst() throws IOException {
        AzureStorageTarget target = target(Emulator.KEY);
        String href = "az://published/raced.json";
        StagedFile late = target.create(href, "");
        write(target.create(href, ""), "1");
        assertThatThrownBy(() -> write(late, "2")).hasMessageContaining("someone else has changed");
        StoredFile first = read(href);
        write(target.create(href, first.version()), "3");
        assertThatThrownBy(() -> write(target.create(href, first.version()), "4"))
                .hasMessageContaining("someone else has changed");
        assertThat(read(href).text()).isEqualTo("3");
        write(target.create(href, null), "5");
        assertThat(read(href).text()).isEqualTo("5");
    }

    @Test
    void aWrongKeyIsDenied() {
        assertThatThrownBy(() -> target("d3Jvbmc=").read("az://published/a.json"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aMissingContainerIsToldByItsCode() {
        assertThatThrownBy(() -> write(target(Emulator.KEY).create("az://missing/a.json", ""), "1"))
                .hasMessageContaining("ContainerNotFound");
    }

    @Test
    void aCatalogIsPublishedThereAndASecondRunChangesNothing() throws IOException {
        publish();
        String version = read("az://published/catalog/acme/collection.json").version();
        publish();
        assertThat(read("az://published/catalog/acme/collection.json").version())
                .isEqualTo(version);
        assertThat(read("az://published/catalog/acme/a.json").text()).contains("\"./collection.json\"");
    }

    private static void publish() {
        Map<String, Object> item = Map.of(
                "type",
                "Feature",
                "stac_version",
                "1.1.0",
                "id",
                "a",
                "collection",
                "acme",
                "properties",
                Map.of("datetime", "2024-01-01T00:00:00Z"),
                "bbox",
                List.of(1, 2, 3, 4),
                "links",
                List.of(),
                "assets",
                Map.of());
        try (StacGenerator generator = StacGenerator.builder()
                        .discovery(false)
                        .install(target(Emulator.KEY))
                        .build();
                ItemWriter writer = generator.openSink("catalog:az://published/catalog", SinkOptions.ofDefaults())) {
            writer.accept(StacItem.of(item));
        }
    }
}

package io.stacgenerator.azure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.testkit.StorageTargetContract;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Writes to Azurite. */
@EnabledIfSystemProperty(
        named = Azurite.PROPERTY,
        matches = ".+",
        disabledReason = "the profile azurite sets the property " + Azurite.PROPERTY)
final class AzuriteTargetTest extends StorageTargetContract {

    /** Blobs are written by the SDK of Azure. */
    private static final StorageCalls NO_CALLS = call -> {
        throw new AssertionError(call);
    };

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

    @Override
    protected StorageTarget target() {
        return target(Emulator.KEY);
    }

    @Override
    protected String href(String path) {
        return "az://published/" + path;
    }

    @Override
    protected Optional<StorageTarget> stranger(String secret) {
        return Optional.of(target(secret));
    }

    @Test
    void aMissingContainerIsToldByItsCode() {
        assertThatThrownBy(() ->
                        target().create("az://missing/a.json", "", NO_CALLS).commit())
                .hasMessageContaining("ContainerNotFound");
    }
}

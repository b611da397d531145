package io.stacgenerator.testkit;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.spi.RequestSigner;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.net.URI;

/**
 * A context without deadline, which opens URLs as a generator with default options does. Close it after the objects
 * that were opened with it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class PolicyContext implements StorageContext, AutoCloseable {

    private final StacGenerator generator;
    private final StorageContext context;

    /**
     * Creates a context.
     *
     * @param policy what may be read
     */
    public PolicyContext(StoragePolicy policy) {
        generator = StacGenerator.builder()
                .discovery(false)
                .storagePolicy(requireNonNull(policy, "policy"))
                .build();
        context = generator.storageContext();
    }

    @Override
    public StoragePolicy policy() {
        return context.policy();
    }

    @Override
    public StorageObject openHttp(URI url, String href, RequestSigner signer) throws IOException {
        return context.openHttp(url, href, signer);
    }

    @Override
    public void close() {
        generator.close();
    }
}

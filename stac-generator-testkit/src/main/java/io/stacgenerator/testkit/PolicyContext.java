package io.stacgenerator.testkit;

import io.stacgenerator.StoragePolicy;
import io.stacgenerator.spi.RequestSigner;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.net.URI;

/**
 * A context without deadline, which opens URLs as a generator does.
 *
 * @param policy what may be read
 * @since 0.1.0
 */
public record PolicyContext(StoragePolicy policy) implements StorageContext {

    @Override
    public StorageObject openHttp(URI url, String href, RequestSigner signer) throws IOException {
        return policy.context().openHttp(url, href, signer);
    }
}

package io.stacgenerator.testkit;

import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.storage.HttpStorageResolver;
import io.stacgenerator.spi.RequestSigner;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import java.net.URI;

/**
 * A context without deadline, which opens URLs as a generator does.
 *
 * @param policy what may be read
 * @since 0.1.0
 */
public record PolicyContext(StoragePolicy policy) implements StorageContext {

    private static final HttpStorageResolver HTTP = new HttpStorageResolver();

    @Override
    public StorageObject openHttp(URI url, String href, RequestSigner signer) {
        return HTTP.open(url, href, signer, this);
    }
}

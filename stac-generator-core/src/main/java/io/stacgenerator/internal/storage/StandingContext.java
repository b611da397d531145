package io.stacgenerator.internal.storage;

import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.storage.http.HttpStorageResolver;
import io.stacgenerator.spi.RequestSigner;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import java.net.URI;

/** The context of a resolver outside of a request: nothing is counted, and no time runs out. */
record StandingContext(StoragePolicy policy, HttpStorageResolver http) implements StorageContext {

    @Override
    public StorageObject openHttp(URI url, String href, RequestSigner signer) {
        return http.open(url, href, signer, this);
    }
}

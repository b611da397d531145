package io.stacgenerator.internal.storage;

import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.storage.http.HttpStorageResolver;
import io.stacgenerator.spi.RequestSigner;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.net.URI;

/**
 * The context of a resolver outside of a request: nothing is counted, and no time runs out.
 *
 * @param policy what may be read
 * @param http the HTTP of the generator
 * @param allowed whether a prefix of the policy allows the href that it is for
 */
record StandingContext(StoragePolicy policy, HttpStorageResolver http, boolean allowed) implements StorageContext {

    StandingContext with(boolean known) {
        return new StandingContext(policy, http, known);
    }

    @Override
    public StorageObject openHttp(URI url, String href, RequestSigner signer) {
        return http.open(url, href, signer, allowed, this);
    }

    @Override
    public void checkUrl(URI url) throws IOException {
        HttpStorageResolver.check(url, allowed, policy);
    }
}

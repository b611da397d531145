package io.stacgenerator.azure;

import static java.time.ZoneOffset.UTC;

import com.azure.core.util.DateTimeRfc1123;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import io.stacgenerator.spi.RequestSigner;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The key of an account, with which each request is signed (the scheme Shared Key). */
final class AccountKey implements AzureCredential {

    private final StorageSharedKeyCredential key;
    private final InstantSource clock;
    private final RequestSigner signer = this::sign;

    AccountKey(String account, String key, InstantSource clock) {
        if (!isBase64(key)) {
            throw new IllegalArgumentException("the account key of '%s' is not base64".formatted(account));
        }
        this.key = new StorageSharedKeyCredential(account, key);
        this.clock = clock;
    }

    private static boolean isBase64(String key) {
        try {
            return Base64.getDecoder().decode(key).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public RequestSigner signer() {
        return signer;
    }

    private Map<String, String> sign(URI url, Map<String, String> headers) throws IOException {
        Map<String, String> added = new HashMap<>(VERSION);
        added.put("x-ms-date", new DateTimeRfc1123(clock.instant().atOffset(UTC)).toString());
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(added);
        // The SDK would sign "null" for a length that is not there; of 0 it signs nothing, which is right.
        all.put("Content-Length", "0");
        added.put("Authorization", key.generateAuthorizationHeader(url.toURL(), "GET", all));
        return added;
    }

    @Override
    public void giveTo(BlobContainerClientBuilder client) {
        client.credential(key);
    }
}

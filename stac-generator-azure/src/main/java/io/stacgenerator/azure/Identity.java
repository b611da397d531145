package io.stacgenerator.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.storage.blob.BlobContainerClientBuilder;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.RequestSigner;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** An identity of Microsoft Entra, which gets tokens for Azure Storage. */
final class Identity implements AzureCredential {

    private static final String STORAGE = "https://storage.azure.com/.default";

    private final EntraToken token;
    private final RequestSigner signer = (url, headers) -> authorization();

    Identity(TokenCredential credential, InstantSource clock) {
        token = new EntraToken(credential, STORAGE, clock);
    }

    @Override
    public RequestSigner signer() {
        return signer;
    }

    private Map<String, String> authorization() {
        Map<String, String> added = new HashMap<>(VERSION);
        added.put("Authorization", "Bearer " + token().getToken());
        return added;
    }

    private AccessToken token() {
        try {
            return token.token();
        } catch (StacGeneratorException e) {
            throw new StacGeneratorException(
                    e.code(),
                    "for a public container, set AZURE_NO_SIGN_REQUEST to YES; for others, %s"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    @Override
    public void giveTo(BlobContainerClientBuilder client) {
        client.credential(request -> Mono.fromCallable(this::token));
    }
}

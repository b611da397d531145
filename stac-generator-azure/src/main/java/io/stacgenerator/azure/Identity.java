package io.stacgenerator.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.storage.blob.BlobContainerClientBuilder;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.RequestSigner;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** An identity of Microsoft Entra, which gets tokens; one is used until it is about to expire. */
final class Identity implements AzureCredential {

    private static final TokenRequestContext STORAGE =
            new TokenRequestContext().addScopes("https://storage.azure.com/.default");
    private static final Duration RESERVE = Duration.ofMinutes(5);

    private final TokenCredential credential;
    private final InstantSource clock;
    private final RequestSigner signer = (url, headers) -> authorization();
    private volatile @Nullable AccessToken token;

    Identity(TokenCredential credential, InstantSource clock) {
        this.credential = credential;
        this.clock = clock;
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

    /** Several threads may ask at once, which does no harm. */
    private AccessToken token() {
        AccessToken known = token;
        OffsetDateTime soon = clock.instant().plus(RESERVE).atOffset(ZoneOffset.UTC);
        if (known == null || known.getExpiresAt().isBefore(soon)) {
            known = newToken();
            token = known;
        }
        return known;
    }

    private AccessToken newToken() {
        try {
            return credential.getTokenSync(STORAGE);
        } catch (RuntimeException e) {
            throw new StacGeneratorException(
                    ErrorCode.ACCESS_DENIED,
                    "no identity gives a token for Azure Storage (for a public container, set AZURE_NO_SIGN_REQUEST to YES): %s"
                            .formatted(firstLine(e)),
                    e);
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void giveTo(BlobContainerClientBuilder client) {
        client.credential(request -> Mono.fromCallable(this::token));
    }
}

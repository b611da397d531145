package io.stacgenerator.azure;

import static java.util.Objects.requireNonNull;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The headers of calls to a service that Microsoft Entra guards, such as a GeoCatalog of Planetary Computer Pro, for
 * {@link io.stacgenerator.spi.sink.SinkOptions.Builder#headers}: a token, which is used until it is about to expire.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class EntraToken implements Supplier<Map<String, String>> {

    private static final Duration RESERVE = Duration.ofMinutes(5);

    private final TokenCredential credential;
    private final TokenRequestContext scope;
    private final InstantSource clock;
    private volatile @Nullable AccessToken token;

    /**
     * Creates it.
     *
     * @param credential the identity
     * @param scope what the token is for, such as {@code https://geocatalog.spatial.azure.com/.default}
     */
    public EntraToken(TokenCredential credential, String scope) {
        this(credential, scope, InstantSource.system());
    }

    EntraToken(TokenCredential credential, String scope, InstantSource clock) {
        this.credential = requireNonNull(credential, "credential");
        this.scope = new TokenRequestContext().addScopes(requireNonNull(scope, "scope"));
        this.clock = clock;
    }

    /**
     * Creates it for the identity that the process has by its environment, which needs azure-identity.
     *
     * @param scope what the token is for
     * @return the headers
     * @throws StacGeneratorException with {@code ACCESS_DENIED} when azure-identity is not there
     */
    public static EntraToken ofProcess(String scope) {
        try {
            return new EntraToken(DefaultIdentity.credential(), scope);
        } catch (NoClassDefFoundError e) {
            throw new StacGeneratorException(
                    ErrorCode.ACCESS_DENIED,
                    "no identity has a token for %s: expected azure-identity on the class path".formatted(scope),
                    e);
        }
    }

    /**
     * Returns the headers; blocks when a new token is needed.
     *
     * @return {@code Authorization}
     * @throws StacGeneratorException with {@code ACCESS_DENIED} when no identity has a token
     */
    @Override
    public Map<String, String> get() {
        return Map.of("Authorization", "Bearer " + token().getToken());
    }

    /** Several threads may ask at once, which does no harm. */
    AccessToken token() {
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
            return credential.getTokenSync(scope);
        } catch (RuntimeException e) {
            throw new StacGeneratorException(
                    ErrorCode.ACCESS_DENIED,
                    "no identity has a token for %s: %s"
                            .formatted(scope.getScopes().get(0), firstLine(e)),
                    e);
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}

package io.stacgenerator.azure;

import static java.util.Objects.requireNonNull;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Which account of Azure Blob Storage is read, and with which credential. Immutable; does not reveal the credential.
 *
 * <p>The credential is used for the account of {@link Builder#account}; an identity also for accounts that hrefs name
 * by {@code az:}, {@code abfs:} and {@code wasb:}. The {@code https:} URL of any other account is requested as it
 * stands, with the signature it may carry, and a signature in an href comes before any other credential.
 *
 * @since 0.1.0
 */
public final class AzureOptions {

    private static final String DEFAULT_SUFFIX = "core.windows.net";

    private final @Nullable String account;
    private final @Nullable String endpoint;
    private final String endpointSuffix;
    private final @Nullable AzureCredential credential;

    private AzureOptions(Builder builder) {
        account = builder.account;
        endpoint = builder.endpoint;
        endpointSuffix = builder.endpointSuffix;
        credential = builder.credential();
    }

    /**
     * Starts without an account.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads the environment of this process by the names that GDAL uses: {@code AZURE_STORAGE_CONNECTION_STRING}, or
     * {@code AZURE_STORAGE_ACCOUNT} with the first that is set of {@code AZURE_STORAGE_ACCESS_TOKEN},
     * {@code AZURE_STORAGE_ACCESS_KEY}, {@code AZURE_NO_SIGN_REQUEST} ({@code YES}) and
     * {@code AZURE_STORAGE_SAS_TOKEN}. Where none is set, {@code DefaultAzureCredential} goes by the names of its own.
     *
     * @return options
     * @throws IllegalArgumentException when a value is malformed; the message does not reveal credentials
     */
    public static AzureOptions fromEnvironment() {
        return Environment.options(System.getenv());
    }

    @Nullable String account() {
        return account;
    }

    /** Returns the URL of the account's blobs without slash at its end, or null without an account. */
    @Nullable String endpoint() {
        return endpoint == null && account != null ? endpointOf(account) : endpoint;
    }

    String endpointOf(String name) {
        return "https://%s.blob.%s".formatted(name, endpointSuffix);
    }

    String endpointSuffix() {
        return endpointSuffix;
    }

    /** Returns the credential for an account that an href names; of another one only an identity knows. */
    AzureCredential credentialFor(String name) {
        AzureCredential chosen = credential == null ? DefaultIdentity.INSTANCE : credential;
        return name.equals(account) || chosen instanceof Identity ? chosen : AzureCredential.ANONYMOUS;
    }

    /** Collects options; not thread-safe. */
    public static final class Builder {

        private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

        private @Nullable String account;
        private @Nullable String endpoint;
        private String endpointSuffix = DEFAULT_SUFFIX;
        private final Map<String, Supplier<AzureCredential>> credentials = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets the account of hrefs that name none, such as {@code az://container/path}. None by default: such hrefs
         * are errors then.
         *
         * @param account the name of the account
         * @return this
         */
        public Builder account(String account) {
            this.account = requireNonNull(account, "account");
            return this;
        }

        /**
         * Sets where the blobs of the account are, such as {@code http://127.0.0.1:10000/devstoreaccount1} for Azurite.
         * By default {@code https://ACCOUNT.blob.SUFFIX}.
         *
         * @param url an https URL, or an http one of the loopback address
         * @return this
         */
        public Builder endpoint(String url) {
            this.endpoint = requireNonNull(url, "url").replaceFirst("(?<!/)/+$", "");
            return this;
        }

        /**
         * Sets the domain of accounts, such as {@code core.chinacloudapi.cn} or {@code core.usgovcloudapi.net}. By
         * default {@code core.windows.net}. URLs of these three are known without it.
         *
         * @param suffix what comes after {@code .blob.}
         * @return this
         */
        public Builder endpointSuffix(String suffix) {
            this.endpointSuffix = requireNonNull(suffix, "suffix");
            return this;
        }

        /**
         * Sets the key of the account. It can do anything to the account: prefer a SAS or an identity that may read
         * only.
         *
         * @param key the key in base64
         * @return this
         */
        public Builder accountKey(String key) {
            requireNonNull(key, "key");
            credentials.put("accountKey", () -> new AccountKey(String.valueOf(account), key, InstantSource.system()));
            return this;
        }

        /**
         * Sets a shared access signature for the account or a container of it.
         *
         * @param token the parameters, with or without question mark
         * @return this
         */
        public Builder sasToken(String token) {
            requireNonNull(token, "token");
            credentials.put("sasToken", () -> new SasToken(token));
            return this;
        }

        /**
         * Sets an identity of Microsoft Entra. Without any credential, {@code DefaultAzureCredential} is asked where
         * azure-identity is on the class path, and requests are anonymous where it is not.
         *
         * @param identity where tokens come from
         * @return this
         */
        public Builder identity(TokenCredential identity) {
            requireNonNull(identity, "identity");
            credentials.put("identity", () -> new Identity(identity, InstantSource.system()));
            return this;
        }

        Builder accessToken(String token) {
            AccessToken forever = new AccessToken(token, OffsetDateTime.MAX);
            return identity(request -> Mono.just(forever));
        }

        /**
         * Asks without credential, for public containers.
         *
         * @return this
         */
        public Builder anonymous() {
            credentials.put("anonymous", () -> AzureCredential.ANONYMOUS);
            return this;
        }

        /**
         * Sets account, endpoint and credential by a connection string: {@code AccountName}, {@code AccountKey} or
         * {@code SharedAccessSignature}, {@code BlobEndpoint}, {@code EndpointSuffix},
         * {@code UseDevelopmentStorage=true}. Other settings are left out of account.
         *
         * @param text the connection string
         * @return this
         * @throws IllegalArgumentException when it is malformed; the message does not reveal its values
         */
        public Builder connectionString(String text) {
            ConnectionString.parse(text).applyTo(this);
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         * @throws IllegalArgumentException when they are malformed or contradict each other; the message does not
         *     reveal credentials
         */
        public AzureOptions build() {
            require(
                    account == null || account.matches("[a-z0-9]{3,24}"),
                    "'" + account + "' is not the name of an account");
            require(endpoint == null || isSafe(endpoint), "endpoint is not https, nor http on the loopback address");
            require(credentials.size() < 2, credentials.keySet() + " are set, expected one credential");
            require(
                    account != null || (endpoint == null && !needsAccount()),
                    "account is not set, whose the endpoint or credential is");
            return new AzureOptions(this);
        }

        private boolean needsAccount() {
            return credentials.containsKey("accountKey") || credentials.containsKey("sasToken");
        }

        private @Nullable AzureCredential credential() {
            return credentials.values().stream().map(Supplier::get).findFirst().orElse(null);
        }

        private static boolean isSafe(String url) {
            try {
                URI uri = new URI(url);
                boolean bare = uri.getHost() != null && uri.getRawQuery() == null && uri.getRawUserInfo() == null;
                return bare
                        && ("https".equals(uri.getScheme())
                                || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost())));
            } catch (URISyntaxException e) {
                return false;
            }
        }

        private static void require(boolean condition, String message) {
            if (!condition) {
                throw new IllegalArgumentException(message);
            }
        }
    }
}

package io.stacgenerator.s3;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Which storage that speaks S3 is read, and with which credentials. Immutable; does not reveal the credentials.
 *
 * @since 0.1.0
 */
public final class S3Options {

    private final @Nullable String region;
    private final S3Endpoint endpoint;
    private final S3Access access;
    private final PublishedHrefs publishedHrefs;

    private S3Options(Builder builder) {
        region = builder.region;
        String url = builder.endpoint;
        Boolean pathStyle = builder.pathStyle;
        endpoint = new S3Endpoint(url, pathStyle == null ? url != null : pathStyle);
        access = new S3Access(builder.anonymous ? null : builder.credentialsOrDefault(), builder.requesterPays);
        publishedHrefs = builder.publishedHrefs;
    }

    /**
     * Starts with Amazon S3 and the credentials that the process has.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads the environment of this process by the names of AWS, and where it has none by those of GDAL:
     * {@code AWS_REGION} or {@code AWS_DEFAULT_REGION}, {@code AWS_ENDPOINT_URL_S3} or {@code AWS_ENDPOINT_URL},
     * {@code AWS_NO_SIGN_REQUEST} ({@code YES}), {@code AWS_REQUEST_PAYER} ({@code requester}),
     * {@code AWS_VIRTUAL_HOSTING} ({@code YES} or {@code NO}); and {@code STAC_GENERATOR_S3_HREFS} ({@code given},
     * {@code s3} or {@code https}) for {@link Builder#publishedHrefs}. Credentials come from the default chain of the
     * SDK for Java: system properties, environment, web identity, the files {@code ~/.aws/config} and
     * {@code ~/.aws/credentials}, container, instance.
     *
     * @return options
     * @throws IllegalArgumentException when a value is malformed
     */
    public static S3Options fromEnvironment() {
        return Environment.options(System.getenv());
    }

    String region() {
        return region == null ? ProcessDefaults.region() : region;
    }

    S3Endpoint endpoint() {
        return endpoint;
    }

    S3Access access() {
        return access;
    }

    PublishedHrefs publishedHrefs() {
        return publishedHrefs;
    }

    /** Collects options; not thread-safe. */
    public static final class Builder {

        private @Nullable String region;
        private @Nullable String endpoint;
        private @Nullable Boolean pathStyle;
        private @Nullable AwsCredentialsProvider credentials;
        private boolean anonymous;
        private boolean requesterPays;
        private PublishedHrefs publishedHrefs = PublishedHrefs.GIVEN;

        private Builder() {}

        /**
         * Sets the region that buckets are asked for in first; by default that of the profile in {@code ~/.aws/config},
         * or else {@code us-east-1}. A bucket that is in another one costs a request more, once.
         *
         * @param region such as {@code eu-central-1}
         * @return this
         */
        public Builder region(String region) {
            this.region = requireNonNull(region, "region");
            return this;
        }

        /**
         * Sets the URL of a storage other than Amazon's, such as {@code http://127.0.0.1:9000} for MinIO or
         * {@code https://eodata.dataspace.copernicus.eu}.
         *
         * @param url an https or http URL; over http, the keys are not sent, but what is read can be seen
         * @return this
         */
        public Builder endpoint(String url) {
            this.endpoint = requireNonNull(url, "url").replaceFirst("(?<!/)/+$", "");
            return this;
        }

        /**
         * Sets whether buckets are in the path of URLs rather than in the host. By default they are with an
         * {@linkplain #endpoint endpoint}, and those that make no host are in any case.
         *
         * @param pathStyle true for {@code https://endpoint/bucket/key}
         * @return this
         */
        public Builder pathStyle(boolean pathStyle) {
            this.pathStyle = pathStyle;
            return this;
        }

        /**
         * Sets where credentials come from; by default from the chain of the SDK for Java.
         *
         * @param provider is asked for each request
         * @return this
         */
        public Builder credentials(AwsCredentialsProvider provider) {
            this.credentials = requireNonNull(provider, "provider");
            return this;
        }

        /**
         * Sets credentials that do not change.
         *
         * @param accessKeyId the id of the key
         * @param secretAccessKey the key
         * @param sessionToken the token of temporary credentials; null for others
         * @return this
         */
        public Builder credentials(String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {
            return credentials(StaticCredentialsProvider.create(
                    sessionToken == null
                            ? AwsBasicCredentials.create(accessKeyId, secretAccessKey)
                            : AwsSessionCredentials.create(accessKeyId, secretAccessKey, sessionToken)));
        }

        /**
         * Asks without credentials, for public buckets.
         *
         * @return this
         */
        public Builder anonymous() {
            this.anonymous = true;
            return this;
        }

        /**
         * Sets whether buckets may be read whose requester pays for it; not by default.
         *
         * @param pays true to agree to pay
         * @return this
         */
        public Builder requesterPays(boolean pays) {
            this.requesterPays = pays;
            return this;
        }

        /**
         * Sets the form in which hrefs are published; {@link PublishedHrefs#GIVEN} by default.
         *
         * @param form the form
         * @return this
         */
        public Builder publishedHrefs(PublishedHrefs form) {
            this.publishedHrefs = requireNonNull(form, "form");
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         * @throws IllegalArgumentException when they are malformed or contradict each other
         */
        public S3Options build() {
            require(
                    region == null || BucketRegions.isRegion(region),
                    "'%s' is not the name of a region".formatted(region));
            require(
                    endpoint == null || isUrl(endpoint),
                    "the endpoint is not an http or https URL without user and query");
            require(
                    !anonymous || (credentials == null && !requesterPays),
                    "anonymous requests have no credentials, and nobody who pays");
            return new S3Options(this);
        }

        private AwsCredentialsProvider credentialsOrDefault() {
            return credentials == null ? ProcessDefaults::credentials : credentials;
        }

        private static boolean isUrl(String url) {
            try {
                URI uri = new URI(url);
                return uri.getHost() != null
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null
                        && uri.getRawUserInfo() == null
                        && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
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

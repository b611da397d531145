package io.stacgenerator.gcs;

import static java.util.Objects.requireNonNull;

import com.google.auth.Credentials;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * With which credentials Google Cloud Storage is read. Immutable; does not reveal the credentials.
 *
 * @since 0.1.0
 */
public final class GcsOptions {

    private final GcsStorage storage;

    private GcsOptions(Builder builder) {
        storage = new GcsStorage(
                builder.endpoint,
                new GcsAccess(builder.anonymous ? null : builder.source, builder.userProject),
                builder.publishedHrefs);
    }

    /**
     * Starts with the Application Default Credentials of the process.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads the environment of this process: {@code GS_NO_SIGN_REQUEST} ({@code YES}) and {@code GS_USER_PROJECT}, as
     * GDAL does, {@code STORAGE_EMULATOR_HOST}, and {@code STAC_GENERATOR_GCS_HREFS} ({@code given}, {@code gs} or
     * {@code https}) for {@link Builder#publishedHrefs}. Credentials are the Application Default Credentials:
     * {@code GOOGLE_APPLICATION_CREDENTIALS}, those of {@code gcloud auth application-default login}, or those of the
     * machine or the pod.
     *
     * @return options
     * @throws IllegalArgumentException when a value is malformed
     */
    public static GcsOptions fromEnvironment() {
        return Environment.options(System.getenv());
    }

    GcsStorage storage() {
        return storage;
    }

    /** Collects options; not thread-safe. */
    public static final class Builder {

        private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

        private @Nullable String endpoint;
        private GcsAccess.Source source = ProcessCredentials::get;
        private boolean given;
        private boolean anonymous;
        private @Nullable String userProject;
        private PublishedHrefs publishedHrefs = PublishedHrefs.GIVEN;

        private Builder() {}

        /**
         * Sets the URL of the service, such as that of an emulator; {@code https://storage.googleapis.com} by default.
         *
         * @param url an https URL, or an http one of the loopback address or without credentials
         * @return this
         */
        public Builder endpoint(String url) {
            this.endpoint = requireNonNull(url, "url").replaceFirst("(?<!/)/+$", "");
            return this;
        }

        /**
         * Sets the credentials; by default the Application Default Credentials are looked for on first use.
         *
         * @param credentials such as {@code GoogleCredentials}, with the scope {@code devstorage.read_only} or
         *     {@code devstorage.read_write}
         * @return this
         */
        public Builder credentials(Credentials credentials) {
            requireNonNull(credentials, "credentials");
            source = () -> credentials;
            given = true;
            return this;
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
         * Sets the project that pays for reading buckets whose requester pays.
         *
         * @param project the id of a project
         * @return this
         */
        public Builder userProject(String project) {
            this.userProject = requireNonNull(project, "project");
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
        public GcsOptions build() {
            require(
                    endpoint == null || isSafe(endpoint),
                    "endpoint is not https, nor http on the loopback address or without credentials");
            require(
                    userProject == null || userProject.matches("[a-z0-9.:-]{1,100}"),
                    "'%s' is not the id of a project".formatted(userProject));
            require(
                    !anonymous || (!given && userProject == null),
                    "anonymous requests have no credentials, and no project that pays");
            return new GcsOptions(this);
        }

        private boolean isSafe(String url) {
            try {
                URI uri = new URI(url);
                boolean bare = uri.getHost() != null
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null
                        && uri.getRawUserInfo() == null;
                return bare
                        && ("https".equals(uri.getScheme())
                                || ("http".equals(uri.getScheme()) && (anonymous || LOOPBACK.contains(uri.getHost()))));
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

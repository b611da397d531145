package io.stacgenerator.cli.service;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the service is reached, what it runs, and how it ends. Immutable. */
public final class ServiceOptions {

    private final String host;
    private final int port;
    private final @Nullable String token;
    private final int workers;
    private final Duration grace;
    private final Duration jobTimeout;
    private final Duration patience;
    private final List<String> allowedRoots;
    private final List<String> allowedHosts;
    private final List<String> allowedPrefixes;
    private final @Nullable MapTiles tiles;
    private final @Nullable Thumbnails thumbnails;
    private final List<String> origins;
    private final ServiceLog log;
    private final WebhookOptions webhooks;

    private ServiceOptions(Builder builder) {
        host = builder.host;
        port = builder.port;
        token = builder.token;
        workers = builder.workers;
        grace = builder.grace;
        jobTimeout = builder.jobTimeout;
        patience = builder.patience;
        allowedRoots = builder.allowedRoots;
        allowedHosts = builder.allowedHosts;
        allowedPrefixes = builder.allowedPrefixes;
        tiles = builder.tiles;
        thumbnails = builder.thumbnails;
        origins = builder.origins;
        log = builder.log;
        webhooks = builder.webhooks;
    }

    /**
     * Starts from the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    @Nullable String token() {
        return token;
    }

    int workers() {
        return workers;
    }

    Duration grace() {
        return grace;
    }

    Duration jobTimeout() {
        return jobTimeout;
    }

    Duration patience() {
        return patience;
    }

    List<String> allowedRoots() {
        return allowedRoots;
    }

    List<String> allowedHosts() {
        return allowedHosts;
    }

    List<String> allowedPrefixes() {
        return allowedPrefixes;
    }

    @Nullable MapTiles tiles() {
        return tiles;
    }

    @Nullable Thumbnails thumbnails() {
        return thumbnails;
    }

    List<String> origins() {
        return origins;
    }

    ServiceLog log() {
        return log;
    }

    WebhookOptions webhooks() {
        return webhooks;
    }

    /** Collects options; not thread-safe. */
    public static final class Builder {

        private String host = "127.0.0.1";
        private int port = 7070;
        private @Nullable String token;
        private int workers = 1;
        private Duration grace = Duration.ofSeconds(25);
        private Duration jobTimeout = Duration.ofMinutes(15);
        private Duration patience = Duration.ofSeconds(30);
        private List<String> allowedRoots = List.of();
        private List<String> allowedHosts = List.of();
        private List<String> allowedPrefixes = List.of();
        private @Nullable MapTiles tiles;
        private @Nullable Thumbnails thumbnails;
        private List<String> origins = List.of();
        private ServiceLog log = ServiceLog.text(line -> {});
        private WebhookOptions webhooks = WebhookOptions.none();

        private Builder() {}

        /**
         * Sets where to listen.
         *
         * @param host the name or address; {@code 0.0.0.0} for all of the machine
         * @param port the port; 0 for any that is free, and for a worker -1 for none
         * @return this
         */
        public Builder address(String host, int port) {
            this.host = host;
            this.port = port;
            return this;
        }

        /**
         * Sets what callers have to show.
         *
         * @param token the token; null when everybody may call
         * @return this
         */
        public Builder token(@Nullable String token) {
            this.token = token;
            return this;
        }

        /**
         * Sets how many jobs to run at a time in this process.
         *
         * @param workers 0 to leave them to other processes
         * @return this
         */
        public Builder workers(int workers) {
            this.workers = workers;
            return this;
        }

        /**
         * Sets how long calls and jobs may go on when the service is closed.
         *
         * @param grace the time
         * @return this
         */
        public Builder grace(Duration grace) {
            this.grace = grace;
            return this;
        }

        /**
         * Sets how long a job may run.
         *
         * @param jobTimeout more than 0
         * @return this
         */
        public Builder jobTimeout(Duration jobTimeout) {
            this.jobTimeout = jobTimeout;
            return this;
        }

        /**
         * Sets how long the body of a call may take to arrive, and a part of an answer to be read.
         *
         * @param patience more than 0
         * @return this
         */
        public Builder patience(Duration patience) {
            this.patience = patience;
            return this;
        }

        /**
         * Sets what the page says that requests may name; what they may is a matter of the generator.
         *
         * @param roots folders
         * @param hosts names of hosts, {@code .example.com} for all below a domain, {@code *} for all; the page shows
         *     thumbnails from there
         * @param prefixes starts of hrefs, such as {@code s3://bucket/}
         * @return this
         */
        public Builder allowed(List<String> roots, List<String> hosts, List<String> prefixes) {
            this.allowedRoots = List.copyOf(roots);
            this.allowedHosts = List.copyOf(hosts);
            this.allowedPrefixes = List.copyOf(prefixes);
            return this;
        }

        /**
         * Sets what the map of the page is drawn on.
         *
         * @param tiles the tiles; null for an outline of land that comes with the page
         * @return this
         */
        public Builder tiles(@Nullable MapTiles tiles) {
            this.tiles = tiles;
            return this;
        }

        /**
         * Sets which thumbnails the service shows.
         *
         * @param thumbnails those that it or its workers make; null for none
         * @return this
         */
        public Builder thumbnails(@Nullable Thumbnails thumbnails) {
            this.thumbnails = thumbnails;
            return this;
        }

        /**
         * Sets which pages of other sites may call the service from a browser.
         *
         * @param origins origins such as {@code https://app.example.com}; {@code *} for all; none by default
         * @return this
         */
        public Builder origins(List<String> origins) {
            this.origins = List.copyOf(origins);
            return this;
        }

        /**
         * Sets where to log what becomes of jobs and of the queue.
         *
         * @param log the log; nowhere by default
         * @return this
         */
        public Builder log(ServiceLog log) {
            this.log = log;
            return this;
        }

        /**
         * Sets whom to call at the end of jobs.
         *
         * @param webhooks the options; nobody by default
         * @return this
         */
        public Builder webhooks(WebhookOptions webhooks) {
            this.webhooks = webhooks;
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         */
        public ServiceOptions build() {
            return new ServiceOptions(this);
        }
    }
}

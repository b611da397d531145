package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How files are read over HTTP(S). Immutable.
 *
 * @since 0.1.0
 */
public final class HttpOptions {

    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final int attempts;
    private final Duration maxDelay;
    private final int connectionsPerHost;
    private final long downloadBytes;
    private final @Nullable ProxySelector proxy;
    private final List<HostHeader> headers;
    private final @Nullable SSLContext sslContext;
    private final Consumer<HttpClient.Builder> client;

    private HttpOptions(Builder builder) {
        connectTimeout = builder.connectTimeout;
        readTimeout = builder.readTimeout;
        attempts = builder.attempts;
        maxDelay = builder.maxDelay;
        connectionsPerHost = builder.connectionsPerHost;
        downloadBytes = builder.downloadBytes;
        proxy = builder.proxy;
        headers = List.copyOf(builder.headers);
        sslContext = builder.sslContext;
        client = builder.client;
    }

    /**
     * Returns the options that hold when none are given.
     *
     * @return the defaults that the methods below name
     */
    public static HttpOptions ofDefaults() {
        return builder().build();
    }

    /**
     * Starts from the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns how long a connection may take to be made.
     *
     * @return the time; by default 10 seconds
     */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /**
     * Returns how long a server may be silent, before its answer and within it.
     *
     * @return the time; by default 30 seconds
     */
    public Duration readTimeout() {
        return readTimeout;
    }

    /**
     * Returns how often a request is sent at most when it fails in a way that may pass: status 408, 425, 429 and 5xx,
     * broken connections, timeouts, answers that are cut short or contradict themselves.
     *
     * @return the attempts, the first included; by default 4
     */
    public int attempts() {
        return attempts;
    }

    /**
     * Returns how long to wait at most before another attempt. The delays grow by a factor of two from a quarter of a
     * second. A server that asks for more by {@code Retry-After} is not asked again.
     *
     * @return the time; by default 20 seconds
     */
    public Duration maxDelay() {
        return maxDelay;
    }

    /**
     * Returns how many requests one host is sent at a time.
     *
     * @return the requests; by default 16, as many as a request reads assets at a time
     */
    public int connectionsPerHost() {
        return connectionsPerHost;
    }

    /**
     * Returns how large a file may be that a server sends as a whole, because it does not know range requests. Such a
     * file is kept in memory up to 1 MiB, and in a temporary file beyond.
     *
     * @return bytes; by default 64 MiB
     */
    public long downloadBytes() {
        return downloadBytes;
    }

    /**
     * Returns what chooses the proxy for a URL.
     *
     * @return the selector; empty for that of the process, {@link ProxySelector#getDefault()}
     */
    public Optional<ProxySelector> proxy() {
        return Optional.ofNullable(proxy);
    }

    /**
     * Returns the headers for requests to a host.
     *
     * @param host the host of a URL
     * @return names and values
     */
    public Map<String, String> headers(String host) {
        return HostHeader.of(headers, host);
    }

    /**
     * Returns what servers are trusted by, and what this process shows them.
     *
     * @return the context; empty for that of the process
     */
    public Optional<SSLContext> sslContext() {
        return Optional.ofNullable(sslContext);
    }

    /**
     * Returns what is done to the builder of each client before the library sets what it needs.
     *
     * @return the hook; by default it does nothing
     */
    public Consumer<HttpClient.Builder> client() {
        return client;
    }

    /** Collects options; not thread-safe. */
    public static final class Builder {

        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration readTimeout = Duration.ofSeconds(30);
        private int attempts = 4;
        private Duration maxDelay = Duration.ofSeconds(20);
        private int connectionsPerHost = 16;
        private long downloadBytes = 64L << 20;
        private @Nullable ProxySelector proxy;
        private final List<HostHeader> headers = new ArrayList<>();
        private @Nullable SSLContext sslContext;
        private Consumer<HttpClient.Builder> client = builder -> {};

        private Builder() {}

        /**
         * Sets how long a connection may take to be made.
         *
         * @param time more than zero
         * @return this
         * @throws IllegalArgumentException when it is zero or negative
         */
        public Builder connectTimeout(Duration time) {
            this.connectTimeout = positive("connectTimeout", time);
            return this;
        }

        /**
         * Sets how long a server may be silent.
         *
         * @param time more than zero
         * @return this
         * @throws IllegalArgumentException when it is zero or negative
         */
        public Builder readTimeout(Duration time) {
            this.readTimeout = positive("readTimeout", time);
            return this;
        }

        /**
         * Sets how often a request is sent at most.
         *
         * @param attempts at least 1, which means never again
         * @return this
         * @throws IllegalArgumentException when it is less than 1
         */
        public Builder attempts(int attempts) {
            this.attempts = (int) positive("attempts", attempts);
            return this;
        }

        /**
         * Sets how long to wait at most before another attempt.
         *
         * @param time more than zero
         * @return this
         * @throws IllegalArgumentException when it is zero or negative
         */
        public Builder maxDelay(Duration time) {
            this.maxDelay = positive("maxDelay", time);
            return this;
        }

        /**
         * Sets how many requests one host is sent at a time.
         *
         * @param connections at least 1
         * @return this
         * @throws IllegalArgumentException when it is less than 1
         */
        public Builder connectionsPerHost(int connections) {
            this.connectionsPerHost = (int) positive("connectionsPerHost", connections);
            return this;
        }

        /**
         * Sets how large a file may be that a server sends as a whole.
         *
         * @param bytes at least 1 and less than 2 GiB
         * @return this
         * @throws IllegalArgumentException when it is out of these bounds
         */
        public Builder downloadBytes(long bytes) {
            if (bytes > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("downloadBytes is %d, expected less than 2 GiB".formatted(bytes));
            }
            this.downloadBytes = positive("downloadBytes", bytes);
            return this;
        }

        /**
         * Sets what chooses the proxy for a URL. The storage policy checks the addresses of a host anyway, as names are
         * resolved here; what the proxy connects to is its matter.
         *
         * @param proxy the selector, or null for that of the process
         * @return this
         */
        public Builder proxy(@Nullable ProxySelector proxy) {
            this.proxy = proxy;
            return this;
        }

        /**
         * Adds a header to the requests to some hosts, such as the token that a data center asks for. It goes to these
         * hosts alone, whoever redirects there or away from them; a later header replaces an earlier one of the same
         * name.
         *
         * @param host a host, all hosts below a domain as {@code .example.com}, or every host as {@code *}
         * @param name the name of the header
         * @param value the value
         * @return this
         * @throws IllegalArgumentException when the name or the value is malformed or may not be set; the message does
         *     not reveal the value
         */
        public Builder header(String host, String name, String value) {
            headers.add(HostHeader.checked(host, name, value));
            return this;
        }

        /**
         * Sets what servers are trusted by, and what this process shows them, such as the certificates of an
         * organization.
         *
         * @param sslContext the context, or null for that of the process
         * @return this
         */
        public Builder sslContext(@Nullable SSLContext sslContext) {
            this.sslContext = sslContext;
            return this;
        }

        /**
         * Sets up the clients of the JDK, such as their executor, version of HTTP, cookies or authenticator. There is a
         * client for each storage policy. The library sets timeout, redirects and proxy afterwards, which the policy
         * depends on.
         *
         * @param client takes the builder of each client
         * @return this
         */
        public Builder client(Consumer<HttpClient.Builder> client) {
            this.client = requireNonNull(client, "client");
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         */
        public HttpOptions build() {
            return new HttpOptions(this);
        }

        private static Duration positive(String name, Duration time) {
            positive(name, requireNonNull(time, name).toNanos());
            return time;
        }

        private static long positive(String name, long value) {
            if (value < 1) {
                throw new IllegalArgumentException("%s is %d, expected more than zero".formatted(name, value));
            }
            return value;
        }
    }
}

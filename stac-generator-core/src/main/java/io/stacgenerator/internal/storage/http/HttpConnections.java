package io.stacgenerator.internal.storage.http;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.HttpOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.spi.StorageContext;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Sends single requests over the JDK's client, bounded per host. There is a client for each policy, made on first use,
 * because the addresses that may be connected to are its matter; and one for plain HTTP, which spares the certificates.
 */
final class HttpConnections {

    /**
     * The context of a client for plain HTTP, which asks it for nothing. Without one, a client reads all certificates
     * of the JDK when it is made, which takes a fifth of the first request of a process.
     */
    private static final SSLContext NO_TLS = new SSLContext(null, null, "none") {};

    private final HttpOptions options;
    private final InstantSource clock;
    private final HostLimits limits;
    private final Map<ClientKey, HttpClient> clients = new ConcurrentHashMap<>();
    private final Set<HttpExchange> pending = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(HttpConnections::thread);
    private volatile boolean closed;

    HttpConnections(HttpOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
        this.limits = new HostLimits(options.connectionsPerHost());
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "stac-generator-http");
        thread.setDaemon(true);
        return thread;
    }

    HttpResponse<ByteBuffer> send(HttpRequest request, HttpExchange.Bodies bodies, StorageContext context)
            throws IOException, InterruptedException {
        String host = request.uri().getRawAuthority();
        limits.acquire(host);
        try {
            return exchange(request, bodies, context);
        } finally {
            limits.release(host);
        }
    }

    private HttpResponse<ByteBuffer> exchange(HttpRequest request, HttpExchange.Bodies bodies, StorageContext context)
            throws IOException, InterruptedException {
        requireOpen();
        HttpClient client = clients.computeIfAbsent(
                new ClientKey(context.policy(), request.uri().getScheme().equalsIgnoreCase("http")), this::newClient);
        HttpExchange exchange = started(client, request, bodies);
        pending.add(exchange);
        try {
            requireOpen();
            return exchange.await(options.readTimeout(), context.deadline().orElse(null), clock);
        } catch (ConnectException e) {
            requireOpen();
            throw explained(e, request.uri());
        } catch (IOException | RuntimeException e) {
            requireOpen();
            throw e;
        } finally {
            exchange.cancel();
            pending.remove(exchange);
        }
    }

    private HttpExchange started(HttpClient client, HttpRequest request, HttpExchange.Bodies bodies) {
        try {
            return new HttpExchange(threads, client, request, bodies);
        } catch (RejectedExecutionException e) {
            requireOpen();
            throw e;
        }
    }

    /** The JDK's client says by its causes alone why there is no connection. */
    private static ConnectException explained(ConnectException failure, URI uri) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String server = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        ConnectException explained = new ConnectException(
                cause instanceof UnresolvedAddressException
                        ? "unknown host %s".formatted(uri.getHost())
                        : "%s refuses connections, or is not reached; expected a server that listens there"
                                .formatted(server));
        explained.initCause(failure);
        return explained;
    }

    private record ClientKey(StoragePolicy policy, boolean plain) {}

    private HttpClient newClient(ClientKey key) {
        HttpClient.Builder client = HttpClient.newBuilder();
        options.client().accept(client);
        options.sslContext().ifPresent(client::sslContext);
        if (key.plain()) {
            client.sslContext(NO_TLS).sslParameters(new SSLParameters());
        }
        return client.connectTimeout(options.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(new PinnedAddresses(
                        key.policy()::checkAddresses, options.proxy().orElseGet(HttpConnections::proxiesOfProcess)))
                .build();
    }

    private static ProxySelector proxiesOfProcess() {
        ProxySelector ofProcess = ProxySelector.getDefault();
        return ofProcess == null ? HttpClient.Builder.NO_PROXY : ofProcess;
    }

    private void requireOpen() {
        if (closed) {
            throw new StacGeneratorException(ErrorCode.CANCELED, "reading was canceled: the generator is closed");
        }
    }

    /** Cancels what is on its way; a client ends its threads when nothing refers to it. */
    void close() {
        closed = true;
        pending.forEach(HttpExchange::cancel);
        clients.clear();
        threads.shutdown();
    }
}

package io.stacgenerator.internal.storage.http;

import io.stacgenerator.HttpOptions;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.href.PercentEncoding;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.spi.RequestSigner;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.spi.sink.ApiCall;
import io.stacgenerator.spi.sink.ApiReply;
import io.stacgenerator.spi.sink.StorageCall;
import io.stacgenerator.spi.sink.StorageReply;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Reads {@code http:} and {@code https:} URLs by range requests.
 *
 * <p>Opening costs one request, for the first 32 KiB. A signature in the query and user-info, which is sent as basic
 * authorization, are used to read and published nowhere. Asked late, so that storages with URLs of their own, such as
 * Azure, come first.
 */
public final class HttpStorageResolver implements StorageResolver {

    private final HttpConnections connections;
    private final HttpFetcher fetcher;
    private final Documents documents;
    private final HttpCaller caller;

    /** Creates a resolver with the default options. */
    public HttpStorageResolver() {
        this(HttpOptions.ofDefaults());
    }

    /**
     * Creates a resolver.
     *
     * @param options timeouts, attempts, proxy and headers
     */
    public HttpStorageResolver(HttpOptions options) {
        this(
                options,
                InstantSource.system(),
                time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()),
                () -> ThreadLocalRandom.current().nextLong());
    }

    HttpStorageResolver(HttpOptions options, InstantSource clock, Retries.Sleeper sleeper, RandomGenerator random) {
        connections = new HttpConnections(options, clock);
        Retries retries = new Retries(options, clock, sleeper, random);
        fetcher = new HttpFetcher(options, connections, retries, clock);
        documents = new Documents(fetcher);
        caller = new HttpCaller(options, connections, retries, clock);
    }

    @Override
    public String id() {
        return "http";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public boolean supports(String href) {
        String scheme = Hrefs.scheme(href);
        return "http".equals(scheme) || "https".equals(scheme);
    }

    @Override
    public StorageObject open(String href, StorageContext context) {
        return HttpStorageObject.open(fetcher, HttpTarget.parse(href), publicHref(href), context);
    }

    /**
     * Opens a URL for a storage that is reached over HTTP.
     *
     * @param url the URL to request
     * @param href the form that may be published
     * @param signer what proves to the server who asks
     * @param allowed whether the policy allows the href, so that it need not allow the host of the URL
     * @param context policy and deadline
     * @return the object; the caller closes it
     */
    public StorageObject open(URI url, String href, RequestSigner signer, boolean allowed, StorageContext context) {
        return HttpStorageObject.open(fetcher, target(url, signer, allowed), href, context);
    }

    /** Keeps the document; a later request only asks whether it is still the same. */
    @Override
    public StorageObject openShared(String href, StorageContext context) {
        return HttpStorageObject.open(fetcher, documents, HttpTarget.parse(href), publicHref(href), context);
    }

    /**
     * Opens a document that many requests have in common, for a storage that is reached over HTTP.
     *
     * @param url the URL to request
     * @param href the form that may be published
     * @param signer what proves to the server who asks
     * @param allowed whether the policy allows the href, so that it need not allow the host of the URL
     * @param context policy and deadline
     * @return the object; the caller closes it
     */
    public StorageObject openShared(
            URI url, String href, RequestSigner signer, boolean allowed, StorageContext context) {
        return HttpStorageObject.open(fetcher, documents, target(url, signer, allowed), href, context);
    }

    private static HttpTarget target(URI url, RequestSigner signer, boolean allowed) {
        return HttpTarget.parse(url.toString()).signedBy(signer).allowed(allowed);
    }

    /**
     * Checks a URL that is about to be requested. Blocks while its host is resolved.
     *
     * @param url the URL
     * @param allowed whether the policy allows the href that it is for, so that its addresses alone are checked
     * @param policy what may be read
     * @throws IOException when the host cannot be resolved
     */
    public static void check(URI url, boolean allowed, StoragePolicy policy) throws IOException {
        if (allowed) {
            policy.checkAddresses(url.getHost());
        } else {
            policy.checkUrl(url);
        }
    }

    /**
     * Calls a service, as {@link io.stacgenerator.spi.sink.SinkContext#call} says.
     *
     * @param call what is asked
     * @param headers is asked for headers for each attempt
     * @return the answer
     */
    public ApiReply call(ApiCall call, Supplier<Map<String, String>> headers) {
        return caller.call(call, headers);
    }

    /**
     * Calls a storage, as {@link io.stacgenerator.spi.sink.StorageCalls#call} says.
     *
     * @param call what is asked
     * @return the answer
     */
    public StorageReply send(StorageCall call) {
        return caller.call(call);
    }

    @Override
    public String publicHref(String href) {
        return PercentEncoding.encode(Secrets.published(href));
    }

    @Override
    public void shutdown() {
        connections.close();
    }
}

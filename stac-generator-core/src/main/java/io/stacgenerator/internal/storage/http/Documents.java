package io.stacgenerator.internal.storage.http;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.spi.RequestSigner;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Documents that many requests have in common. Those that were got last are kept, and a server is asked on each request
 * whether they are still the same; where several requests want one at once that is not kept, one of them gets it.
 * Thread-safe.
 *
 * <p>What was got with a credential, with headers or under a policy is used for none that differs in any of them.
 */
final class Documents {

    /** The longest document that is kept, in bytes; Collections are some tens of kilobytes. */
    static final int LARGEST = 1 << 20;

    /** As many are kept, so that they take {@value #LARGEST} bytes times this at most. */
    static final int MOST = 32;

    private final HttpFetcher fetcher;
    private final Map<Key, HttpPart> kept = new LastUsed();
    private final ConcurrentMap<Key, CompletableFuture<Optional<HttpPart>>> coming = new ConcurrentHashMap<>();

    Documents(HttpFetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** What makes two requests for a document the same; not shown, as there are credentials in it. */
    private static final class Key {

        private final URI url;
        private final RequestSigner signer;
        private final Map<String, String> headers;
        private final StoragePolicy policy;
        private final boolean allowed;

        Key(HttpAsk ask, Map<String, String> headers) {
            url = ask.target().uri();
            signer = ask.target().signer();
            this.headers = headers;
            policy = ask.context().policy();
            allowed = ask.target().allowed();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && url.equals(key.url)
                    && signer.equals(key.signer)
                    && headers.equals(key.headers)
                    && policy == key.policy
                    && allowed == key.allowed;
        }

        @Override
        public int hashCode() {
            return url.hashCode();
        }
    }

    private static final class LastUsed extends LinkedHashMap<Key, HttpPart> {

        private static final long serialVersionUID = 1;

        LastUsed() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, HttpPart> eldest) {
            return size() > MOST;
        }
    }

    /** Gets the start of a document, or all of it where it is kept. */
    HttpPart get(HttpAsk ask) {
        Key key = new Key(ask, fetcher.configured(ask, ask.target()));
        HttpPart known = known(key);
        if (known != null) {
            return keep(key, fetcher.get(ask.keeping(known)), ask);
        }
        CompletableFuture<Optional<HttpPart>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<HttpPart>> first = coming.putIfAbsent(key, mine);
        if (first != null) {
            return await(first, ask).orElseGet(() -> fetcher.get(ask));
        }
        try {
            HttpPart part = keep(key, fetcher.get(ask.keeping(known(key))), ask);
            mine.complete(Optional.of(part).filter(each -> keepable(each, ask)));
            return part;
        } finally {
            coming.remove(key, mine);
            mine.complete(Optional.empty()); // where it failed: those that wait try by themselves
        }
    }

    private static Optional<HttpPart> await(CompletableFuture<Optional<HttpPart>> first, HttpAsk ask) {
        try {
            Instant deadline = ask.context().deadline().orElse(null);
            return deadline == null
                    ? first.get()
                    : first.get(Duration.between(Instant.now(), deadline).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StacGeneratorException(ErrorCode.CANCELED, "reading %s was interrupted".formatted(ask.href()), e);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty(); // the time of the request is up, which getting it tells
        }
    }

    private @Nullable HttpPart known(Key key) {
        synchronized (kept) {
            return kept.get(key);
        }
    }

    private HttpPart keep(Key key, HttpPart part, HttpAsk ask) {
        synchronized (kept) {
            if (keepable(part, ask)) {
                kept.put(key, part);
            } else {
                kept.remove(key);
            }
        }
        return part;
    }

    /** What another host sent after a redirect depends on the headers that are set for that host. */
    private static boolean keepable(HttpPart part, HttpAsk ask) {
        return part.keepable()
                && part.whole()
                && part.version().size() <= LARGEST
                && part.source().host().equals(ask.target().host());
    }
}

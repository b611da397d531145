package io.stacgenerator.internal.storage;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.storage.http.HttpStorageResolver;
import io.stacgenerator.spi.RequestSigner;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What is left of the bytes and the time of one request. Thread-safe. */
final class RequestBudget {

    private final StoragePolicy policy;
    private final GenerationOptions options;
    private final ReadListener reads;
    private final HttpStorageResolver http;
    private final InstantSource clock;
    private final @Nullable Duration time;
    private final @Nullable Instant deadline;
    private final AtomicLong bytesRead = new AtomicLong();
    private final AtomicInteger held = new AtomicInteger();
    private volatile boolean ended;

    RequestBudget(
            StoragePolicy policy,
            GenerationOptions options,
            ReadListener reads,
            HttpStorageResolver http,
            InstantSource clock) {
        this.policy = policy;
        this.options = options;
        this.reads = reads;
        this.http = http;
        this.clock = clock;
        time = shorter(policy.requestTime().orElse(null), options.timeout().orElse(null));
        this.deadline = time == null ? null : after(clock.instant(), time);
    }

    StoragePolicy policy() {
        return policy;
    }

    Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** A time beyond the range of instants is no limit. */
    private static @Nullable Instant after(Instant now, Duration time) {
        return time.compareTo(Duration.between(now, Instant.MAX)) > 0 ? null : now.plus(time);
    }

    private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * Returns the context for a resolver that opens a file.
     *
     * @param allowed whether a prefix of the policy allows its href
     */
    StorageContext ofFiles(boolean allowed) {
        return new Context(http::open, allowed);
    }

    /**
     * Returns the context for a resolver that opens a document that many requests have in common.
     *
     * @param allowed whether a prefix of the policy allows its href
     */
    StorageContext ofDocuments(boolean allowed) {
        return new Context(http::openShared, allowed);
    }

    /** Takes bytes that are about to be read, and checks the time. */
    void charge(String href, long bytes) {
        if (deadline != null && clock.instant().isAfter(deadline)) {
            throw exceeded("%s is not read: the request has had its %s".formatted(href, time));
        }
        if (bytesRead.addAndGet(bytes) > policy.requestBytes()) {
            throw exceeded(
                    "%s is not read: the request would read more than %d bytes".formatted(href, policy.requestBytes()));
        }
    }

    /** Takes the memory of a document, which what becomes of it needs to the end of the request. */
    void hold(String href, long bytes) {
        Duration left = deadline == null ? Duration.ofDays(1) : Duration.between(clock.instant(), deadline);
        DocumentMemory.OF_PROCESS.take(href, bytes, held.get(), left);
        held.addAndGet((int) bytes);
        if (ended) { // a task that a failure of another one left behind
            release();
        }
    }

    /** Gives the memory of all documents back, at the end of the request. */
    void release() {
        ended = true;
        DocumentMemory.OF_PROCESS.giveBack(held.getAndSet(0));
    }

    /** Reports that bytes have been read. */
    void told(String href, long bytes, long size) {
        reads.read(href, bytes, size);
    }

    private static StacGeneratorException exceeded(String message) {
        return new StacGeneratorException(ErrorCode.LIMIT_EXCEEDED, message);
    }

    /** Opens a URL for a storage that is reached over HTTP. */
    @FunctionalInterface
    private interface Opener {

        StorageObject open(URI url, String href, RequestSigner signer, boolean allowed, StorageContext context);
    }

    private final class Context implements StorageContext {

        private final Opener opener;
        private final boolean allowed;

        Context(Opener opener, boolean allowed) {
            this.opener = opener;
            this.allowed = allowed;
        }

        @Override
        public StoragePolicy policy() {
            return policy;
        }

        @Override
        public void checkUrl(URI url) throws IOException {
            HttpStorageResolver.check(url, allowed, policy);
        }

        @Override
        public Optional<Instant> deadline() {
            return RequestBudget.this.deadline();
        }

        @Override
        public Map<String, String> headers(String host) {
            return options.headers(host);
        }

        @Override
        public StorageObject openHttp(URI url, String href, RequestSigner signer) {
            return opener.open(url, href, signer, allowed, this);
        }
    }
}

package io.stacgenerator.testkit;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A storage in memory, scheme {@code memory:}, that remembers what was read. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InMemoryStorageResolver implements StorageResolver {

    private static final String SCHEME = "memory:";

    private final Map<String, Content> objects = new ConcurrentHashMap<>();
    private final List<ByteRange> reads = new CopyOnWriteArrayList<>();
    private final AtomicInteger opens = new AtomicInteger();
    private final AtomicInteger versions = new AtomicInteger();

    /**
     * Stores an object, or replaces it by another version.
     *
     * @param name the name, which may have folders
     * @param bytes the content
     * @return the href to open it by
     */
    public String put(String name, byte[] bytes) {
        String href = SCHEME + name;
        String etag = "v" + versions.incrementAndGet();
        objects.put(
                href,
                new Content(
                        ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer(),
                        etag,
                        Instant.EPOCH.plusSeconds(versions.get())));
        return href;
    }

    /**
     * Returns how often an object was opened.
     *
     * @return the number of calls of {@link #open}
     */
    public int opens() {
        return opens.get();
    }

    /**
     * Returns what was read of all objects.
     *
     * @return the ranges as they were asked for, in order
     */
    public List<ByteRange> reads() {
        return List.copyOf(reads);
    }

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public boolean supports(String href) {
        return href.startsWith(SCHEME);
    }

    @Override
    public StorageObject open(String href, StorageContext context) {
        context.policy().checkScheme(href);
        opens.incrementAndGet();
        return new InMemoryObject(href, content(href));
    }

    @Override
    public String publicHref(String href) {
        return href;
    }

    @Override
    public Stream<String> list(String prefix, StorageContext context) {
        return objects.keySet().stream().filter(name -> name.startsWith(prefix)).sorted();
    }

    private Content content(String href) {
        Content content = objects.get(href);
        if (content == null) {
            throw new StacGeneratorException(ErrorCode.NOT_FOUND, "%s does not exist".formatted(href));
        }
        return content;
    }

    private record Content(ByteBuffer bytes, String etag, Instant lastModified) {}

    private final class InMemoryObject implements StorageObject {

        private final String href;
        private final Content content;

        InMemoryObject(String href, Content content) {
            this.href = href;
            this.content = content;
        }

        @Override
        public String href() {
            return href;
        }

        @Override
        public Optional<String> siblingHref(String name) {
            int folder = Math.max(href.lastIndexOf('/'), href.lastIndexOf(':'));
            return Optional.of(href.substring(0, folder + 1) + name);
        }

        @Override
        public long size() {
            return content.bytes().limit();
        }

        @Override
        public Optional<String> etag() {
            return Optional.of(content.etag());
        }

        @Override
        public Optional<Instant> lastModified() {
            return Optional.of(content.lastModified());
        }

        @Override
        public ByteBuffer read(long offset, int length) {
            ByteRange range = new ByteRange(offset, length);
            reads.add(range);
            if (!content(href).etag().equals(content.etag())) {
                throw new StacGeneratorException(ErrorCode.ASSET_CHANGED, "%s changed".formatted(href));
            }
            int start = (int) Math.min(range.offset(), size());
            int end = (int) Math.min(range.end(), size());
            return content.bytes().slice(start, end - start);
        }

        @Override
        public void close() {}
    }
}

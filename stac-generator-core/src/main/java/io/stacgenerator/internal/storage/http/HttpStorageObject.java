package io.stacgenerator.internal.storage.http;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.storage.object.Ranges;
import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file behind HTTP(S). Keeps its head, and what was last read ahead. */
final class HttpStorageObject implements StorageObject {

    /** What the first request gets, and the least that a later single read gets. */
    static final int READ_AHEAD = 32 << 10;

    private final HttpFetcher fetcher;
    private final HttpAsk ask;
    private final Version version;
    private volatile HttpTarget source;
    private volatile Window head;
    private volatile Window recent;

    private HttpStorageObject(HttpFetcher fetcher, HttpAsk ask, HttpPart first) {
        this.fetcher = fetcher;
        this.ask = ask;
        version = first.version();
        source = first.source();
        head = first.window();
        recent = first.window();
    }

    static HttpStorageObject open(HttpFetcher fetcher, HttpTarget target, String href, StorageContext context) {
        HttpAsk ask = new HttpAsk(href, target, new ByteRange(0, READ_AHEAD), null, null, context);
        return new HttpStorageObject(fetcher, ask, fetcher.get(ask));
    }

    /** Opens a document whose bytes other requests may have fetched before. */
    static HttpStorageObject open(
            HttpFetcher fetcher, Documents documents, HttpTarget target, String href, StorageContext context) {
        HttpAsk ask = new HttpAsk(href, target, new ByteRange(0, Documents.LARGEST), null, null, context);
        return new HttpStorageObject(fetcher, ask, documents.get(ask));
    }

    @Override
    public String href() {
        return ask.href();
    }

    @Override
    public long size() {
        return version.size();
    }

    @Override
    public Optional<String> etag() {
        return version.etag();
    }

    @Override
    public Optional<Instant> lastModified() {
        return version.lastModified();
    }

    @Override
    public ByteBuffer read(long offset, int length) {
        return read(Ranges.clip(offset, length, size()));
    }

    private ByteBuffer read(ByteRange range) {
        Window known = known(range);
        if (known != null) {
            return known.slice(range);
        }
        Window start = head;
        if (start.holds(range.offset())) {
            return joined(start, range);
        }
        Window window = fetch(Ranges.clip(range.offset(), Math.max(range.length(), READ_AHEAD), size()));
        if (range.length() < READ_AHEAD) {
            recent = window;
        }
        return window.slice(range);
    }

    private ByteBuffer joined(Window start, ByteRange range) {
        int inside = (int) (start.end() - range.offset());
        ByteBuffer rest = read(new ByteRange(start.end(), range.length() - inside));
        return ByteBuffer.allocate(range.length())
                .put(start.slice(new ByteRange(range.offset(), inside)))
                .put(rest)
                .flip();
    }

    @Override
    public List<ByteBuffer> read(List<ByteRange> ranges) {
        List<ByteRange> clipped = ranges.stream()
                .map(range -> Ranges.clip(range.offset(), range.length(), size()))
                .toList();
        List<Window> fetched = Ranges.merge(
                        clipped.stream().filter(range -> known(range) == null).toList())
                .stream()
                .map(this::fetch)
                .toList();
        return clipped.stream().map(range -> slice(range, fetched)).toList();
    }

    private ByteBuffer slice(ByteRange range, List<Window> fetched) {
        return fetched.stream()
                .filter(window -> window.holds(range))
                .findFirst()
                .map(window -> window.slice(range))
                .orElseGet(() -> read(range));
    }

    private @Nullable Window known(ByteRange range) {
        return range.length() == 0
                ? new Window(range.offset(), ByteBuffer.allocate(0))
                : Stream.of(head, recent)
                        .filter(window -> window.holds(range))
                        .findFirst()
                        .orElse(null);
    }

    private Window fetch(ByteRange range) {
        HttpPart part = get(new HttpAsk(ask.href(), source, range, version, null, ask.context()));
        if (part.window().offset() == 0 && part.window().end() == size()) {
            head = part.window();
        }
        return part.window();
    }

    /** What a redirect led to may be a signed URL that expires. */
    private HttpPart get(HttpAsk part) {
        try {
            return fetcher.get(part);
        } catch (StacGeneratorException e) {
            boolean gone = e.code() == ErrorCode.ACCESS_DENIED || e.code() == ErrorCode.NOT_FOUND;
            if (!gone || part.target().equals(ask.target())) {
                throw e;
            }
            HttpPart again = fetcher.get(part.at(ask.target()));
            source = again.source();
            return again;
        }
    }

    @Override
    public void close() {}
}

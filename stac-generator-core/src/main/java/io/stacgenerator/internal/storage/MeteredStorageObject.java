package io.stacgenerator.internal.storage;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.storage.object.Failures;
import io.stacgenerator.internal.storage.object.Ranges;
import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts what is read towards the limits of the request, and reports failures without credentials. */
final class MeteredStorageObject implements StorageObject {

    private final StorageObject object;
    private final String opened;
    private final String href;
    private final RequestBudget budget;

    /**
     * Wraps an object.
     *
     * @param object the object
     * @param opened the href that it was opened by, with its credentials
     * @param href the href to publish
     * @param budget the limits of the request
     */
    MeteredStorageObject(StorageObject object, String opened, String href, RequestBudget budget) {
        this.object = object;
        this.opened = opened;
        this.href = href;
        this.budget = budget;
    }

    @Override
    public String href() {
        return href;
    }

    @Override
    public Optional<String> siblingHref(String name) {
        return object.siblingHref(name).or(() -> Optional.of(Hrefs.sibling(opened, name)));
    }

    @Override
    public long size() {
        return object.size();
    }

    @Override
    public Optional<String> etag() {
        return object.etag();
    }

    @Override
    public Optional<Instant> lastModified() {
        return object.lastModified();
    }

    @Override
    public ByteBuffer read(long offset, int length) {
        budget.charge(href, Ranges.clip(offset, length, size()).length());
        ByteBuffer bytes = Failures.translate(href, () -> object.read(offset, length));
        budget.told(href, bytes.remaining(), size());
        return bytes;
    }

    @Override
    public List<ByteBuffer> read(List<ByteRange> ranges) {
        for (ByteRange range : ranges) {
            budget.charge(
                    href, Ranges.clip(range.offset(), range.length(), size()).length());
        }
        List<ByteBuffer> parts = Failures.translate(href, () -> object.read(ranges));
        budget.told(href, parts.stream().mapToLong(ByteBuffer::remaining).sum(), size());
        return parts;
    }

    @Override
    public Optional<Path> localPath() {
        return object.localPath();
    }

    @Override
    public void close() throws IOException {
        object.close();
    }
}

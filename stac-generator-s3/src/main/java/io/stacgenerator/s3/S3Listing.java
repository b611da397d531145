package io.stacgenerator.s3;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** The keys that start with a prefix, page by page (ListObjectsV2), without those of folders. */
final class S3Listing implements Iterator<ListedKey> {

    private final S3Storage storage;
    private final S3Href prefix;
    private final StorageContext context;
    private final String query;
    private Iterator<ListedKey> page;
    private @Nullable String next;

    private S3Listing(S3Storage storage, S3Href prefix, StorageContext context, String delimiter) throws IOException {
        this.storage = storage;
        this.prefix = prefix;
        this.context = context;
        query = "list-type=2&encoding-type=url" + delimiter + "&prefix=" + SdkHttpUtils.urlEncode(prefix.key());
        page = read("");
    }

    /** Returns the keys of objects. */
    static Stream<String> keys(S3Storage storage, S3Href prefix, StorageContext context) throws IOException {
        return new S3Listing(storage, prefix, context, "").stream().map(ListedKey::key);
    }

    /** Returns the start of keys up to the next slash; none when an object has no such slash in its key. */
    static List<String> folders(S3Storage storage, S3Href prefix, StorageContext context) throws IOException {
        List<String> folders = new ArrayList<>();
        S3Listing level = new S3Listing(storage, prefix, context, "&delimiter=%2F");
        // The first object ends it, so that a flat bucket of millions costs one page.
        boolean split = level.stream().allMatch(key -> key.prefix() && folders.add(key.key()));
        return split ? folders : List.of();
    }

    /** Consoles make an empty object for a folder, whose key ends with a slash. */
    private Stream<ListedKey> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
                .filter(key -> key.prefix() || !key.key().endsWith("/"));
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && next != null) {
            try {
                page = read("&continuation-token=" + SdkHttpUtils.urlEncode(next));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return page.hasNext();
    }

    @Override
    public ListedKey next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private Iterator<ListedKey> read(String continuation) throws IOException {
        URI url = storage.bucketUrl(prefix.bucket(), query + continuation);
        String name = storage.publicHref(prefix);
        try (StorageObject answer = context.openHttp(url, name, storage.signer(prefix.bucket()))) {
            ByteBuffer bytes = answer.read(0, (int) Math.min(answer.size(), Integer.MAX_VALUE - 8));
            S3Page read = S3Page.parse(bytes);
            String before = next;
            next = read.next();
            if (next != null && next.equals(before)) {
                throw new StacGeneratorException(
                        ErrorCode.STORAGE_UNAVAILABLE, "%s is listed in a circle by its storage".formatted(name));
            }
            return read.keys().iterator();
        } catch (IllegalArgumentException e) {
            throw new StacGeneratorException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "%s cannot be listed: the response is not a list of objects".formatted(name),
                    e);
        }
    }
}

package io.stacgenerator.gcs;

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

/** The objects whose names start with a prefix, page by page, without those of folders. */
final class GcsListing implements Iterator<ListedObject> {

    private final GcsStorage storage;
    private final GcsHref prefix;
    private final StorageContext context;
    private final String query;
    private Iterator<ListedObject> page;
    private @Nullable String next;

    private GcsListing(GcsStorage storage, GcsHref prefix, StorageContext context, String delimiter)
            throws IOException {
        this.storage = storage;
        this.prefix = prefix;
        this.context = context;
        query = "fields=nextPageToken,prefixes,items/name" + delimiter + "&prefix=" + encoded(prefix.object());
        page = read("");
    }

    /** Returns the names of objects. */
    static Stream<String> names(GcsStorage storage, GcsHref prefix, StorageContext context) throws IOException {
        return new GcsListing(storage, prefix, context, "").stream().map(ListedObject::name);
    }

    /** Returns the start of names up to the next slash; none when an object has no such slash in its name. */
    static List<String> folders(GcsStorage storage, GcsHref prefix, StorageContext context) throws IOException {
        List<String> folders = new ArrayList<>();
        GcsListing level = new GcsListing(storage, prefix, context, "&delimiter=%2F");
        // The first object ends it, so that a flat bucket of millions costs one page.
        boolean split = level.stream().allMatch(object -> object.prefix() && folders.add(object.name()));
        return split ? folders : List.of();
    }

    /** Consoles make an empty object for a folder, whose name ends with a slash. */
    private Stream<ListedObject> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
                .filter(object -> object.prefix() || !object.name().endsWith("/"));
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && next != null) {
            try {
                page = read("&pageToken=" + encoded(next));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return page.hasNext();
    }

    @Override
    public ListedObject next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private static String encoded(String value) {
        return GcsHref.encoded(value).replace("/", "%2F");
    }

    private Iterator<ListedObject> read(String continuation) throws IOException {
        URI url = storage.listUrl(prefix.bucket(), query + continuation);
        String name = storage.publicHref(prefix);
        try (StorageObject answer = context.openHttp(url, name, storage.access())) {
            ByteBuffer bytes = answer.read(0, (int) Math.min(answer.size(), Integer.MAX_VALUE - 8));
            GcsPage read = GcsPage.parse(bytes);
            String before = next;
            next = read.next();
            if (next != null && next.equals(before)) {
                throw new StacGeneratorException(
                        ErrorCode.STORAGE_UNAVAILABLE, "%s is listed in a circle by its storage".formatted(name));
            }
            return read.objects().iterator();
        } catch (IllegalArgumentException e) {
            throw new StacGeneratorException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "%s cannot be listed: the response is not a list of objects".formatted(name),
                    e);
        }
    }
}

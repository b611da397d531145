package io.stacgenerator.spi;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@link StorageResolver#list} and {@link StorageResolver#split} return of a storage that lists its objects page
 * by page over HTTP, as object storages do. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class HttpListing {

    private static final Page END = new Page(List.of(), null);

    private final StorageContext context;
    private final String href;
    private final RequestSigner signer;
    private final Pages pages;

    /**
     * Creates a listing; nothing is requested yet.
     *
     * @param context what requests the pages
     * @param href what is listed, in the form that may be published
     * @param signer what proves who asks
     * @param pages how the storage is asked, and what it answers
     */
    public HttpListing(StorageContext context, String href, RequestSigner signer, Pages pages) {
        this.context = context;
        this.href = href;
        this.signer = signer;
        this.pages = pages;
    }

    /**
     * Returns the hrefs of the objects. Requests the first page; the stream requests the others.
     *
     * @return the hrefs in the order of the storage, without those that stand for a folder
     * @throws StacGeneratorException as {@link StorageResolver#list} says, which the stream throws too
     * @throws IOException when reading fails otherwise; the stream throws {@link UncheckedIOException}
     */
    public Stream<String> objects() throws IOException {
        return entries("").map(this::href);
    }

    /**
     * Returns the hrefs of the folders: the starts of names up to the next slash.
     *
     * @return the hrefs; none when an object has no such slash in its name
     * @throws StacGeneratorException as {@link StorageResolver#list} says
     * @throws IOException when reading fails otherwise
     */
    public List<String> folders() throws IOException {
        List<String> folders = new ArrayList<>();
        // The first object ends it, so that a flat bucket of millions costs one page.
        boolean split = entries("/").allMatch(entry -> entry.prefix() && folders.add(href(entry)));
        return split ? folders : List.of();
    }

    private String href(Entry entry) {
        return pages.href(entry.name());
    }

    /** Consoles make an empty object for a folder, whose name ends with a slash. */
    private Stream<Entry> entries(String delimiter) throws IOException {
        return Stream.iterate(read(delimiter, null), page -> !page.equals(END), page -> after(page, delimiter))
                .flatMap(page -> page.entries().stream())
                .filter(entry -> entry.prefix() || !entry.name().endsWith("/"));
    }

    private Page after(Page page, String delimiter) {
        if (page.next() == null) {
            return END;
        }
        try {
            Page next = read(delimiter, page.next());
            if (page.next().equals(next.next())) {
                throw unavailable("%s is listed in a circle by its storage", null);
            }
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page read(String delimiter, @Nullable String token) throws IOException {
        try (StorageObject answer = context.openHttp(pages.url(delimiter, token), href, signer)) {
            return pages.parse(answer.read(0, (int) Math.min(answer.size(), Integer.MAX_VALUE - 8)));
        } catch (IllegalArgumentException e) {
            throw unavailable("%s cannot be listed: the response is not a list of objects", e);
        }
    }

    private StacGeneratorException unavailable(String reason, @Nullable Throwable cause) {
        return new StacGeneratorException(ErrorCode.STORAGE_UNAVAILABLE, reason.formatted(href), cause);
    }

    /**
     * How a storage is asked for a page, and what it answers.
     *
     * @since 0.1.0
     */
    public interface Pages {

        /**
         * Returns the URL of a page.
         *
         * @param delimiter what ends the starts of names that are asked for; empty to ask for whole names
         * @param token what the page before gave to continue, or null for the first
         * @return the URL to request
         */
        URI url(String delimiter, @Nullable String token);

        /**
         * Reads a page.
         *
         * @param body the body of the answer
         * @return the page
         * @throws IllegalArgumentException when it is something else
         */
        Page parse(ByteBuffer body);

        /**
         * Returns the href of an entry.
         *
         * @param name the name of an object, or what the names of several start with
         * @return the href, in the form in which the prefix was given
         */
        String href(String name);
    }

    /**
     * A page of a listing.
     *
     * @param entries what it has, in the order of the storage
     * @param next what continues it, or null at the end
     * @since 0.1.0
     */
    public record Page(List<Entry> entries, @Nullable String next) {}

    /**
     * An object, or several.
     *
     * @param name the name of an object, or what the names of several start with
     * @param prefix whether it is the start of several names
     * @since 0.1.0
     */
    public record Entry(String name, boolean prefix) {}
}

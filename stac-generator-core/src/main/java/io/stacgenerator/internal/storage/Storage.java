package io.stacgenerator.internal.storage;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.href.HrefPrefix;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.internal.storage.http.HttpStorageResolver;
import io.stacgenerator.internal.storage.object.Failures;
import io.stacgenerator.internal.storage.object.SuppliedFiles;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The storage as one request sees it: the installed resolvers, under the policy and within the limits of the request.
 *
 * <p>Make one at the start of each request, for its time and bytes are counted from there. Every failure is a
 * {@link StacGeneratorException} without credentials in its message and causes. Closed at the end of the request, for
 * the memory of its documents is counted until then. Thread-safe.
 */
public final class Storage implements AutoCloseable {

    /** Signed URLs have up to some 4,000 characters, and servers refuse those beyond 8,000 to 16,000. */
    private static final int LONGEST_HREF = 16_384;

    private final List<StorageResolver> resolvers;
    private final RequestBudget budget;
    private final StandingContext context;
    private final SuppliedFiles supplied;

    /**
     * Starts a request.
     *
     * @param resolvers the resolvers in the order in which they are asked
     * @param policy what may be read
     */
    public Storage(List<StorageResolver> resolvers, StoragePolicy policy) {
        this(resolvers, policy, InstantSource.system());
    }

    /**
     * Starts a request with options and files of its own.
     *
     * @param resolvers the resolvers in the order in which they are asked
     * @param policy what may be read
     * @param options its time and headers
     * @param supplied the files that come with it
     * @param reads hears of each read
     */
    public Storage(
            List<StorageResolver> resolvers,
            StoragePolicy policy,
            GenerationOptions options,
            SuppliedFiles supplied,
            ReadListener reads) {
        this(resolvers, policy, options, supplied, reads, InstantSource.system());
    }

    Storage(List<StorageResolver> resolvers, StoragePolicy policy, InstantSource clock) {
        this(resolvers, policy, GenerationOptions.ofDefaults(), SuppliedFiles.NONE, ReadListener.NONE, clock);
    }

    private Storage(
            List<StorageResolver> resolvers,
            StoragePolicy policy,
            GenerationOptions options,
            SuppliedFiles supplied,
            ReadListener reads,
            InstantSource clock) {
        this.resolvers = List.copyOf(resolvers);
        this.supplied = supplied;
        HttpStorageResolver http = http(resolvers);
        this.context = new StandingContext(policy, http, false);
        this.budget = new RequestBudget(policy, options, reads, http, clock);
    }

    private static HttpStorageResolver http(List<StorageResolver> resolvers) {
        return resolvers.stream()
                .filter(HttpStorageResolver.class::isInstance)
                .map(HttpStorageResolver.class::cast)
                .findFirst()
                .orElseGet(HttpStorageResolver::new);
    }

    /**
     * Opens an object. Blocks.
     *
     * @param href an absolute URI or a path
     * @return the object, whose reads count towards the limits of the request and fail with
     *     {@link StacGeneratorException} alone; the caller closes it
     * @throws StacGeneratorException with {@code UNSUPPORTED_HREF}, {@code ACCESS_REFUSED}, {@code NOT_FOUND},
     *     {@code ACCESS_DENIED}, {@code STORAGE_UNAVAILABLE}, {@code LIMIT_EXCEEDED} or {@code CANCELED}
     */
    public StorageObject open(String href) {
        return open(href, (resolver, allowed) -> resolver.open(href, budget.ofFiles(allowed)));
    }

    private StorageObject open(String href, Opening opening) {
        requireShort(href);
        if (supplied.contain(href)) {
            String published = publicHref(href);
            budget.charge(published, 0);
            return Failures.translate(
                    published, () -> new MeteredStorageObject(supplied.open(href), href, published, budget));
        }
        StorageResolver resolver = find(href).orElseThrow(() -> unsupported(href));
        boolean allowed = isAllowed(resolver, href);
        String publicHref = published(resolver, href);
        budget.charge(publicHref, 0);
        return Failures.translate(
                publicHref, () -> new MeteredStorageObject(opening.open(resolver, allowed), href, publicHref, budget));
    }

    /**
     * Checks an href by the prefixes of the policy, in the form in which its storage publishes both, or else by its
     * scheme. That form may change within a request, as when S3 has learned the region of a bucket, so that prefixes
     * are published anew for each href.
     *
     * @return whether a prefix allows it
     * @throws StacGeneratorException with {@code ACCESS_REFUSED}
     */
    private boolean isAllowed(StorageResolver resolver, String href) {
        List<String> prefixes = policy().prefixes().stream()
                .filter(prefix -> find(prefix).filter(resolver::equals).isPresent())
                .map(prefix -> published(resolver, prefix))
                .toList();
        boolean allowed = !prefixes.isEmpty() && isBelow(prefixes, published(resolver, href));
        if (!allowed) {
            policy().checkScheme(href);
        }
        return allowed;
    }

    private static boolean isBelow(List<String> prefixes, String href) {
        return prefixes.stream().anyMatch(prefix -> HrefPrefix.of(prefix).holds(href));
    }

    /** Opens an object by its resolver. */
    @FunctionalInterface
    private interface Opening {

        StorageObject open(StorageResolver resolver, boolean allowed) throws IOException;
    }

    private static void requireShort(String href) {
        if (href.length() > LONGEST_HREF) {
            throw new StacGeneratorException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "an href has %d characters, more than the limit hrefLength, %d"
                            .formatted(href.length(), LONGEST_HREF));
        }
    }

    /**
     * Starts the budget of an asset or a metadata document.
     *
     * @param href the href that may be published
     * @param size the size in bytes
     * @return its budget, which ends with the time of the request
     */
    public AssetBudget budget(String href, long size) {
        return new AssetBudget(
                budget.policy().assetLimits(), href, size, budget.deadline().orElse(null));
    }

    /**
     * Returns the policy.
     *
     * @return what may be read
     */
    public StoragePolicy policy() {
        return budget.policy();
    }

    /**
     * Returns the context of a resolver outside of a request.
     *
     * @return the policy, and URLs that are opened as in a request
     */
    public StorageContext context() {
        return context;
    }

    /**
     * Returns the HTTP of the generator.
     *
     * @return the installed resolver
     */
    public HttpStorageResolver http() {
        return context.http();
    }

    /**
     * Lists what a storage holds. Blocks, also while the stream is consumed.
     *
     * @param prefix the start of names, or a folder
     * @return hrefs to open, with the credentials of the prefix; the caller closes the stream, which fails as
     *     {@link #open} does
     * @throws StacGeneratorException as {@link #open} says
     */
    public Stream<String> list(String prefix) {
        requireShort(prefix);
        StorageResolver resolver = find(prefix).orElseThrow(() -> unsupported(prefix));
        StorageContext listed = context.with(isAllowed(resolver, prefix));
        String publicHref = published(resolver, prefix);
        return Failures.translate(publicHref, () -> Listing.of(publicHref, resolver.list(prefix, listed)));
    }

    /**
     * Splits what {@link #list} lists. Blocks.
     *
     * @param prefix the start of names, or a folder
     * @return prefixes to list, with the credentials of the prefix
     * @throws StacGeneratorException as {@link #open} says
     */
    public List<String> split(String prefix) {
        requireShort(prefix);
        StorageResolver resolver = find(prefix).orElseThrow(() -> unsupported(prefix));
        StorageContext listed = context.with(isAllowed(resolver, prefix));
        return Failures.translate(published(resolver, prefix), () -> resolver.split(prefix, listed));
    }

    /**
     * Returns the form of an href that may be published. No I/O.
     *
     * @param href an absolute URI or a path, which no resolver needs to support
     * @return the href, absolute where a resolver supports it, without credentials
     */
    public String publicHref(String href) {
        return find(href).map(resolver -> published(resolver, href)).orElseGet(() -> Secrets.published(href));
    }

    /**
     * Reads a whole document, up to the limit of the policy.
     *
     * @param href an absolute URI or a path
     * @return the bytes
     * @throws StacGeneratorException as {@link #open} says; with {@code LIMIT_EXCEEDED} when the document is too large
     */
    public byte[] readAll(String href) {
        try (StorageObject object = open(href)) {
            return readAll(object, 1);
        } catch (IOException e) {
            throw Failures.translated(publicHref(href), e);
        }
    }

    /**
     * Reads a whole document that many requests have in common, such as a Collection, up to the limit of the policy.
     * Behind HTTP it is kept, and the server is asked whether it is still the same.
     *
     * @param href an absolute URI or a path
     * @return the bytes
     * @throws StacGeneratorException as {@link #readAll(String)} says
     */
    public byte[] readShared(String href) {
        try (StorageObject object =
                open(href, (resolver, allowed) -> resolver.openShared(href, budget.ofDocuments(allowed)))) {
            return readAll(object, DocumentMemory.PART_OF_SHARED);
        } catch (IOException e) {
            throw Failures.translated(publicHref(href), e);
        }
    }

    /** Gives the memory of the documents to other requests. */
    @Override
    public void close() {
        budget.release();
    }

    private byte[] readAll(StorageObject object, int part) throws IOException {
        long limit = policy().metadataBytes();
        long size = object.size();
        if (size > Math.min(limit, Integer.MAX_VALUE - 8)) {
            throw new StacGeneratorException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "%s has %d bytes, at most %d are read".formatted(object.href(), size, limit));
        }
        budget.hold(object.href(), DocumentMemory.ofText(size));
        byte[] bytes = new byte[(int) size];
        object.read(0, bytes.length).get(bytes);
        budget.hold(object.href(), DocumentMemory.ofValues(bytes) / part);
        return bytes;
    }

    private static String published(StorageResolver resolver, String href) {
        return Failures.translate(Secrets.published(href), () -> resolver.publicHref(href));
    }

    private Optional<StorageResolver> find(String href) {
        return resolvers.stream().filter(resolver -> resolver.supports(href)).findFirst();
    }

    private StacGeneratorException unsupported(String href) {
        return new StacGeneratorException(
                ErrorCode.UNSUPPORTED_HREF,
                "no storage reads '%s', installed are: %s"
                        .formatted(
                                Secrets.published(href),
                                resolvers.stream().map(StorageResolver::id).collect(Collectors.joining(", "))));
    }
}

package io.stacgenerator.spi;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens hrefs of one kind of storage for reading.
 *
 * <p>The first resolver, in order, whose {@link #supports} says so is asked. Thread-safe.
 *
 * @since 0.1.0
 */
public interface StorageResolver extends Service {

    /**
     * Returns whether this resolver reads such hrefs. Decides by the text alone: no I/O.
     *
     * @param href an absolute URI, or a path of the local file system
     * @return true when {@link #open} is to be called for it
     */
    boolean supports(String href);

    /**
     * Opens an object for reading. May block. A remote object costs at most one request here, whose bytes are kept for
     * the first reads.
     *
     * @param href an href that is supported, with the credentials it may carry
     * @param context what the storage may and may not do
     * @return the object; the caller closes it
     * @throws io.stacgenerator.StacGeneratorException with {@code NOT_FOUND}, {@code ACCESS_DENIED},
     *     {@code ACCESS_REFUSED} or {@code STORAGE_UNAVAILABLE}; {@code UNSUPPORTED_HREF} when the href is malformed,
     *     {@code LIMIT_EXCEEDED} when opening would read more than the policy allows
     * @throws IOException when reading fails otherwise; reported as {@code STORAGE_UNAVAILABLE}
     */
    StorageObject open(String href, StorageContext context) throws IOException;

    /**
     * Opens a document that many requests have in common, such as a Collection. A storage may keep it, if it finds out
     * each time whether it is still the same.
     *
     * @param href an href that is supported, with the credentials it may carry
     * @param context what the storage may and may not do
     * @return the object, by default that of {@link #open}; the caller closes it
     * @throws io.stacgenerator.StacGeneratorException as {@link #open} says
     * @throws IOException when reading fails otherwise
     */
    default StorageObject openShared(String href, StorageContext context) throws IOException {
        return open(href, context);
    }

    /**
     * Returns the form of an href that may be published: absolute, and without credentials, signatures and user-info.
     * No I/O.
     *
     * @param href an href that is supported
     * @return the href to write into an Item
     */
    String publicHref(String href);

    /**
     * Lists the objects whose names start with a prefix, or the files in a folder and below it. Blocks, also while the
     * stream is consumed.
     *
     * @param prefix an href that is supported, with the credentials it may carry
     * @param context what may be read; without deadline
     * @return hrefs that {@link #open} takes, with the credentials of the prefix, in the order of their names; the
     *     caller closes the stream, which may throw what {@link #open} throws
     * @throws io.stacgenerator.StacGeneratorException as {@link #open} says; by default with {@code UNSUPPORTED_HREF},
     *     as not every storage can list
     * @throws IOException when reading fails otherwise
     */
    default Stream<String> list(String prefix, StorageContext context) throws IOException {
        throw new StacGeneratorException(
                ErrorCode.UNSUPPORTED_HREF, "%s cannot be listed by storage '%s'".formatted(publicHref(prefix), id()));
    }

    /**
     * Splits what {@link #list} lists, so that several machines can list it. Blocks.
     *
     * @param prefix an href that is supported, with the credentials it may carry
     * @param context what may be read; without deadline
     * @return prefixes for {@link #list}, with the credentials of the prefix, whose objects are together those of the
     *     prefix; by default the prefix alone
     * @throws io.stacgenerator.StacGeneratorException as {@link #list} says
     * @throws IOException when reading fails otherwise
     */
    default List<String> split(String prefix, StorageContext context) throws IOException {
        return List.of(prefix);
    }
}

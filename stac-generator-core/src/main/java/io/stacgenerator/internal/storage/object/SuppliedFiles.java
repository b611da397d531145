package io.stacgenerator.internal.storage.object;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.util.Map;

/**
 * Files that come with a request instead of from a storage. They are the caller's own, so that the policy does not ask
 * for them.
 *
 * @param openers what opens each of them, by the href that the request names it by
 */
public record SuppliedFiles(Map<String, Opener> openers) {

    /** Opens a file; each call returns an object of its own, which its user closes. */
    @FunctionalInterface
    public interface Opener {

        /**
         * Opens the file.
         *
         * @return the open file
         * @throws IOException when that fails
         */
        StorageObject open() throws IOException;
    }

    /** No files. */
    public static final SuppliedFiles NONE = new SuppliedFiles(Map.of());

    /**
     * Returns whether the request brings a file.
     *
     * @param href what the request names it by
     * @return true when it does
     */
    public boolean contain(String href) {
        return openers.containsKey(href);
    }

    /**
     * Opens a file that the request brings.
     *
     * @param href what the request names it by
     * @return the open file
     * @throws IOException when that fails
     */
    public StorageObject open(String href) throws IOException {
        return requireNonNull(openers.get(href), href).open();
    }
}

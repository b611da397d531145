package io.stacgenerator.internal.storage;

/** Hears of each read. */
@FunctionalInterface
public interface ReadListener {

    /** Ignores them. */
    ReadListener NONE = (href, length, size) -> {};

    /**
     * Bytes were read.
     *
     * @param href the form of the href that may be published
     * @param length how many bytes
     * @param size the size of the file
     */
    void read(String href, long length, long size);
}

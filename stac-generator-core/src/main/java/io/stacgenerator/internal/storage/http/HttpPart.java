package io.stacgenerator.internal.storage.http;

/**
 * What a server sent.
 *
 * @param source where the last redirect led to
 * @param version the version of the file
 * @param window the bytes that were asked for, or the whole file
 * @param keepable whether it may be kept, to ask later whether it is still the same
 */
record HttpPart(HttpTarget source, Version version, Window window, boolean keepable) {

    boolean whole() {
        return window.offset() == 0 && window.end() == version.size();
    }
}

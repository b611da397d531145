package io.stacgenerator.internal.storage.http;

import java.nio.ByteBuffer;

/**
 * What a server sent.
 *
 * @param source where the last redirect led to
 * @param version the version of the file
 * @param window the bytes that were asked for, or the whole file
 */
record HttpPart(HttpTarget source, Version version, Window window) {

    HttpPart(HttpTarget source, Version version, long offset, ByteBuffer bytes) {
        this(source, version, new Window(offset, bytes));
    }
}

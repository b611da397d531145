package io.stacgenerator.cli.request;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the requests of a batch come from, one by one. */
public interface RequestSource extends Closeable {

    /** Returns the next request, or null at the end. */
    @Nullable RequestLine next() throws IOException;
}

package io.stacgenerator.internal.storage.http;

import io.stacgenerator.spi.ByteRange;
import io.stacgenerator.spi.StorageContext;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a server.
 *
 * @param href the public form of the file, for messages
 * @param target where it is
 * @param range the part, or null for the whole
 * @param expected the version that is being read, or null before one is known
 * @param context policy and deadline
 */
record HttpAsk(
        String href,
        HttpTarget target,
        @Nullable ByteRange range,
        @Nullable Version expected,
        StorageContext context) {

    HttpAsk whole() {
        return new HttpAsk(href, target, null, expected, context);
    }

    HttpAsk at(HttpTarget other) {
        return new HttpAsk(href, other, range, expected, context);
    }
}

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
 * @param kept what was sent before and need not be sent again where it is still the same, or null
 * @param context policy and deadline
 */
record HttpAsk(
        String href,
        HttpTarget target,
        @Nullable ByteRange range,
        @Nullable Version expected,
        @Nullable HttpPart kept,
        StorageContext context) {

    HttpAsk keeping(@Nullable HttpPart part) {
        return new HttpAsk(href, target, range, expected, part, context);
    }

    HttpAsk whole() {
        return new HttpAsk(href, target, null, expected, kept, context);
    }

    HttpAsk at(HttpTarget other) {
        return new HttpAsk(href, other, range, expected, kept, context);
    }
}

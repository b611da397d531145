package io.stacgenerator.internal.storage.http;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header that says which part of a file an answer is (RFC 9110, section 14.4).
 *
 * @param start the first byte
 * @param end the byte after the last one
 * @param size the size of the whole file, or empty when the server does not know it
 */
record ContentRange(long start, long end, OptionalLong size) {

    private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(?:(\\d{1,18})|\\*)");

    static @Nullable ContentRange parse(String header) {
        Matcher matcher = FORM.matcher(header.strip());
        if (!matcher.matches()) {
            return null;
        }
        String size = matcher.group(3);
        return new ContentRange(
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)) + 1,
                size == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(size)));
    }
}

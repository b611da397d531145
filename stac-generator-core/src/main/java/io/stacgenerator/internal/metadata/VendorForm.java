package io.stacgenerator.internal.metadata;

import io.stacgenerator.spi.MetadataDocument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells a vendor's documents.
 *
 * @param providers the names of the vendor, in lower-case letters and digits only
 * @param content what is found near the start of its documents
 */
record VendorForm(Set<String> providers, Pattern content) {

    private static final int START = 64 * 1024;

    /** Tells whether a document is the vendor's: another provider means that it is not. */
    boolean matches(MetadataDocument document, @Nullable String provider) {
        return (provider == null || providers.contains(plain(provider)))
                && content.matcher(start(document)).find();
    }

    private static String plain(String provider) {
        return provider.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String start(MetadataDocument document) {
        ByteBuffer bytes = document.content();
        bytes.limit(Math.min(bytes.limit(), START));
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }
}

package io.stacgenerator.spi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * A metadata file as it was read.
 *
 * @param href the form of its href that may be published
 * @param content all its bytes, read-only; of its own position on each call
 * @since 0.1.0
 */
public record MetadataDocument(String href, ByteBuffer content) {

    /** Keeps a read-only view. */
    public MetadataDocument {
        content = content.asReadOnlyBuffer();
    }

    @Override
    public ByteBuffer content() {
        return content.duplicate();
    }

    /**
     * Returns the content as text.
     *
     * @return decoded as UTF-8, without a byte order mark
     */
    public String text() {
        String text = UTF_8.decode(content()).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}

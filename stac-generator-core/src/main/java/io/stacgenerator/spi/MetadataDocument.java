package io.stacgenerator.spi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

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
     * @return decoded as UTF-8, without a byte order mark; as ISO-8859-1 where it is not UTF-8
     */
    public String text() {
        String text = isUtf8()
                ? UTF_8.decode(content()).toString()
                : ISO_8859_1.decode(content()).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Returns whether the content is UTF-8, as JSON must be.
     *
     * @return false when bytes are none of UTF-8
     */
    public boolean isUtf8() {
        try {
            UTF_8.newDecoder().decode(content());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}

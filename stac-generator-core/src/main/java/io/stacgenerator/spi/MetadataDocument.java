package io.stacgenerator.spi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

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
     * @return decoded by {@link #charset()}, without a byte order mark
     */
    public String text() {
        String text = charset().decode(content()).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Returns how the content is encoded.
     *
     * @return UTF-16 where one of the first two bytes is 0 or they are its byte order mark (XML 1.0, appendix F), else
     *     UTF-8, or ISO-8859-1 where the bytes are not valid UTF-8
     */
    public Charset charset() {
        int start = content.remaining() < 2 ? -1 : content.getShort(content.position()) & 0xFFFF;
        if (start == 0xFEFF || (start > 0 && start <= 0xFF)) {
            return UTF_16BE;
        }
        if (start == 0xFFFE || (start > 0xFF && (start & 0xFF) == 0)) {
            return UTF_16LE;
        }
        return isValidUtf8() ? UTF_8 : ISO_8859_1;
    }

    /**
     * Returns whether the content is UTF-8, as JSON must be.
     *
     * @return false when the bytes are not valid UTF-8, or are UTF-16
     */
    public boolean isUtf8() {
        return charset().equals(UTF_8);
    }

    private boolean isValidUtf8() {
        try {
            UTF_8.newDecoder().decode(content());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}

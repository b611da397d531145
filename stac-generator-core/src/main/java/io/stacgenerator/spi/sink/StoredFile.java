package io.stacgenerator.spi.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A small file of a target as it was read.
 *
 * @param text its content, which is UTF-8
 * @param version distinguishes it from other versions of the file, such as an ETag
 * @since 0.1.0
 */
public record StoredFile(String text, String version) {

    /**
     * Creates it of bytes.
     *
     * @param bytes UTF-8
     * @param version the version
     * @return the file
     */
    public static StoredFile of(byte[] bytes, String version) {
        return new StoredFile(new String(bytes, UTF_8), version);
    }
}

package io.stacgenerator.spi;

/**
 * A run of bytes in an object.
 *
 * @param offset the first byte, from 0
 * @param length the number of bytes
 * @since 0.1.0
 */
public record ByteRange(long offset, int length) {

    /** Checks that nothing is negative, the end included. */
    public ByteRange {
        if (offset < 0 || length < 0 || offset > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException(
                    "byte range of %d bytes at %d: expected nothing negative and an end below 2^63"
                            .formatted(length, offset));
        }
    }

    /**
     * Returns the end of the range.
     *
     * @return the offset of the first byte behind it
     */
    public long end() {
        return offset + length;
    }
}

package io.stacgenerator.internal.geotiff.tiff;

import static io.stacgenerator.internal.geotiff.tiff.TiffError.invalid;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * A field of an image file directory; its values are read when they are asked for.
 *
 * @param bytes the file
 * @param id the number of the tag
 * @param type the type of the values
 * @param count the number of values, 0 or more
 * @param position where the values lie
 */
public record Tag(TiffBytes bytes, int id, FieldType type, long count, long position) {

    /** No value that is read as a whole is larger. */
    private static final int MAX_VALUE_BYTES = 4 << 20;

    public long integer(long index) throws IOException {
        requireIntegral();
        if (index >= count) {
            throw invalid("tag %d has %d values, value %d is needed", id, count, index + 1);
        }
        ByteBuffer value = bytes.view(position + index * type.size(), type.size());
        return positive(type.integer(value, 0));
    }

    /** Returns whether a value can be had without reading more of the file. */
    public boolean atHand(long index) {
        return index >= 0 && index < count && bytes.atHand(position + index * type.size(), type.size());
    }

    public long[] integers() throws IOException {
        requireIntegral();
        ByteBuffer values = values();
        long[] integers = new long[(int) count];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = positive(type.integer(values, i * type.size()));
        }
        return integers;
    }

    public double[] numbers() throws IOException {
        ByteBuffer values = values();
        double[] numbers = new double[(int) count];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = type.number(values, i * type.size());
        }
        return numbers;
    }

    /** Returns the text up to its first NUL; Latin-1 where it is not UTF-8, as older writers left it. */
    public String text() throws IOException {
        byte[] text = raw();
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return decode(ByteBuffer.wrap(text, 0, end));
    }

    public byte[] raw() throws IOException {
        ByteBuffer values = values();
        byte[] raw = new byte[values.remaining()];
        values.get(raw);
        return raw;
    }

    public void requireWithinFile() {
        if (!bytes.holds(position, length())) {
            throw invalid(
                    "tag %d has %d values of type %s at offset %s, but the file has %d bytes",
                    id, count, type, Long.toUnsignedString(position), bytes.size());
        }
    }

    private long length() {
        return count > Long.MAX_VALUE / type.size() ? Long.MAX_VALUE : count * type.size();
    }

    private ByteBuffer values() throws IOException {
        requireWithinFile();
        long length = length();
        if (length > MAX_VALUE_BYTES) {
            throw invalid("tag %d has %d bytes, at most %d are read", id, length, MAX_VALUE_BYTES);
        }
        return bytes.view(position, (int) length);
    }

    private void requireIntegral() {
        if (!type.integral()) {
            throw invalid("tag %d has type %s, an integer is needed", id, type);
        }
    }

    private long positive(long value) {
        if (value < 0) {
            throw invalid("tag %d has the value %s, it must be 0 to 2^63-1", id, Long.toUnsignedString(value));
        }
        return value;
    }

    private static String decode(ByteBuffer text) {
        try {
            return UTF_8.newDecoder().decode(text.duplicate()).toString();
        } catch (CharacterCodingException e) {
            return ISO_8859_1.decode(text).toString();
        }
    }
}

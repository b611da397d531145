package io.stacgenerator.internal.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table of FlatBuffers (FlatBuffers internals, "Tables"): fields by their number in the schema, each of which may be
 * left out.
 *
 * @param buffer the bytes, little-endian
 * @param at where the table starts
 */
record FlatTable(ByteBuffer buffer, int at) {

    static FlatTable root(ByteBuffer buffer) {
        return new FlatTable(buffer, buffer.getInt(0));
    }

    /** Returns where a field is, or 0 where it is left out. */
    private int field(int number) {
        int offsets = at - buffer.getInt(at);
        int entry = 4 + number * Short.BYTES;
        int length = buffer.getShort(offsets) & 0xFFFF;
        int offset = entry + Short.BYTES <= length ? buffer.getShort(offsets + entry) & 0xFFFF : 0;
        return offset == 0 ? 0 : at + offset;
    }

    int unsignedByte(int number) {
        int field = field(number);
        return field == 0 ? 0 : buffer.get(field) & 0xFF;
    }

    int integer(int number) {
        int field = field(number);
        return field == 0 ? 0 : buffer.getInt(field);
    }

    long longInteger(int number) {
        int field = field(number);
        return field == 0 ? 0 : buffer.getLong(field);
    }

    Optional<String> text(int number) {
        int text = target(number);
        if (text == 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length(text, 1)];
        buffer.get(text + Integer.BYTES, bytes);
        return Optional.of(new String(bytes, UTF_8));
    }

    double[] doubles(int number) {
        int vector = target(number);
        return vector == 0
                ? new double[0]
                : IntStream.range(0, length(vector, Double.BYTES))
                        .mapToDouble(i -> buffer.getDouble(vector + Integer.BYTES + i * Double.BYTES))
                        .toArray();
    }

    Optional<FlatTable> table(int number) {
        int table = target(number);
        return table == 0 ? Optional.empty() : Optional.of(new FlatTable(buffer, table));
    }

    List<FlatTable> tables(int number) {
        int vector = target(number);
        return vector == 0
                ? List.of()
                : IntStream.range(0, length(vector, Integer.BYTES))
                        .map(i -> vector + Integer.BYTES + i * Integer.BYTES)
                        .mapToObj(entry -> new FlatTable(buffer, entry + buffer.getInt(entry)))
                        .toList();
    }

    /** Strings, vectors and tables lie elsewhere. */
    private int target(int number) {
        int field = field(number);
        return field == 0 ? 0 : field + buffer.getInt(field);
    }

    private int length(int vector, int size) {
        int length = buffer.getInt(vector);
        if (length < 0 || (long) length * size > buffer.limit() - vector) {
            throw new IndexOutOfBoundsException("a vector of %d elements".formatted(length));
        }
        return length;
    }
}

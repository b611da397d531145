package io.stacgenerator.internal.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Reads structs in the compact protocol of Thrift (Apache Thrift, compact protocol encoding): integers as {@link Long},
 * binary as {@link ByteBuffer}, lists and sets as {@link List}, structs as {@link Struct}.
 */
final class CompactProtocol {

    private static final int STOP = 0;
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int I64 = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;

    /** Parquet nests six structs. */
    private static final int DEEPEST = 32;

    /** A schema of ten thousand columns has some 80,000 values, which take 100 bytes or so each. */
    private static final int MOST_VALUES = 250_000;

    private final ByteBuffer bytes;
    private int values;

    CompactProtocol(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * The fields of a struct by their number.
     *
     * @param fields those that are there
     */
    record Struct(Map<Integer, Object> fields) {

        static final Struct EMPTY = new Struct(Map.of());

        Optional<Long> number(int field) {
            return fields.get(field) instanceof Long number ? Optional.of(number) : Optional.empty();
        }

        Optional<Double> real(int field) {
            return fields.get(field) instanceof Double real ? Optional.of(real) : Optional.empty();
        }

        Optional<String> text(int field) {
            return bytes(field).map(text -> UTF_8.decode(text).toString());
        }

        /** Returns a value of a column, which the format of Parquet has in little endian. */
        Optional<ByteBuffer> bytes(int field) {
            return fields.get(field) instanceof ByteBuffer bytes
                    ? Optional.of(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN))
                    : Optional.empty();
        }

        Optional<Struct> struct(int field) {
            return fields.get(field) instanceof Struct struct ? Optional.of(struct) : Optional.empty();
        }

        List<Struct> structs(int field) {
            return fields.get(field) instanceof List<?> list
                    ? list.stream()
                            .filter(Struct.class::isInstance)
                            .map(Struct.class::cast)
                            .toList()
                    : List.of();
        }
    }

    /**
     * A step from a struct into one of its fields, or where this is a list into its elements.
     *
     * @param field the number of the field
     * @param element the only element that counts, -1 for all
     */
    record Step(int field, int element) {

        static Step all(int field) {
            return new Step(field, -1);
        }

        boolean takes(int index) {
            return element < 0 || element == index;
        }
    }

    /** Reads a struct, with all fields but some, which are passed over. */
    Struct structWithout(Set<Integer> unwanted) {
        return struct(field -> !unwanted.contains(field), 0);
    }

    /** Reads the structs at the end of a path, with one of their fields; all else is passed over. */
    List<Struct> structs(List<Step> path, int wanted) {
        List<Struct> found = new ArrayList<>();
        follow(path, wanted, 0, found);
        return found;
    }

    private void follow(List<Step> path, int wanted, int depth, List<Struct> found) {
        if (path.isEmpty()) {
            countValue();
            found.add(struct(field -> field == wanted, depth));
            return;
        }
        HeaderReader.require(depth < DEEPEST, "structs within at most %d others".formatted(DEEPEST));
        int number = 0;
        for (int header = bytes.get(); (header & 0xF) != STOP; header = bytes.get()) {
            number = number(header, number);
            if (number != path.get(0).field()) {
                skip(header & 0xF, depth);
            } else if ((header & 0xF) == LIST) {
                followElements(path, wanted, depth, found);
            } else {
                HeaderReader.require((header & 0xF) == STRUCT, "a struct in field " + number);
                follow(path.subList(1, path.size()), wanted, depth + 1, found);
            }
        }
    }

    private void followElements(List<Step> path, int wanted, int depth, List<Struct> found) {
        int header = bytes.get();
        for (int i = 0, size = size(header); i < size; i++) {
            if (path.get(0).takes(i)) {
                HeaderReader.require(
                        (header & 0xF) == STRUCT,
                        "structs in field " + path.get(0).field());
                follow(path.subList(1, path.size()), wanted, depth + 1, found);
            } else {
                skipElement(header & 0xF, depth + 1);
            }
        }
    }

    private Struct struct(IntPredicate wanted, int depth) {
        HeaderReader.require(depth < DEEPEST, "structs within at most %d others".formatted(DEEPEST));
        Map<Integer, Object> fields = new HashMap<>();
        int number = 0;
        for (int header = bytes.get(); (header & 0xF) != STOP; header = bytes.get()) {
            number = number(header, number);
            if (wanted.test(number)) {
                fields.put(number, value(header & 0xF, depth));
            } else {
                skip(header & 0xF, depth);
            }
        }
        return new Struct(fields);
    }

    /** The number of a field is its own, or its distance from that of the field before. */
    private int number(int header, int before) {
        int delta = (header >> 4) & 0xF;
        return delta == 0 ? (int) signed() : before + delta;
    }

    private Object value(int type, int depth) {
        countValue();
        return switch (type) {
            case BINARY -> binary();
            case LIST, SET -> list(depth);
            case STRUCT -> struct(field -> true, depth + 1);
            default -> scalar(type);
        };
    }

    private void countValue() {
        HeaderReader.require(++values <= MOST_VALUES, "at most %d values".formatted(MOST_VALUES));
    }

    private Object scalar(int type) {
        return switch (type) {
            case TRUE -> true;
            case FALSE -> false;
            case BYTE -> (long) bytes.get();
            case DOUBLE -> bytes.getDouble();
            default -> {
                HeaderReader.require(type > BYTE && type <= I64, "a type of the compact protocol, got " + type);
                yield signed();
            }
        };
    }

    private List<Object> list(int depth) {
        int header = bytes.get();
        int size = size(header);
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(element(header & 0xF, depth + 1));
        }
        return list;
    }

    /** A boolean that is an element has a byte of its own. */
    private Object element(int type, int depth) {
        HeaderReader.require(depth < DEEPEST, "lists within at most %d others".formatted(DEEPEST));
        if (type == TRUE || type == FALSE) {
            countValue();
            return bytes.get() == TRUE;
        }
        return value(type, depth);
    }

    private void skip(int type, int depth) {
        switch (type) {
            case BINARY -> {
                int length = length();
                bytes.position(bytes.position() + length);
            }
            case LIST, SET -> {
                int header = bytes.get();
                for (int i = size(header); i > 0; i--) {
                    skipElement(header & 0xF, depth + 1);
                }
            }
            case STRUCT -> skipStruct(depth + 1);
            case MAP -> throw new IllegalArgumentException("expected no map, which Parquet has none of");
            default -> scalar(type);
        }
    }

    private void skipElement(int type, int depth) {
        if (type == TRUE || type == FALSE) {
            bytes.get();
        } else {
            skip(type, depth);
        }
    }

    private void skipStruct(int depth) {
        HeaderReader.require(depth < DEEPEST, "structs within at most %d others".formatted(DEEPEST));
        for (int header = bytes.get(); (header & 0xF) != STOP; header = bytes.get()) {
            if ((header & 0xF0) == 0) {
                signed();
            }
            skip(header & 0xF, depth);
        }
    }

    private int size(int header) {
        int size = (header >> 4) & 0xF;
        return size == 0xF ? length() : size;
    }

    private ByteBuffer binary() {
        int length = length();
        ByteBuffer binary = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return binary;
    }

    /** A length that what is left can hold: each element takes a byte at least. */
    private int length() {
        long length = unsigned();
        if (length < 0 || length > bytes.remaining()) {
            throw new IndexOutOfBoundsException("a length of %s".formatted(Long.toUnsignedString(length)));
        }
        return (int) length;
    }

    private long signed() {
        long zigzag = unsigned();
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    private long unsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("expected an integer of at most 10 bytes");
    }
}

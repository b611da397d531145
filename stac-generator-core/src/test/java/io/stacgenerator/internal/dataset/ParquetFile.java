package io.stacgenerator.internal.dataset;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a Parquet file without rows: a footer in the compact protocol of Thrift between its signatures. */
final class ParquetFile {

    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final List<byte[]> schema = new ArrayList<>();
    private byte[] keyValues = list(List.of());
    private long rows;
    private List<byte[]> groups = Collections.nCopies(2, group(List.of()));

    ParquetFile rowGroups(int count) {
        groups = Collections.nCopies(count, group(List.of()));
        return this;
    }

    /** Makes a row group for each box of a column, after so many others: least and greatest x, least and greatest y. */
    ParquetFile boxes(int before, double[]... boxes) {
        groups = Stream.of(boxes)
                .map(box -> {
                    List<byte[]> chunks = new ArrayList<>(Collections.nCopies(before, struct()));
                    chunks.add(struct(field(3, STRUCT, struct(statistics(box)))));
                    return group(chunks);
                })
                .toList();
        return this;
    }

    /** Makes a row group for each array: the least and the greatest value of each column, in bytes of this many. */
    ParquetFile ranges(int size, double[]... ranges) {
        groups = Stream.of(ranges)
                .map(group -> group(IntStream.range(0, group.length / 2)
                        .mapToObj(i -> struct(field(3, STRUCT, struct(range(size, group[2 * i], group[2 * i + 1])))))
                        .toList()))
                .toList();
        return this;
    }

    private static byte[] range(int size, double least, double greatest) {
        return field(
                12, STRUCT, struct(field(5, BINARY, number(size, greatest)), field(1, BINARY, number(size, least))));
    }

    private static byte[] number(int size, double number) {
        byte[] bytes = size == Double.BYTES
                ? littleEndian(number)
                : ByteBuffer.allocate(size)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putFloat((float) number)
                        .array();
        return join(varint(bytes.length), bytes);
    }

    /** The number of this field is too far from that before, so that it is written itself. */
    private static byte[] statistics(double... box) {
        byte[][] numbers = DoubleStream.of(box)
                .mapToObj(number -> field(1, DOUBLE, littleEndian(number)))
                .toArray(byte[][]::new);
        return join(new byte[] {STRUCT}, varint(17 << 1), struct(field(1, STRUCT, struct(numbers))));
    }

    private static byte[] littleEndian(double number) {
        return ByteBuffer.allocate(Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(number)
                .array();
    }

    private static byte[] group(List<byte[]> chunks) {
        return struct(field(1, LIST, list(chunks)), field(1, I64, varint(7)));
    }

    ParquetFile rows(long count) {
        rows = count;
        return this;
    }

    /** Adds a column of a physical type, by its number. */
    ParquetFile column(String name, int type) {
        schema.add(struct(field(1, I32, varint(type << 1)), field(3, BINARY, text(name))));
        return this;
    }

    /** Adds a column of a logical type, by its number; those of integers have a width. */
    ParquetFile column(String name, int type, int logical, byte... members) {
        byte[] of = members.length == 0 ? new byte[] {0} : members;
        schema.add(struct(
                field(1, I32, varint(type << 1)),
                field(3, BINARY, text(name)),
                field(6, STRUCT, struct(new byte[] {STRUCT}, varint(logical << 1), of))));
        return this;
    }

    /** Adds a column of geometries, in a system or, where it is empty, in the one that is meant without. */
    ParquetFile geometries(String name, String crs) {
        return column(name, 6, 17, crs.isEmpty() ? new byte[0] : struct(field(1, BINARY, text(crs))));
    }

    /** Adds a column of columns. */
    ParquetFile group(String name, int children) {
        schema.add(struct(field(4, BINARY, text(name)), field(1, I32, varint(children << 1))));
        return this;
    }

    ParquetFile keyValue(String key, String value) {
        keyValues = list(List.of(struct(field(1, BINARY, text(key)), field(1, BINARY, text(value)))));
        return this;
    }

    byte[] bytes() {
        List<byte[]> elements = new ArrayList<>();
        elements.add(struct(field(4, BINARY, text("schema")), field(1, I32, varint(schema.size() << 1))));
        elements.addAll(schema);
        byte[] footer = struct(
                field(1, I32, varint(2)),
                field(1, LIST, list(elements)),
                field(1, I64, varint((int) ((rows << 1) ^ (rows >> 63)))),
                field(1, LIST, list(groups)),
                field(1, LIST, keyValues));
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array();
        return join("PAR1".getBytes(US_ASCII), footer, length, "PAR1".getBytes(US_ASCII));
    }

    /** A field by the distance of its number from that of the field before. */
    private static byte[] field(int delta, int type, byte[] value) {
        return join(new byte[] {(byte) ((delta << 4) | type)}, value);
    }

    private static byte[] struct(byte[]... fields) {
        return join(join(fields), new byte[1]);
    }

    private static byte[] list(List<byte[]> structs) {
        byte[] head = join(new byte[] {(byte) (0xF0 | STRUCT)}, varint(structs.size()));
        return join(head, join(structs.toArray(byte[][]::new)));
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return join(varint(bytes.length), bytes);
    }

    private static byte[] varint(int value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int left = value;
        while (left > 0x7F) {
            bytes.write((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes.write(left);
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}

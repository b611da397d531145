package io.stacgenerator.internal.dataset;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes a Parquet file without rows: a footer in the compact protocol of Thrift between its signatures. */
final class ParquetFile {

    private static final int BINARY = 8;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final List<byte[]> schema = new ArrayList<>();
    private byte[] keyValues = list(List.of());
    private long rows;
    private int groups = 2;

    ParquetFile rowGroups(int count) {
        groups = count;
        return this;
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
        byte[] group = struct(field(1, LIST, list(List.of())), field(1, I64, varint(7)));
        byte[] footer = struct(
                field(1, I32, varint(2)),
                field(1, LIST, list(elements)),
                field(1, I64, varint((int) ((rows << 1) ^ (rows >> 63)))),
                field(1, LIST, list(Collections.nCopies(groups, group))),
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

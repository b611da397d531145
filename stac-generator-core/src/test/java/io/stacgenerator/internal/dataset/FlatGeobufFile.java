package io.stacgenerator.internal.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes the header of a FlatGeobuf file: tables of FlatBuffers whose fields refer to what follows them. */
final class FlatGeobufFile {

    private static final int FIELDS = 12;

    private final List<String> columns = new ArrayList<>();
    private double[] envelope = {};
    private long features;
    private int code;
    private String wkt = "";
    private boolean shared;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    FlatGeobufFile envelope(double... values) {
        envelope = values;
        return this;
    }

    FlatGeobufFile features(long count) {
        features = count;
        return this;
    }

    FlatGeobufFile epsg(int epsg) {
        code = epsg;
        return this;
    }

    FlatGeobufFile wkt(String text) {
        wkt = text;
        return this;
    }

    /** Adds a column, whose type is that of its place among the columns. */
    FlatGeobufFile column(String name) {
        columns.add(name);
        return this;
    }

    /** Adds a column so many times, all of which are the same table. */
    FlatGeobufFile sameColumns(int count, String name) {
        columns.addAll(Collections.nCopies(count, name));
        shared = true;
        return this;
    }

    byte[] bytes() {
        bytes.putInt(0); // the offset of the root
        int root = table();
        bytes.putInt(0, root);
        if (envelope.length > 0) {
            refer(root, 1);
            bytes.putInt(envelope.length);
            for (double value : envelope) {
                bytes.putDouble(value);
            }
        }
        refer(root, 7);
        int entries = bytes.position() + 4;
        bytes.putInt(columns.size()).position(entries + 4 * columns.size());
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0 && shared) {
                bytes.putInt(entries + 4 * i, bytes.getInt(entries + 4 * (i - 1)) - 4);
                continue;
            }
            int column = table();
            bytes.putInt(entries + 4 * i, column - entries - 4 * i);
            bytes.put(field(column, 1), (byte) i);
            refer(column, 0);
            text(columns.get(i));
        }
        bytes.putLong(field(root, 8), features);
        int crs = table();
        bytes.putInt(field(root, 10), crs - target(root, 10));
        bytes.putInt(field(crs, 1), code);
        refer(crs, 4);
        text(wkt);
        return file();
    }

    private byte[] file() {
        int length = bytes.position();
        ByteBuffer file = ByteBuffer.allocate(12 + length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'f', 'g', 'b', 3, 'f', 'g', 'b', 1}).putInt(length);
        return file.put(bytes.flip()).array();
    }

    /** Starts a table, of which all fields are left out: eight bytes for each, and the offsets in front. */
    private int table() {
        int offsets = bytes.position();
        bytes.putShort((short) (4 + 2 * FIELDS)).putShort((short) 0).position(offsets + 4 + 2 * FIELDS);
        int table = bytes.position();
        bytes.putInt(table - offsets).position(table + 4 + 8 * FIELDS);
        return table;
    }

    /** Returns where a field is, which is there from now on. */
    private int field(int table, int number) {
        int offsets = table - bytes.getInt(table);
        bytes.putShort(offsets + 4 + 2 * number, (short) (4 + 8 * number));
        return target(table, number);
    }

    private static int target(int table, int number) {
        return table + 4 + 8 * number;
    }

    /** Lets a field refer to what is written next. */
    private void refer(int table, int number) {
        int field = field(table, number);
        bytes.putInt(field, bytes.position() - field);
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        bytes.putInt(utf8.length).put(utf8);
    }
}

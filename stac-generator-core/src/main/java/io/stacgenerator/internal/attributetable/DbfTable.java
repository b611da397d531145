package io.stacgenerator.internal.attributetable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code .vat.dbf} that ArcGIS leaves next to a raster, a table of dBASE III. */
public final class DbfTable {

    private static final int HEADER = 32;
    private static final int FIELD = 32;
    private static final int NAME_LENGTH = 11;
    private static final byte END_OF_FIELDS = 0x0d;
    private static final byte DELETED = '*';

    private record Field(String name, int length) {}

    private DbfTable() {}

    /**
     * Reads a table.
     *
     * @param bytes the file, from its position
     * @return the table; empty where the bytes are not one
     */
    public static Optional<AttributeTable> read(ByteBuffer bytes) {
        ByteBuffer dbf = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (dbf.remaining() < HEADER + 1) {
            return Optional.empty();
        }
        List<Field> fields = fields(dbf);
        int header = dbf.getShort(8) & 0xffff;
        int length = dbf.getShort(10) & 0xffff;
        boolean empty = fields.stream().anyMatch(field -> field.length() == 0); // so that cells are no more than bytes
        if (fields.isEmpty() || empty || fields.stream().mapToInt(Field::length).sum() + 1 > length) {
            return Optional.empty();
        }
        AttributeTable table = new AttributeTable();
        fields.forEach(field -> table.addColumn(field.name(), 0));
        int count = Math.min(dbf.getInt(4), (dbf.limit() - header) / length);
        for (int i = 0; i < count; i++) {
            if (dbf.get(header + i * length) != DELETED) {
                table.addRow(row(dbf, header + i * length + 1, fields));
            }
        }
        return Optional.of(table);
    }

    private static List<Field> fields(ByteBuffer dbf) {
        List<Field> fields = new ArrayList<>();
        for (int at = HEADER; at + FIELD <= dbf.limit() && dbf.get(at) != END_OF_FIELDS; at += FIELD) {
            String name = text(dbf, at, NAME_LENGTH);
            int end = name.indexOf('\0');
            fields.add(new Field(end < 0 ? name : name.substring(0, end), dbf.get(at + 16) & 0xff));
        }
        return fields;
    }

    private static List<String> row(ByteBuffer dbf, int start, List<Field> fields) {
        List<String> cells = new ArrayList<>();
        int at = start;
        for (Field field : fields) {
            cells.add(text(dbf, at, field.length()));
            at += field.length();
        }
        return cells;
    }

    /** Newer writers use UTF-8, older ones the code page of their machine. */
    private static String text(ByteBuffer dbf, int start, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(dbf.slice(start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1252")
                    .decode(dbf.slice(start, length))
                    .toString();
        }
    }
}

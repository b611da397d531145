package io.stacgenerator.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Items on disk until the columns are known. Values keep their Java types; each name is written out once. Not
 * thread-safe.
 */
final class Spill implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final DataOutputStream out;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private long items;

    /** Something that takes the Items again. */
    interface Taker {
        void take(Map<String, Object> item) throws IOException;
    }

    Spill() throws IOException {
        file = Files.createTempFile("stac-items-", ".spill");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    void write(Map<String, Object> item) throws IOException {
        value(item);
        items++;
    }

    private void value(@Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof String text) {
            out.writeByte('s');
            text(text);
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? 't' : 'f');
        } else if (value instanceof Double || value instanceof Float) {
            out.writeByte('d');
            out.writeDouble(((Number) value).doubleValue());
        } else if (value instanceof BigInteger || value instanceof BigDecimal) {
            out.writeByte(value instanceof BigInteger ? 'I' : 'D');
            text(value.toString());
        } else if (value instanceof Number number) {
            out.writeByte('i');
            out.writeLong(number.longValue());
        } else if (value instanceof List<?> list) {
            out.writeByte('[');
            out.writeInt(list.size());
            for (Object element : list) {
                value(element);
            }
        } else if (value instanceof Map<?, ?> map) {
            out.writeByte('{');
            out.writeInt(map.size());
            for (Map.Entry<?, ?> member : map.entrySet()) {
                name((String) member.getKey());
                value(member.getValue());
            }
        } else {
            throw Column.refused(
                    "%s is not a JSON value".formatted(value.getClass().getName()));
        }
    }

    private void name(String name) throws IOException {
        Integer number = numbers.putIfAbsent(name, numbers.size());
        if (number == null) {
            out.writeInt(-1);
            text(name);
        } else {
            out.writeInt(number);
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @SuppressWarnings("unchecked") // written as objects of JSON
    void read(Taker taker) throws IOException {
        out.close();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (long i = 0; i < items; i++) {
                taker.take((Map<String, Object>) value(in));
            }
        }
    }

    @SuppressWarnings("NullAway") // a null of JSON is a value of lists and maps
    private Object value(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 's' -> text(in);
            case 't' -> true;
            case 'f' -> false;
            case 'd' -> in.readDouble();
            case 'i' -> in.readLong();
            case 'I' -> new BigInteger(text(in));
            case 'D' -> new BigDecimal(text(in));
            case '[' -> list(in);
            case '{' -> map(in);
            default -> null;
        };
    }

    private List<Object> list(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(value(in));
        }
        return list;
    }

    private Map<String, Object> map(DataInputStream in) throws IOException {
        int size = in.readInt();
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(name(in), value(in));
        }
        return map;
    }

    private String name(DataInputStream in) throws IOException {
        int number = in.readInt();
        if (number >= 0) {
            return names.get(number);
        }
        names.add(text(in));
        return names.get(names.size() - 1);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), UTF_8);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            Files.deleteIfExists(file);
        }
    }
}

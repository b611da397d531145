package io.stacgenerator.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Items on disk until the columns are known. Values keep their Java types; names and strings that come again are
 * written once. Not thread-safe.
 */
final class Spill implements Closeable {

    private static final int BUFFER = 1 << 16;

    /** Names, and values such as platforms, come in the first Items; ids and hrefs fill the rest of the room. */
    private static final int MOST_STRINGS = 1 << 14;

    private static final int UNNUMBERED = -1;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> strings = new ArrayList<>();
    private byte[] text = new byte[BUFFER];
    private long items;

    /** Something that takes the Items again. */
    interface Taker {
        void take(Map<String, Object> item) throws IOException;
    }

    Spill() throws IOException {
        file = Files.createTempFile("stac-items-", ".spill");
        channel = FileChannel.open(file, READ, WRITE);
    }

    void write(Map<String, Object> item) throws IOException {
        value(item);
        items++;
    }

    private void value(@Nullable Object value) throws IOException {
        if (value == null) {
            room(1).put((byte) '0');
        } else if (value instanceof String string) {
            room(1).put((byte) 's');
            string(string);
        } else if (value instanceof Boolean flag) {
            room(1).put((byte) (flag ? 't' : 'f'));
        } else if (value instanceof Double || value instanceof Float) {
            room(1 + Double.BYTES).put((byte) 'd').putDouble(((Number) value).doubleValue());
        } else if (value instanceof BigInteger || value instanceof BigDecimal) {
            room(1).put((byte) (value instanceof BigInteger ? 'I' : 'D'));
            string(value.toString());
        } else if (value instanceof Number number) {
            room(1 + Long.BYTES).put((byte) 'i').putLong(number.longValue());
        } else if (value instanceof List<?> list) {
            room(1 + Integer.BYTES).put((byte) '[').putInt(list.size());
            for (Object element : list) {
                value(element);
            }
        } else if (value instanceof Map<?, ?> map) {
            room(1 + Integer.BYTES).put((byte) '{').putInt(map.size());
            for (Map.Entry<?, ?> member : map.entrySet()) {
                string((String) member.getKey());
                value(member.getValue());
            }
        } else {
            throw Column.refused(
                    "%s is not a JSON value".formatted(value.getClass().getName()));
        }
    }

    private void string(String string) throws IOException {
        Integer number = numbers.get(string);
        if (number != null) {
            room(Integer.BYTES).putInt(number);
            return;
        }
        if (numbers.size() < MOST_STRINGS) {
            room(Integer.BYTES).putInt(numbers.size());
            numbers.put(string, numbers.size());
        } else {
            room(Integer.BYTES).putInt(UNNUMBERED);
        }
        byte[] bytes = string.getBytes(UTF_8);
        room(Integer.BYTES).putInt(bytes.length);
        int done = 0;
        while (done < bytes.length) {
            int part = Math.min(bytes.length - done, room(1).remaining());
            buffer.put(bytes, done, part);
            done += part;
        }
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @SuppressWarnings("unchecked") // written as objects of JSON
    void read(Taker taker) throws IOException {
        flush();
        numbers.clear();
        channel.position(0);
        buffer.flip();
        for (long i = 0; i < items; i++) {
            taker.take((Map<String, Object>) value());
        }
    }

    @SuppressWarnings("NullAway") // a null of JSON is a value of lists and maps
    private Object value() throws IOException {
        return switch (available(1).get()) {
            case 's' -> string();
            case 't' -> true;
            case 'f' -> false;
            case 'd' -> available(Double.BYTES).getDouble();
            case 'i' -> available(Long.BYTES).getLong();
            case 'I' -> new BigInteger(string());
            case 'D' -> new BigDecimal(string());
            case '[' -> list();
            case '{' -> map();
            default -> null;
        };
    }

    private List<Object> list() throws IOException {
        int size = available(Integer.BYTES).getInt();
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(value());
        }
        return list;
    }

    private Map<String, Object> map() throws IOException {
        int size = available(Integer.BYTES).getInt();
        Map<String, Object> map = new LinkedHashMap<>(2 * size); // it does not grow then
        for (int i = 0; i < size; i++) {
            map.put(string(), value());
        }
        return map;
    }

    private String string() throws IOException {
        int number = available(Integer.BYTES).getInt();
        if (number >= 0 && number < strings.size()) {
            return strings.get(number);
        }
        int length = available(Integer.BYTES).getInt();
        if (text.length < length) {
            text = new byte[length];
        }
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, available(1).remaining());
            buffer.get(text, done, part);
            done += part;
        }
        String string = new String(text, 0, length, UTF_8);
        if (number >= 0) {
            strings.add(string);
        }
        return string;
    }

    private ByteBuffer available(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            buffer.compact();
            while (buffer.position() < bytes) {
                if (channel.read(buffer) < 0) {
                    throw new EOFException("%s ends early".formatted(file));
                }
            }
            buffer.flip();
        }
        return buffer;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}

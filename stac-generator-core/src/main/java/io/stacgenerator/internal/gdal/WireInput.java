package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads values from a process that hostile files may have taken over: it makes nothing but numbers, strings and lists
 * of these, and takes no more memory than a message may. Used by one thread at a time.
 */
final class WireInput {

    /** The description of 20,000 bands with 10 kB of tags each takes as much; pixels are not counted. */
    private static final long LARGEST_MESSAGE = 200L << 20;

    /** The bytes that a pointer to an element of a list and a small object take. */
    private static final int ELEMENT = 24;

    private final DataInputStream in;
    private long left;

    WireInput(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    /** Reads one value. */
    interface Reading<T> {

        T read() throws IOException;
    }

    /** Waits for the next message; false when there is none to come. */
    boolean next() throws IOException {
        left = LARGEST_MESSAGE;
        in.mark(1);
        if (in.read() < 0) {
            return false;
        }
        in.reset();
        return true;
    }

    boolean flag() throws IOException {
        return in.readBoolean();
    }

    int integer() throws IOException {
        return in.readInt();
    }

    long longInteger() throws IOException {
        return in.readLong();
    }

    double real() throws IOException {
        return in.readDouble();
    }

    <E extends Enum<E>> E constant(Class<E> type) throws IOException {
        try {
            return Enum.valueOf(type, text());
        } catch (IllegalArgumentException e) {
            throw new IOException("not a message: " + e.getMessage(), e);
        }
    }

    String text() throws IOException {
        byte[] bytes = in.readNBytes(counted(in.readInt(), 1));
        return new String(bytes, UTF_8);
    }

    <T> @Nullable T optional(Reading<T> reading) throws IOException {
        return flag() ? reading.read() : null;
    }

    <T> List<T> list(Reading<T> reading) throws IOException {
        int size = counted(in.readInt(), ELEMENT);
        List<T> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(reading.read());
        }
        return values;
    }

    Map<String, String> map() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        int size = counted(in.readInt(), ELEMENT);
        for (int i = 0; i < size; i++) {
            String name = text();
            values.put(name, text());
        }
        return values;
    }

    private int counted(int size, int each) throws IOException {
        left -= (long) size * each;
        if (size < 0 || left < 0) {
            throw new EOFException("not a message: it has more than %d bytes".formatted(LARGEST_MESSAGE));
        }
        return size;
    }
}

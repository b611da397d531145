package io.stacgenerator.cli.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.TreeMap;

/** An image file directory of a classic TIFF (TIFF 6.0 section 2), its values right behind it. */
final class TiffDirectory {

    private static final int ENTRY_SIZE = 12;
    private static final int INLINE_SIZE = 4;

    private final TreeMap<Integer, Entry> entries = new TreeMap<>();

    private record Entry(int type, int count, ByteBuffer value) {

        int outlineSize() {
            int length = value.limit();
            return length <= INLINE_SIZE ? 0 : length + length % 2;
        }
    }

    TiffDirectory ascii(int tag, String text) {
        byte[] value = (text + '\0').getBytes(US_ASCII);
        return put(tag, 2, value.length, littleEndian(value.length).put(value));
    }

    TiffDirectory shorts(int tag, int... values) {
        ByteBuffer buffer = littleEndian(2 * values.length);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return put(tag, 3, values.length, buffer);
    }

    TiffDirectory longs(int tag, int... values) {
        ByteBuffer buffer = littleEndian(4 * values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
        return put(tag, 4, values.length, buffer);
    }

    TiffDirectory doubles(int tag, double... values) {
        ByteBuffer buffer = littleEndian(8 * values.length);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return put(tag, 12, values.length, buffer);
    }

    int size() {
        return outlineStart()
                + entries.values().stream().mapToInt(Entry::outlineSize).sum();
    }

    /** Writes the directory at the position of the buffer, which becomes the one after its last value. */
    void write(ByteBuffer out, int nextDirectory) {
        int outline = out.position() + outlineStart();
        int end = out.position() + size();
        out.putShort((short) entries.size());
        for (var tagged : entries.entrySet()) {
            Entry entry = tagged.getValue();
            out.putShort(tagged.getKey().shortValue())
                    .putShort((short) entry.type())
                    .putInt(entry.count());
            if (entry.outlineSize() == 0) {
                int behind = out.position() + INLINE_SIZE;
                out.put(entry.value().rewind()).position(behind);
            } else {
                out.putInt(outline);
                out.put(outline, entry.value(), 0, entry.value().limit());
                outline += entry.outlineSize();
            }
        }
        out.putInt(nextDirectory).position(end);
    }

    private int outlineStart() {
        return 2 + ENTRY_SIZE * entries.size() + 4;
    }

    private TiffDirectory put(int tag, int type, int count, ByteBuffer value) {
        entries.put(tag, new Entry(type, count, value.flip()));
        return this;
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}

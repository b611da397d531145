package io.stacgenerator.internal.dataset;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Makes a LAS 1.4 file without points: header, records and extended records. */
final class LasFile {

    private static final int HEADER = 375;

    private final List<byte[]> records = new ArrayList<>();
    private final List<byte[]> extended = new ArrayList<>();
    private final byte[] headerBytes = new byte[HEADER];
    private final ByteBuffer header = littleEndian(headerBytes);

    LasFile() {
        header.put(0, "LASF".getBytes(US_ASCII));
        header.put(24, (byte) 1).put(25, (byte) 4);
        header.putShort(94, (short) HEADER);
        header.put(104, (byte) 6);
    }

    static LasFile of(long count, double... minXyzMaxXyz) {
        LasFile file = new LasFile();
        file.header.putLong(247, count).putLong(255, count);
        for (int axis = 0; axis < 3; axis++) {
            file.header.putDouble(179 + 16 * axis, minXyzMaxXyz[3 + axis]);
            file.header.putDouble(187 + 16 * axis, minXyzMaxXyz[axis]);
        }
        return file;
    }

    LasFile format(int format) {
        header.put(104, (byte) format);
        return this;
    }

    LasFile version(int minor) {
        header.put(25, (byte) minor);
        header.putInt(107, (int) header.getLong(247));
        return this;
    }

    LasFile secondReturns(long count) {
        header.putLong(263, count);
        return this;
    }

    LasFile wkt(String wkt) {
        header.putShort(6, (short) 16);
        records.add(record("LASF_Projection", 2112, wkt.getBytes(UTF_8), false));
        return this;
    }

    LasFile wktAtTheEnd(String wkt) {
        header.putShort(6, (short) 16);
        extended.add(record("LASF_Projection", 2112, wkt.getBytes(UTF_8), true));
        return this;
    }

    LasFile geoKeys(int... values) {
        byte[] content = new byte[values.length * Short.BYTES];
        ByteBuffer keys = littleEndian(content);
        for (int value : values) {
            keys.putShort((short) value);
        }
        records.add(record("LASF_Projection", 34735, content, false));
        return this;
    }

    LasFile extraBytes(int type, String name) {
        byte[] content = new byte[192];
        littleEndian(content).put(2, (byte) type).put(4, name.getBytes(US_ASCII));
        records.add(record("LASF_Spec", 4, content, false));
        return this;
    }

    LasFile copc() {
        records.add(0, record("copc", 1, new byte[160], false));
        return this;
    }

    private static byte[] record(String user, int id, byte[] content, boolean extended) {
        int length = extended ? 60 : 54;
        byte[] bytes = new byte[length + content.length];
        ByteBuffer record = littleEndian(bytes);
        record.put(2, user.getBytes(US_ASCII)).putShort(18, (short) id);
        if (extended) {
            record.putLong(20, content.length);
        } else {
            record.putShort(20, (short) content.length);
        }
        record.put(length, content);
        return bytes;
    }

    byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int length = records.stream().mapToInt(record -> record.length).sum();
        header.putInt(96, HEADER + length).putInt(100, records.size());
        header.putLong(235, HEADER + length).putInt(243, extended.size());
        file.writeBytes(headerBytes);
        records.forEach(file::writeBytes);
        extended.forEach(file::writeBytes);
        return file.toByteArray();
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

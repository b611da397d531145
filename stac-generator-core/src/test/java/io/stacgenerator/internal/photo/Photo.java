package io.stacgenerator.internal.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Makes the start of a JPEG as cameras write it: Exif, XMP and a frame header. */
final class Photo {

    private static final int ASCII = 2;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ENTRY = 12;

    private final List<Entry> image = new ArrayList<>();
    private final List<Entry> exif = new ArrayList<>();
    private final List<Entry> gps = new ArrayList<>();
    private String xmp = "";

    private record Entry(int tag, int type, int count, ByteBuffer content) {

        Entry(int tag, int type, int count, byte[] content) {
            this(tag, type, count, ByteBuffer.wrap(content));
        }

        byte[] value() {
            byte[] bytes = new byte[content.remaining()];
            content.duplicate().get(bytes);
            return bytes;
        }
    }

    static Photo of(String make, String model) {
        Photo photo = new Photo();
        photo.image.add(text(271, make));
        photo.image.add(text(272, model));
        return photo;
    }

    Photo exif(int tag, String text) {
        exif.add(text(tag, text));
        return this;
    }

    Photo exif(int tag, int numerator, int denominator) {
        exif.add(new Entry(tag, RATIONAL, 1, rationals(numerator, denominator)));
        return this;
    }

    Photo position(String latitude, int[] north, String longitude, int[] east) {
        gps.add(text(1, latitude));
        gps.add(new Entry(2, RATIONAL, 3, rationals(north[0], 1, north[1], 1, north[2], 100)));
        gps.add(text(3, longitude));
        gps.add(new Entry(4, RATIONAL, 3, rationals(east[0], 1, east[1], 1, east[2], 100)));
        return this;
    }

    Photo xmp(String properties) {
        xmp = properties;
        return this;
    }

    byte[] jpeg() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
        segment(out, 0xE1, join("Exif\0\0".getBytes(ISO_8859_1), tiff()));
        if (!xmp.isEmpty()) {
            segment(out, 0xE1, join("http://ns.adobe.com/xap/1.0/\0".getBytes(ISO_8859_1), packet(xmp)));
        }
        segment(out, 0xC0, new byte[] {8, 0, 30, 0, 40, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0});
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 2, (byte) 0xFF, (byte) 0xD9});
        return out.toByteArray();
    }

    static byte[] packet(String properties) {
        return """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/"
                    xmlns:drone-parrot="http://www.parrot.com/drone-parrot/1.0/"
                    xmlns:Camera="http://pix4d.com/camera/1.0" %s</rdf:Description></rdf:RDF></x:xmpmeta>
                """.formatted(properties).getBytes(UTF_8);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        int length = content.length + 2;
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
        out.writeBytes(content);
    }

    private static byte[] join(byte[] start, byte[] end) {
        return ByteBuffer.allocate(start.length + end.length)
                .put(start)
                .put(end)
                .array();
    }

    private static Entry text(int tag, String text) {
        byte[] value = (text + "\0").getBytes(ISO_8859_1);
        return new Entry(tag, ASCII, value.length, value);
    }

    private static byte[] rationals(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 4);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    /** Three directories one after the other, the first of which points to the others. */
    private byte[] tiff() {
        List<Entry> first = new ArrayList<>(image);
        int size = 8 + size(first) + 2 * ENTRY;
        first.add(new Entry(34665, LONG, 1, rationals(size)));
        first.add(new Entry(34853, LONG, 1, rationals(size + size(exif))));
        ByteBuffer tiff = ByteBuffer.allocate(size + size(exif) + size(gps));
        tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        write(first, tiff);
        write(exif, tiff);
        write(gps, tiff);
        return tiff.array();
    }

    private static int size(List<Entry> entries) {
        int size = 2 + entries.size() * ENTRY + 4;
        for (Entry entry : entries) {
            size += entry.value().length > 4 ? entry.value().length : 0;
        }
        return size;
    }

    private static void write(List<Entry> entries, ByteBuffer tiff) {
        int data = tiff.position() + 2 + entries.size() * ENTRY + 4;
        tiff.putShort((short) entries.size());
        for (Entry entry : entries) {
            tiff.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
            if (entry.value().length > 4) {
                tiff.putInt(data);
                tiff.put(data, entry.value());
                data += entry.value().length;
            } else {
                tiff.put(java.util.Arrays.copyOf(entry.value(), 4));
            }
        }
        tiff.putInt(0);
        tiff.position(data);
    }
}

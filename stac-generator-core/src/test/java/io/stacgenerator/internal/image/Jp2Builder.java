package io.stacgenerator.internal.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/** Makes JPEG 2000 files that have headers, but no pixels. */
public final class Jp2Builder {

    private static final byte[] GEOJP2 = HexFormat.of().parseHex("b14bf8bd083d4b43a5ae8cd7d5a6ce03");

    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final ByteArrayOutputStream between = new ByteArrayOutputStream();
    private byte[] codestream = codestream(40, 30, 7);

    /** Content that is written to. */
    @FunctionalInterface
    interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] box(String type, byte[] content) {
        return bytes(out -> {
            out.writeInt(8 + content.length);
            out.write(type.getBytes(ISO_8859_1));
            out.write(content);
        });
    }

    /**
     * Makes the main header of a codestream with two decompositions, and an empty tile.
     *
     * @param depths the bits of each component less one, with the sign bit of signed ones
     */
    public static byte[] codestream(int width, int height, int... depths) {
        return bytes(out -> {
            out.writeInt(Codestream.SIGNATURE);
            out.writeShort(38 + 3 * depths.length);
            out.writeShort(0);
            for (int value : new int[] {width + 3, height + 2, 3, 2, width, height, 0, 0}) {
                out.writeInt(value);
            }
            out.writeShort(depths.length);
            for (int depth : depths) {
                out.write(new byte[] {(byte) depth, 1, 1});
            }
            out.write(HexFormat.of().parseHex("ff52000c00000001000204040001"));
            out.write(HexFormat.of().parseHex("ff90000a0000000000000001ff93ffd9"));
        });
    }

    public Jp2Builder codestream(byte[] codestream) {
        this.codestream = codestream;
        return this;
    }

    Jp2Builder header(String type, byte[] content) {
        header.writeBytes(box(type, content));
        return this;
    }

    Jp2Builder colorSpace(int enumerated) {
        return header("colr", bytes(out -> {
            out.write(new byte[] {1, 0, 0});
            out.writeInt(enumerated);
        }));
    }

    Jp2Builder box(byte[] box) {
        between.writeBytes(box);
        return this;
    }

    /** Adds a GeoTIFF that says where the image is. */
    public Jp2Builder geoJp2(TiffImage image) {
        return box(box("uuid", bytes(out -> {
            out.write(GEOJP2);
            out.write(TiffBuilder.of(image).build());
        })));
    }

    /** Adds a document of GML in the boxes of GMLJP2. */
    public Jp2Builder gml(String xml) {
        byte[] inner = bytes(out -> {
            out.write(box("lbl ", "gml.root-instance".getBytes(UTF_8)));
            out.write(box("xml ", (xml + "\0").getBytes(UTF_8)));
        });
        return box(box("asoc", bytes(out -> {
            out.write(box("lbl ", "gml.data".getBytes(UTF_8)));
            out.write(box("asoc", inner));
        })));
    }

    public byte[] build() {
        return bytes(out -> {
            out.write(box("jP  ", new byte[] {13, 10, (byte) 0x87, 10}));
            out.write(box("ftyp", "jp2 \0\0\0\0jp2 ".getBytes(ISO_8859_1)));
            out.write(box("jp2h", header.toByteArray()));
            between.writeTo(out);
            out.writeInt(0);
            out.write("jp2c".getBytes(ISO_8859_1));
            out.write(codestream);
        });
    }
}

package io.stacgenerator.internal.image;

import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.geotiff.PlainImage.Channel;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chunks of a PNG in front of its pixels (W3C PNG, third edition, sections 5 and 11). */
final class Png {

    static final int SIGNATURE = 0x89504E47;

    /** Follows the signature; a transfer as text changes it. */
    private static final int LINE_ENDS = 0x0D0A1A0A;

    private static final int HEADER = 0x49484452;
    private static final int PALETTE = 0x504C5445;
    private static final int TRANSPARENCY = 0x74524E53;
    private static final int PIXELS = 0x49444154;
    private static final int FIRST_CHUNK = 8;
    private static final int HEADER_LENGTH = 13;
    private static final int FRAME = 12;

    /** Texts and profiles come in front of the palette, some chunks of them. */
    private static final int MOST_CHUNKS = 1024;

    private static final int MOST_COLORS = 256;
    private static final int INDEXED = 3;

    private final int depth;
    private final int type;
    private byte[] palette = new byte[0];
    private byte[] transparency = new byte[0];

    private Png(int depth, int type) {
        this.depth = depth;
        this.type = type;
    }

    /** Reads the header; null where the bytes are not PNG. */
    static @Nullable Picture read(TiffBytes bytes) throws IOException {
        if (!bytes.holds(FIRST_CHUNK, FRAME + HEADER_LENGTH)
                || bytes.view(Integer.BYTES, Integer.BYTES).getInt(0) != LINE_ENDS) {
            return null;
        }
        ByteBuffer header = bytes.view(FIRST_CHUNK, FRAME + HEADER_LENGTH);
        int width = header.getInt(8);
        int height = header.getInt(12);
        Png png = new Png(header.get(16), header.get(17));
        if (header.getInt(0) != HEADER_LENGTH || header.getInt(4) != HEADER || !Picture.possible(width, height)) {
            return null;
        }
        png.readChunks(bytes);
        List<Channel> channels = png.channels();
        return channels.isEmpty() ? null : new Picture("PNG", "image/png", new RasterSize(width, height), channels);
    }

    private void readChunks(TiffBytes bytes) throws IOException {
        long at = FIRST_CHUNK + FRAME + HEADER_LENGTH;
        for (int i = 0; i < MOST_CHUNKS && bytes.holds(at, 8); i++) {
            AssetBudget.check();
            ByteBuffer chunk = bytes.view(at, 8);
            long length = chunk.getInt(0) & 0xFFFFFFFFL;
            int name = chunk.getInt(4);
            if (name == PIXELS || !bytes.holds(at + 8, length)) {
                return;
            }
            if (name == PALETTE && length <= 3 * MOST_COLORS) {
                palette = content(bytes, at + 8, (int) length);
            } else if (name == TRANSPARENCY && length <= MOST_COLORS) {
                transparency = content(bytes, at + 8, (int) length);
            }
            at += FRAME + length;
        }
    }

    private static byte[] content(TiffBytes bytes, long at, int length) throws IOException {
        byte[] content = new byte[length];
        bytes.view(at, length).get(content);
        return content;
    }

    private List<Channel> channels() {
        DataType values = depth > Byte.SIZE ? DataType.UINT16 : DataType.UINT8;
        if (type == INDEXED) {
            return List.of(new Channel(values, depth, ColorInterpretation.PALETTE, colors(), transparentIndex()));
        }
        List<ColorInterpretation> meanings = switch (type) {
            case 0 -> List.of(ColorInterpretation.GRAY);
            case 2 -> Picture.RGBA.subList(0, 3);
            case 4 -> List.of(ColorInterpretation.GRAY, ColorInterpretation.ALPHA);
            case 6 -> Picture.RGBA;
            default -> List.of();
        };
        List<Channel> channels = new ArrayList<>();
        for (ColorInterpretation meaning : meanings) {
            channels.add(new Channel(values, depth, meaning, List.of(), transparentSample(channels.size())));
        }
        return channels;
    }

    private List<ColorEntry> colors() {
        List<ColorEntry> colors = new ArrayList<>();
        for (int i = 0; 3 * i + 2 < palette.length; i++) {
            colors.add(new ColorEntry(
                    palette[3 * i] & 0xFF,
                    palette[3 * i + 1] & 0xFF,
                    palette[3 * i + 2] & 0xFF,
                    i < transparency.length ? transparency[i] & 0xFF : 255));
        }
        return colors;
    }

    /** As in GDAL, one transparent color stands for no data, several do not. */
    private @Nullable Number transparentIndex() {
        Number index = null;
        for (int i = 0; i < transparency.length; i++) {
            if (transparency[i] == 0) {
                if (index != null) {
                    return null;
                }
                index = (double) i;
            }
        }
        return index;
    }

    private @Nullable Number transparentSample(int band) {
        return transparency.length < 2 * band + 2
                ? null
                : (Number) (double) (((transparency[2 * band] & 0xFF) << 8) | (transparency[2 * band + 1] & 0xFF));
    }
}

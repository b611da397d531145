package io.stacgenerator.internal.image;

import io.stacgenerator.internal.geotiff.PlainImage.Channel;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.ColorInterpretation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the header box of a JP2 file says of colors: palette and channel definitions (ISO/IEC 15444-1, annex I.5.3). */
final class Jp2Header {

    private static final int MAX_BYTES = 1 << 17;
    private static final int ENUMERATED = 1;
    private static final int SRGB = 16;
    private static final int GRAY = 17;
    private static final int SYCC = 18;
    private static final int COLOR = 0;
    private static final int OPACITY = 1;
    private static final int MOST_COLORS = 256;

    private static final List<ColorInterpretation> RGB =
            List.of(ColorInterpretation.RED, ColorInterpretation.GREEN, ColorInterpretation.BLUE);

    private int colorSpace;
    private final List<ColorEntry> palette = new ArrayList<>();
    private final int[] colored = {0, 1, 2};
    private int alpha = -1;

    /** Reads the boxes in the header box. */
    void read(Boxes boxes) throws IOException {
        while (boxes.next()) {
            ByteBuffer content = boxes.content(MAX_BYTES);
            switch (boxes.type()) {
                case "colr" -> readColorSpace(content);
                case "pclr" -> readPalette(content);
                case "cdef" -> readChannels(content);
                default -> {}
            }
        }
    }

    private void readColorSpace(ByteBuffer content) {
        if (colorSpace == 0 && content.remaining() >= 7 && content.get(0) == ENUMERATED) {
            colorSpace = content.getInt(3);
        }
    }

    /** Palettes of other than 8 bits are rare; GDAL leaves them out too. */
    private void readPalette(ByteBuffer content) {
        if (content.remaining() < 3) {
            return;
        }
        int count = content.getShort(0) & 0xFFFF;
        int columns = content.get(2) & 0xFF;
        boolean plain = (columns == 3 || columns == 4)
                && count <= MOST_COLORS
                && content.remaining() >= 3 + columns + count * columns;
        for (int i = 0; plain && i < columns; i++) {
            plain = content.get(3 + i) == 7;
        }
        for (int i = 0; plain && i < count; i++) {
            int at = 3 + columns + i * columns;
            palette.add(new ColorEntry(
                    content.get(at) & 0xFF,
                    content.get(at + 1) & 0xFF,
                    content.get(at + 2) & 0xFF,
                    columns == 4 ? content.get(at + 3) & 0xFF : 255));
        }
    }

    private void readChannels(ByteBuffer content) {
        int count = content.remaining() < 2 ? 0 : content.getShort(0) & 0xFFFF;
        for (int i = 0; i < count && content.remaining() >= 8 + 6 * i; i++) {
            int channel = content.getShort(2 + 6 * i) & 0xFFFF;
            int use = content.getShort(4 + 6 * i) & 0xFFFF;
            int color = content.getShort(6 + 6 * i) & 0xFFFF;
            if (use == COLOR && color >= 1 && color <= colored.length) {
                colored[color - 1] = channel;
            } else if (use == OPACITY && color == 0) {
                alpha = channel;
            }
        }
    }

    /** Tells whether values are indices of colors. */
    boolean indexed() {
        return !palette.isEmpty();
    }

    /** Returns the bands of a codestream. */
    List<Channel> channels(Codestream codestream) {
        List<Channel> channels = new ArrayList<>();
        int count = codestream.depths().size();
        for (int depth : codestream.depths()) {
            boolean indexed = count == 1 && !palette.isEmpty();
            channels.add(new Channel(
                    type(depth),
                    Math.abs(depth),
                    indexed ? ColorInterpretation.PALETTE : color(channels.size(), count),
                    indexed ? palette : List.of(),
                    null));
        }
        return channels;
    }

    private static DataType type(int depth) {
        int bits = Math.abs(depth);
        if (bits > Short.SIZE) {
            return depth < 0 ? DataType.INT32 : DataType.UINT32;
        }
        if (bits > Byte.SIZE) {
            return depth < 0 ? DataType.INT16 : DataType.UINT16;
        }
        return depth < 0 ? DataType.INT8 : DataType.UINT8;
    }

    private ColorInterpretation color(int channel, int count) {
        if (channel == alpha) {
            return ColorInterpretation.ALPHA;
        }
        if (count <= 2 && colorSpace == GRAY) {
            return ColorInterpretation.GRAY;
        }
        int place = Arrays.stream(colored).boxed().toList().indexOf(channel);
        return place >= 0 && (colorSpace == SRGB || colorSpace == SYCC)
                ? RGB.get(place)
                : ColorInterpretation.UNDEFINED;
    }
}

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

/** The blocks of a GIF up to its first image (GIF89a specification). Numbers are little-endian. */
final class Gif {

    static final int SIGNATURE = 0x47494638;

    private static final int SCREEN = 13;
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int IMAGE = 0x2C;
    private static final int DESCRIPTOR = 10;

    /** Comments and what programs keep in front of the image take some blocks. */
    private static final int MOST_BLOCKS = 1 << 16;

    private final TiffBytes bytes;
    private long at = SCREEN;
    private int transparent = -1;

    private Gif(TiffBytes bytes) {
        this.bytes = bytes;
    }

    /** Reads the header; null where there is no image. */
    static @Nullable Picture read(TiffBytes bytes) throws IOException {
        return bytes.holds(0, SCREEN) ? new Gif(bytes).read() : null;
    }

    private @Nullable Picture read() throws IOException {
        List<ColorEntry> common = colors(bytes.view(10, 1).get(0));
        for (int i = 0; i < MOST_BLOCKS && bytes.holds(at, 2); i++) {
            int block = bytes.view(at, 1).get(0) & 0xFF;
            if (block == IMAGE) {
                return image(common);
            }
            if (block != EXTENSION) {
                return null;
            }
            skipExtension();
        }
        return null;
    }

    private void skipExtension() throws IOException {
        if (bytes.view(at + 1, 1).get(0) == (byte) GRAPHIC_CONTROL && bytes.holds(at, 8)) {
            ByteBuffer control = bytes.view(at, 8);
            transparent = (control.get(3) & 1) == 1 ? control.get(6) & 0xFF : -1;
        }
        at += 2;
        int length = -1;
        while (length != 0 && bytes.holds(at, 1)) {
            AssetBudget.check();
            length = bytes.view(at, 1).get(0) & 0xFF;
            at += 1 + length;
        }
    }

    private @Nullable Picture image(List<ColorEntry> common) throws IOException {
        if (!bytes.holds(at, DESCRIPTOR)) {
            return null;
        }
        ByteBuffer descriptor = bytes.view(at, DESCRIPTOR);
        int width = Short.toUnsignedInt(Short.reverseBytes(descriptor.getShort(5)));
        int height = Short.toUnsignedInt(Short.reverseBytes(descriptor.getShort(7)));
        at += DESCRIPTOR;
        List<ColorEntry> own = colors(descriptor.get(9));
        List<ColorEntry> colors = transparent(own.isEmpty() ? common : own);
        Number nodata = transparent < 0 ? null : (Number) (double) transparent;
        return Picture.possible(width, height)
                ? new Picture(
                        "GIF",
                        "image/gif",
                        new RasterSize(width, height),
                        List.of(new Channel(DataType.UINT8, Byte.SIZE, ColorInterpretation.PALETTE, colors, nodata)))
                : null;
    }

    /** Reads the table of colors that the flags announce, and goes on behind it. */
    private List<ColorEntry> colors(byte flags) throws IOException {
        int length = (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
        if (length == 0 || !bytes.holds(at, length)) {
            return List.of();
        }
        ByteBuffer table = bytes.view(at, length);
        List<ColorEntry> colors = new ArrayList<>();
        for (int i = 0; i < length; i += 3) {
            colors.add(new ColorEntry(table.get(i) & 0xFF, table.get(i + 1) & 0xFF, table.get(i + 2) & 0xFF, 255));
        }
        at += length;
        return colors;
    }

    private List<ColorEntry> transparent(List<ColorEntry> colors) {
        List<ColorEntry> shown = new ArrayList<>(colors);
        if (transparent >= 0 && transparent < shown.size()) {
            ColorEntry color = shown.get(transparent);
            shown.set(transparent, new ColorEntry(color.red(), color.green(), color.blue(), 0));
        }
        return shown;
    }
}

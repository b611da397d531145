package io.stacgenerator.internal.gdal;

import io.stacgenerator.spi.raster.ColorEntry;
import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.gdal.gdal.Band;
import org.gdal.gdal.ColorTable;

/** The color table of a band. */
final class Palette {

    /** In the numbers of GDAL's GDALPaletteInterp. */
    private static final int RGB = 1;

    private Palette() {}

    /** Returns the colors of the values from 0 on; none where there is no table, or one of gray, CMYK or HLS. */
    static List<ColorEntry> of(Band band) {
        ColorTable table = band.GetColorTable();
        return table == null || table.GetPaletteInterpretation() != RGB ? List.of() : entries(table);
    }

    /** These bindings refuse colors out of range, which a file may hold; such a table says nothing. */
    private static List<ColorEntry> entries(ColorTable table) {
        try {
            return IntStream.range(0, table.GetCount())
                    .mapToObj(i -> entry(table.GetColorEntry(i)))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static ColorEntry entry(Color color) {
        return new ColorEntry(color.getRed(), color.getGreen(), color.getBlue(), color.getAlpha());
    }
}

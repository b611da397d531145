package io.stacgenerator.internal.image;

import io.stacgenerator.internal.geotiff.PlainImage.Channel;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.List;

/**
 * What the header of a picture says.
 *
 * @param format GDAL's short name of the format
 * @param mediaType the media type of the file
 * @param size the size
 * @param channels the bands
 */
record Picture(String format, String mediaType, RasterSize size, List<Channel> channels) {

    static final List<ColorInterpretation> RGBA = List.of(
            ColorInterpretation.RED, ColorInterpretation.GREEN, ColorInterpretation.BLUE, ColorInterpretation.ALPHA);

    /** Tells whether the picture has any pixel. */
    static boolean possible(int width, int height) {
        return width > 0 && height > 0;
    }

    /** Makes bands of bytes with these meanings. */
    static List<Channel> bytes(List<ColorInterpretation> colors) {
        return colors.stream()
                .map(color -> new Channel(DataType.UINT8, Byte.SIZE, color))
                .toList();
    }
}

package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.SampleLayout;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.spi.raster.ColorEntry;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The colors of an image with a palette: the tag ColorMap (TIFF 6.0 section 5), read as GDAL does. */
final class ColorMap {

    private static final int MAX_BITS = 16;
    private static final int OPAQUE = 255;
    private static final ColorEntry BLACK = new ColorEntry(0, 0, 0, OPAQUE);
    private static final ColorEntry WHITE = new ColorEntry(OPAQUE, OPAQUE, OPAQUE, OPAQUE);

    private ColorMap() {}

    /** Returns the colors of the values from 0 on, that of the nodata value transparent; none without a palette. */
    static List<ColorEntry> of(Ifd ifd, SampleLayout samples, @Nullable Number nodata) throws IOException {
        if (samples.photometric() == SampleLayout.PALETTE && samples.bits() <= MAX_BITS) {
            return read(ifd.integers(TagId.COLOR_MAP), 1 << samples.bits(), nodata);
        }
        if (samples.bits() != 1 || samples.count() != 1) {
            return List.of();
        }
        return samples.photometric() == SampleLayout.WHITE_IS_ZERO ? List.of(WHITE, BLACK) : List.of(BLACK, WHITE);
    }

    /** All reds come first, then all greens, then all blues. */
    private static List<ColorEntry> read(long[] map, int count, @Nullable Number nodata) {
        if (map.length != 3 * count) {
            return List.of();
        }
        int shift = Arrays.stream(map).max().orElse(0) > OPAQUE ? 8 : 0; // some writers scale to 255, not to 65535
        return IntStream.range(0, count)
                .mapToObj(i -> new ColorEntry(
                        component(map[i] >> shift),
                        component(map[count + i] >> shift),
                        component(map[2 * count + i] >> shift),
                        nodata != null && nodata.doubleValue() == i ? 0 : OPAQUE))
                .toList();
    }

    private static int component(long value) {
        return (int) Math.min(value, OPAQUE);
    }
}

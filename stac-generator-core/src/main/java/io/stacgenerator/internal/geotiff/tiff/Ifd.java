package io.stacgenerator.internal.geotiff.tiff;

import static io.stacgenerator.internal.geotiff.tiff.TiffError.invalid;

import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An image file directory: the tags of one image of the file. */
public final class Ifd {

    private static final int REDUCED = 1;
    private static final int MASK = 4;

    private final long offset;
    private final Map<Integer, Tag> tags;

    Ifd(long offset, Map<Integer, Tag> tags) {
        this.offset = offset;
        this.tags = tags;
    }

    public long offset() {
        return offset;
    }

    public @Nullable Tag tag(int id) {
        return tags.get(id);
    }

    public boolean has(int id) {
        return tags.containsKey(id);
    }

    /** Returns the first value of a tag, or the default where the tag is missing. */
    public int integer(int id, int absent) throws IOException {
        Tag tag = tags.get(id);
        if (tag == null) {
            return absent;
        }
        long value = tag.integer(0);
        if (value > Integer.MAX_VALUE) {
            throw invalid("tag %d has the value %d, at most %d is possible", id, value, Integer.MAX_VALUE);
        }
        return (int) value;
    }

    /** Returns the values of a tag, none where it is missing. */
    public long[] integers(int id) throws IOException {
        Tag tag = tags.get(id);
        return tag == null ? new long[0] : tag.integers();
    }

    /** Returns the values of a tag, none where it is missing. */
    public double[] numbers(int id) throws IOException {
        Tag tag = tags.get(id);
        return tag == null ? new double[0] : tag.numbers();
    }

    /** Returns the text of a tag; empty where it is missing or not a string. */
    public Optional<String> text(int id) throws IOException {
        Tag tag = tags.get(id);
        return tag == null || tag.type() != FieldType.ASCII ? Optional.empty() : Optional.of(tag.text());
    }

    public RasterSize size() throws IOException {
        return new RasterSize(side(TagId.IMAGE_WIDTH, "width"), side(TagId.IMAGE_LENGTH, "height"));
    }

    private int side(int id, String name) throws IOException {
        int side = integer(id, 0);
        if (side == 0) {
            throw invalid("the image has no %s (tag %d), it must be 1 to %d", name, id, Integer.MAX_VALUE);
        }
        return side;
    }

    public int longerSide() throws IOException {
        return Math.max(size().width(), size().height());
    }

    public boolean tiled() {
        return has(TagId.TILE_WIDTH);
    }

    /** Returns where the strips or tiles lie, or null where nothing says it. */
    public @Nullable Tag blockOffsets() {
        return ofBlocks(TagId.TILE_OFFSETS, TagId.STRIP_OFFSETS);
    }

    /** Returns how many bytes the strips or tiles have, or null where nothing says it. */
    public @Nullable Tag blockByteCounts() {
        return ofBlocks(TagId.TILE_BYTE_COUNTS, TagId.STRIP_BYTE_COUNTS);
    }

    /** Some writers list tiles by the tags of strips; libtiff takes either for either. */
    private @Nullable Tag ofBlocks(int ofTiles, int ofStrips) {
        Tag own = tag(tiled() ? ofTiles : ofStrips);
        return own == null ? tag(tiled() ? ofStrips : ofTiles) : own;
    }

    public boolean sameSamples(Ifd other) throws IOException {
        return integer(TagId.SAMPLES_PER_PIXEL, 1) == other.integer(TagId.SAMPLES_PER_PIXEL, 1)
                && integer(TagId.BITS_PER_SAMPLE, 1) == other.integer(TagId.BITS_PER_SAMPLE, 1)
                && integer(TagId.SAMPLE_FORMAT, 1) == other.integer(TagId.SAMPLE_FORMAT, 1);
    }

    public boolean reduced() throws IOException {
        return (integer(TagId.NEW_SUBFILE_TYPE, 0) & REDUCED) != 0 || integer(TagId.SUBFILE_TYPE, 0) == 2;
    }

    public boolean mask() throws IOException {
        return (integer(TagId.NEW_SUBFILE_TYPE, 0) & MASK) != 0;
    }
}

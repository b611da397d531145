package io.stacgenerator.internal.geotiff;

import io.stacgenerator.internal.crs.GeoKeys;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An image to be written into a TIFF: gray bytes in one strip unless told otherwise. */
public final class TiffImage {

    /** Returns the value of a sample. */
    @FunctionalInterface
    public interface Pixels {
        double at(int band, int column, int row);
    }

    private final int width;
    private final int height;
    private final Map<Integer, TiffValue> tags = new LinkedHashMap<>();
    private int bands = 1;
    private int bits = 8;
    private int format = 1;
    private int blockWidth;
    private int blockHeight;
    private boolean tiled;
    private boolean separate;
    private boolean sparse;
    private int predictor = 1;
    private TiffCodec codec = TiffCodec.NONE;
    private Pixels pixels = (band, column, row) -> band + column + row;
    private List<byte[]> encoded = List.of();

    private TiffImage(int width, int height) {
        this.width = width;
        this.height = height;
        this.blockWidth = width;
        this.blockHeight = height;
    }

    public static TiffImage of(int width, int height) {
        return new TiffImage(width, height);
    }

    public TiffImage bands(int bands) {
        this.bands = bands;
        return this;
    }

    /** Sets bits per sample and sample format: 1 unsigned, 2 signed, 3 floating point, 5 and 6 complex. */
    public TiffImage samples(int bits, int format) {
        this.bits = bits;
        this.format = format;
        return this;
    }

    public TiffImage tiles(int width, int height) {
        tiled = true;
        blockWidth = width;
        blockHeight = height;
        return this;
    }

    public TiffImage rowsPerStrip(int rows) {
        blockHeight = rows;
        return this;
    }

    public TiffImage separate(boolean separate) {
        this.separate = separate;
        return this;
    }

    /** Leaves all blocks out, as GDAL does with empty ones under SPARSE_OK. */
    public TiffImage sparse() {
        sparse = true;
        return this;
    }

    public TiffImage codec(TiffCodec codec, int predictor) {
        this.codec = codec;
        this.predictor = predictor;
        return this;
    }

    public TiffImage pixels(Pixels pixels) {
        this.pixels = pixels;
        return this;
    }

    public TiffImage tag(int id, FieldType type, double... values) {
        return tag(id, TiffValue.of(type, values));
    }

    public TiffImage text(int id, String text) {
        return tag(id, TiffValue.text(text));
    }

    public TiffImage tag(int id, TiffValue value) {
        tags.put(id, value);
        return this;
    }

    /** Marks the image as a smaller version of the main one. */
    public TiffImage overview() {
        return tag(TagId.NEW_SUBFILE_TYPE, FieldType.LONG, 1);
    }

    /** Places the image north-up, in a system by its EPSG code. */
    public TiffImage located(double x, double y, double pixel, int epsg) {
        boolean geographic = epsg >= 4000 && epsg < 5000;
        return tag(TagId.MODEL_PIXEL_SCALE, FieldType.DOUBLE, pixel, pixel, 0)
                .tag(TagId.MODEL_TIEPOINT, FieldType.DOUBLE, 0, 0, 0, x, y, 0)
                .geoKeys(
                        GeoKeys.MODEL_TYPE,
                        geographic ? 2 : 1,
                        GeoKeys.RASTER_TYPE,
                        1,
                        geographic ? GeoKeys.GEODETIC_CRS : GeoKeys.PROJECTED_CRS,
                        epsg);
    }

    /** Sets GeoKeys that have short values: key, value, key, value. */
    public TiffImage geoKeys(int... pairs) {
        double[] directory = new double[4 + pairs.length * 2];
        directory[0] = 1;
        directory[1] = 1;
        directory[3] = pairs.length / 2.0;
        for (int i = 0; i < pairs.length; i += 2) {
            directory[4 + i * 2] = pairs[i];
            directory[6 + i * 2] = 1;
            directory[7 + i * 2] = pairs[i + 1];
        }
        return tag(TagId.GEO_KEY_DIRECTORY, FieldType.SHORT, directory);
    }

    Map<Integer, TiffValue> tags(ByteOrder order, boolean big) {
        Map<Integer, TiffValue> all = new TreeMap<>();
        all.put(TagId.IMAGE_WIDTH, TiffValue.of(FieldType.LONG, width));
        all.put(TagId.IMAGE_LENGTH, TiffValue.of(FieldType.LONG, height));
        all.put(TagId.BITS_PER_SAMPLE, perBand(bits));
        all.put(TagId.COMPRESSION, TiffValue.of(FieldType.SHORT, codec.compression()));
        all.put(TagId.PHOTOMETRIC, TiffValue.of(FieldType.SHORT, bands >= 3 ? 2 : 1));
        all.put(TagId.SAMPLES_PER_PIXEL, TiffValue.of(FieldType.SHORT, bands));
        all.put(TagId.PLANAR_CONFIGURATION, TiffValue.of(FieldType.SHORT, separate ? 2 : 1));
        all.put(TagId.SAMPLE_FORMAT, perBand(format));
        if (predictor != 1) {
            all.put(TagId.PREDICTOR, TiffValue.of(FieldType.SHORT, predictor));
        }
        blockTags(order, big, all);
        all.putAll(codec.tags());
        all.putAll(tags);
        return all;
    }

    private void blockTags(ByteOrder order, boolean big, Map<Integer, TiffValue> all) {
        if (tiled) {
            all.put(TagId.TILE_WIDTH, TiffValue.of(FieldType.LONG, blockWidth));
            all.put(TagId.TILE_LENGTH, TiffValue.of(FieldType.LONG, blockHeight));
        } else {
            all.put(TagId.ROWS_PER_STRIP, TiffValue.of(FieldType.LONG, blockHeight));
        }
        double[] sizes =
                blocks(order).stream().mapToDouble(block -> block.length).toArray();
        FieldType offset = big ? FieldType.LONG8 : FieldType.LONG;
        all.put(tiled ? TagId.TILE_OFFSETS : TagId.STRIP_OFFSETS, TiffValue.of(offset, new double[sizes.length]));
        all.put(tiled ? TagId.TILE_BYTE_COUNTS : TagId.STRIP_BYTE_COUNTS, TiffValue.of(FieldType.LONG, sizes));
    }

    /** Fills in where the blocks lie, unless a test has set the tag itself. */
    Map<Integer, TiffValue> placed(Map<Integer, TiffValue> all, long start, ByteOrder order) {
        int id = tiled ? TagId.TILE_OFFSETS : TagId.STRIP_OFFSETS;
        if (tags.containsKey(id)) {
            return all;
        }
        double[] offsets = new double[blocks(order).size()];
        long at = start;
        for (int i = 0; i < offsets.length; i++) {
            int size = blocks(order).get(i).length;
            offsets[i] = size == 0 ? 0 : at;
            at += size;
        }
        all.put(id, TiffValue.of(all.get(id).type(), offsets));
        return all;
    }

    private TiffValue perBand(int value) {
        double[] values = new double[bands];
        Arrays.fill(values, value);
        return TiffValue.of(FieldType.SHORT, values);
    }

    int dataSize(ByteOrder order) {
        return blocks(order).stream().mapToInt(block -> block.length).sum();
    }

    List<byte[]> blocks(ByteOrder order) {
        if (encoded.isEmpty()) {
            encoded = encode(order);
        }
        return encoded;
    }

    private List<byte[]> encode(ByteOrder order) {
        List<byte[]> blocks = new ArrayList<>();
        for (int plane = 0; plane < (separate ? bands : 1); plane++) {
            for (int row = 0; row < height; row += blockHeight) {
                for (int column = 0; column < width; column += blockWidth) {
                    blocks.add(sparse ? new byte[0] : block(order, plane, column, row));
                }
            }
        }
        return blocks;
    }

    private byte[] block(ByteOrder order, int plane, int column, int row) {
        int rows = tiled ? blockHeight : Math.min(blockHeight, height - row);
        int samples = separate ? 1 : bands;
        SampleWriter writer = new SampleWriter(order, bits, format, blockWidth, rows, samples);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < blockWidth; x++) {
                for (int s = 0; s < samples; s++) {
                    boolean inside = column + x < width && row + y < height;
                    writer.put(inside ? pixels.at(separate ? plane : s, column + x, row + y) : 0);
                }
            }
            writer.endRow(predictor);
        }
        return codec.encode(writer.bytes(), blockWidth, rows, samples);
    }
}

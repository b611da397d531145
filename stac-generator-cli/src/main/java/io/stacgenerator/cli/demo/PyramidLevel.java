package io.stacgenerator.cli.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** One resolution of an image: its directory and its tiles, compressed with Deflate. */
record PyramidLevel(TiffDirectory directory, List<byte[]> tiles) {

    private static final int COMPRESSION_DEFLATE = 8;
    private static final int PHOTOMETRIC_RGB = 2;
    private static final int PLANAR_CONTIGUOUS = 1;
    private static final int SAMPLE_UNSIGNED = 1;
    private static final int COLORS = 3;

    /** Completes a directory with what describes the pixels of a grid, which it may not have described yet. */
    static PyramidLevel of(Grid grid, int tileSize, TiffDirectory directory) {
        List<byte[]> tiles =
                grid.tiles(tileSize).stream().map(PyramidLevel::deflated).toList();
        directory
                .longs(Tag.IMAGE_WIDTH, grid.size())
                .longs(Tag.IMAGE_LENGTH, grid.size())
                .shorts(Tag.BITS_PER_SAMPLE, repeated(Short.SIZE, grid.bands()))
                .shorts(Tag.COMPRESSION, COMPRESSION_DEFLATE)
                .shorts(Tag.PHOTOMETRIC_INTERPRETATION, PHOTOMETRIC_RGB)
                .shorts(Tag.SAMPLES_PER_PIXEL, grid.bands())
                .shorts(Tag.PLANAR_CONFIGURATION, PLANAR_CONTIGUOUS)
                .longs(Tag.TILE_WIDTH, tileSize)
                .longs(Tag.TILE_LENGTH, tileSize)
                .longs(Tag.TILE_OFFSETS, repeated(0, tiles.size()))
                .longs(
                        Tag.TILE_BYTE_COUNTS,
                        tiles.stream().mapToInt(tile -> tile.length).toArray())
                .shorts(Tag.EXTRA_SAMPLES, repeated(0, grid.bands() - COLORS))
                .shorts(Tag.SAMPLE_FORMAT, repeated(SAMPLE_UNSIGNED, grid.bands()));
        return new PyramidLevel(directory, tiles);
    }

    /** Notes that the tiles begin at an offset of the file, and returns the offset behind them. */
    int placeTiles(int offset) {
        int[] offsets = new int[tiles.size()];
        int end = offset;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = end;
            end += tiles.get(i).length;
        }
        directory.longs(Tag.TILE_OFFSETS, offsets);
        return end;
    }

    private static int[] repeated(int value, int times) {
        int[] values = new int[times];
        Arrays.fill(values, value);
        return values;
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

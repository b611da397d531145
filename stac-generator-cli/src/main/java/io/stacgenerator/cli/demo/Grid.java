package io.stacgenerator.cli.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A square of 16-bit samples, the bands of a pixel side by side. */
final class Grid {

    private final int size;
    private final int bands;
    private final short[] samples;

    private Grid(int size, int bands, short[] samples) {
        this.size = size;
        this.bands = bands;
        this.samples = samples;
    }

    interface Scene {
        int sample(int column, int row, int band);
    }

    static Grid of(int size, int bands, Scene scene) {
        short[] samples = new short[size * size * bands];
        for (int i = 0; i < samples.length; i++) {
            int pixel = i / bands;
            samples[i] = (short) scene.sample(pixel % size, pixel / size, i % bands);
        }
        return new Grid(size, bands, samples);
    }

    /** Every second pixel of every second row. */
    Grid overview() {
        return of(size / 2, bands, (column, row, band) -> sample(2 * column, 2 * row, band));
    }

    int size() {
        return size;
    }

    int bands() {
        return bands;
    }

    int sample(int column, int row, int band) {
        return Short.toUnsignedInt(samples[(row * size + column) * bands + band]);
    }

    IntStream band(int band) {
        return IntStream.range(0, size * size).map(pixel -> sample(pixel % size, pixel / size, band));
    }

    /** The little-endian samples of the tiles, row by row; the size of a tile divides that of the grid. */
    List<byte[]> tiles(int tileSize) {
        List<byte[]> tiles = new ArrayList<>();
        for (int top = 0; top < size; top += tileSize) {
            for (int left = 0; left < size; left += tileSize) {
                tiles.add(tile(left, top, tileSize));
            }
        }
        return tiles;
    }

    private byte[] tile(int left, int top, int tileSize) {
        int rowLength = tileSize * bands;
        ByteBuffer tile =
                ByteBuffer.allocate(tileSize * rowLength * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ShortBuffer target = tile.asShortBuffer();
        for (int row = top; row < top + tileSize; row++) {
            target.put(samples, (row * size + left) * bands, rowLength);
        }
        return tile.array();
    }
}

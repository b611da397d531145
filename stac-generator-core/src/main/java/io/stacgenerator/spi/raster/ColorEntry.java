package io.stacgenerator.spi.raster;

/**
 * A color of a color table.
 *
 * @param red the red, 0 to 255
 * @param green the green, 0 to 255
 * @param blue the blue, 0 to 255
 * @param alpha the opacity, 0 (transparent) to 255 (opaque)
 * @since 0.1.0
 */
public record ColorEntry(int red, int green, int blue, int alpha) {

    private static final int MAX = 255;

    /** Checks that every component is 0 to 255. */
    public ColorEntry {
        check("red", red);
        check("green", green);
        check("blue", blue);
        check("alpha", alpha);
    }

    private static void check(String name, int value) {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("%s is %d, expected 0 to %d".formatted(name, value, MAX));
        }
    }
}

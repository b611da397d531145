package io.stacgenerator.cli.demo;

import java.util.List;

/** An invented landscape: a lake between fields, seen in reflectances of 1/10000. */
final class Landscape {

    static final List<String> BANDS = List.of("Red", "Green", "Blue", "Near infrared");

    private static final int[] WATER = {300, 500, 700, 120};
    private static final int[] FIELD = {700, 950, 600, 3400};
    private static final int[] SOIL = {1800, 1500, 1100, 2300};

    private Landscape() {}

    static int sample(int column, int row, int band) {
        if (outsideSwath(column, row)) {
            return 0;
        }
        if (inLake(column, row)) {
            return WATER[band] + (column + row) % 5;
        }
        int[] ground = (column / 32 + row / 24) % 3 == 0 ? SOIL : FIELD;
        return ground[band] + (column * 7 + row * 13) % 40;
    }

    private static boolean outsideSwath(int column, int row) {
        return 8 * column < 200 - row;
    }

    private static boolean inLake(int column, int row) {
        return Math.hypot((column - 150) / 70.0, (row - 120) / 40.0) < 1;
    }
}

package io.stacgenerator.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A small scene on disk: four bands of 16-bit reflectances, 10 m pixels in UTM zone 32 north, with an edge of nodata as
 * a swath leaves it.
 *
 * @param image the Cloud Optimized GeoTIFF
 * @param metadata what the file does not say: platform, cloud cover, view angles
 * @param collection the Collection that the scene belongs to
 */
public record DemoScene(Path image, Path metadata, Path collection) {

    private static final int SIZE = 256;
    private static final int TILE_SIZE = 128;
    private static final int NODATA = 0;
    private static final double PIXEL_SIZE = 10;
    private static final double WEST = 530_000;
    private static final double NORTH = 5_270_000;
    private static final String TAKEN_AT = "2026:06:15 10:26:31";
    private static final int PROJECTED = 1;
    private static final int PIXEL_IS_AREA = 1;
    private static final int UTM_32N = 32_632;

    /**
     * Writes the scene, over files of the same names.
     *
     * @param folder where to; made when it is missing
     * @return the files
     * @throws IOException when they cannot be written
     */
    public static DemoScene write(Path folder) throws IOException {
        Files.createDirectories(folder);
        DemoScene scene = new DemoScene(
                folder.resolve("scene.tif"), folder.resolve("metadata.json"), folder.resolve("collection.json"));
        Files.write(scene.image, imageBytes());
        copyResource(scene.metadata);
        copyResource(scene.collection);
        return scene;
    }

    private static byte[] imageBytes() {
        Grid grid = Grid.of(SIZE, Landscape.BANDS.size(), Landscape::sample);
        TiffDirectory full = new TiffDirectory()
                .ascii(Tag.DATE_TIME, TAKEN_AT)
                .doubles(Tag.MODEL_PIXEL_SCALE, PIXEL_SIZE, PIXEL_SIZE, 0)
                .doubles(Tag.MODEL_TIEPOINT, 0, 0, 0, WEST, NORTH, 0)
                .shorts(Tag.GEO_KEY_DIRECTORY, geoKeys())
                .ascii(Tag.GDAL_METADATA, GdalMetadata.xml(grid, Landscape.BANDS, NODATA))
                .ascii(Tag.GDAL_NODATA, Integer.toString(NODATA));
        TiffDirectory overview =
                new TiffDirectory().longs(Tag.NEW_SUBFILE_TYPE, 1).ascii(Tag.GDAL_NODATA, Integer.toString(NODATA));
        return CogWriter.write(
                PyramidLevel.of(grid, TILE_SIZE, full), PyramidLevel.of(grid.overview(), TILE_SIZE, overview));
    }

    /** Version 1.1.0 and three keys: OGC GeoTIFF 1.1 section 7.1. */
    private static int[] geoKeys() {
        return new int[] {
            1, 1, 0, 3, //
            1024, 0, 1, PROJECTED, //
            1025, 0, 1, PIXEL_IS_AREA, //
            3072, 0, 1, UTM_32N
        };
    }

    private static void copyResource(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream resource =
                Objects.requireNonNull(DemoScene.class.getResourceAsStream(name), () -> "resource " + name)) {
            Files.write(file, resource.readAllBytes());
        }
    }
}

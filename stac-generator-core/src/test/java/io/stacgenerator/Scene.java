package io.stacgenerator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.testkit.InMemoryStorageResolver;

/** Files of one scene in memory, and a generator that reads them. */
final class Scene {

    private static final int DATETIME = 306;

    private final InMemoryStorageResolver storage = new InMemoryStorageResolver();

    String put(String name, String text) {
        return storage.put(name, text.getBytes(UTF_8));
    }

    String put(String name, byte[] bytes) {
        return storage.put(name, bytes);
    }

    String putCog(String name) {
        return put(name, cog());
    }

    InMemoryStorageResolver storage() {
        return storage;
    }

    StacGenerator generator() {
        return generator(GenerationOptions.ofDefaults());
    }

    StacGenerator generator(GenerationOptions options) {
        return StacGenerator.builder().install(storage).options(options).build();
    }

    /** A COG of two bands near Bern that says when it was acquired. */
    static byte[] cog() {
        return TiffBuilder.of(located(600, 400, 10).text(DATETIME, "2024:05:01 10:20:30"))
                .add(TiffImage.of(300, 200)
                        .bands(2)
                        .samples(16, 1)
                        .tiles(256, 256)
                        .overview())
                .cog()
                .build();
    }

    static TiffImage located(int width, int height, double pixel) {
        return TiffImage.of(width, height)
                .bands(2)
                .samples(16, 1)
                .tiles(256, 256)
                .located(380000, 5200000, pixel, 32632);
    }

    /** A picture without coordinates and without a date. */
    static byte[] picture() {
        return TiffBuilder.of(TiffImage.of(20, 10)).build();
    }
}

package io.stacgenerator.fuzz;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.geotiff.GeoTiffReader;
import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffCodecs;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.testkit.FakeContext;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.stream.Stream;

/** The structure of TIFFs, their GeoKeys and tags, and the codecs of their pixels. */
public final class TiffFuzzer {

    private static final RasterReader READER = new GeoTiffReader();
    private static final int SIDE = 64;

    private TiffFuzzer() {}

    static Stream<byte[]> seeds() {
        return Stream.of(
                        TiffBuilder.of(image()).cog(),
                        TiffBuilder.of(image()).order(ByteOrder.BIG_ENDIAN),
                        TiffBuilder.of(image()).bigTiff(true),
                        TiffBuilder.of(image().codec(TiffCodecs.LZW, 2)),
                        TiffBuilder.of(image().separate(true).codec(TiffCodecs.DEFLATE, 1)),
                        TiffBuilder.of(image().codec(TiffCodecs.PACKBITS, 1)),
                        TiffBuilder.of(image().codec(TiffCodecs.ZSTD, 1)))
                .map(TiffBuilder::build);
    }

    private static TiffImage image() {
        return TiffImage.of(24, 20).bands(3).samples(16, 1).tiles(16, 16).located(500000, 4600000, 10, 32633);
    }

    /** Reads a file, its pixels and its mask. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        FakeContext context = FakeContext.of(storage);
        try (StorageObject object = context.open(storage.put("a.tif", data));
                Raster raster = READER.open(object, context)) {
            raster.statistics(StatisticsMode.EXACT);
            raster.validity(SIDE);
        } catch (StacGeneratorException e) {
            requireOwn(e);
        }
    }

    private static void requireOwn(StacGeneratorException e) {
        if (e.code() == ErrorCode.INTERNAL) {
            throw e;
        }
    }
}
